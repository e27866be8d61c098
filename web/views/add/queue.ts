import { useSyncExternalStore } from 'react';
import type { ActionOutput, AddFrom, UploadLine } from '../../../src/http/contract/index.ts';
import { call, upload } from '../../api.ts';
import { refresh } from '../../queries.ts';
import type { Facts } from './facts.ts';

type Progress = Extract<UploadLine, { type: 'progress' }>;
type Result = ActionOutput<'documents.add'>;

/** One thing being added: a file, an address or a pasted text. */
export interface Job {
  readonly id: number;
  readonly name: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly progress?: Progress;
  readonly result?: Result;
  readonly error?: string;
}

let jobs: readonly Job[] = [];
let last = 0;
let tail: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();

export function useJobs(): readonly Job[] {
  return useSyncExternalStore(subscribe, () => jobs);
}

/** Adds files one after the other; a file that fails does not stop the next. */
export function addFiles(files: readonly File[], { title, ...given }: Partial<Facts> = {}): void {
  // One title cannot be that of several.
  const facts = title && files.length === 1 ? { ...given, title } : given;
  for (const file of files) void enqueue(file.name, (id) => upload(file, facts, (progress) => patch(id, { progress })));
}

/** Adds a text or an address; the result is null when it failed (the queue shows why). */
export function addFrom(from: Exclude<AddFrom, { bytes: string }>, given: Partial<Facts> = {}): Promise<Result | null> {
  const name = 'url' in from ? from.url : (from.name ?? 'pasted text');
  return enqueue(name, () => call('documents.add', { from, given }));
}

export function clearDone(): void {
  set(jobs.filter((job) => job.state === 'waiting' || job.state === 'running'));
}

function enqueue(name: string, run: (id: number) => Promise<Result>): Promise<Result | null> {
  const id = ++last;
  set([...jobs, { id, name, state: 'waiting' }]);
  const done = tail.then(async () => {
    patch(id, { state: 'running' });
    try {
      const result = await run(id);
      patch(id, { state: 'done', result });
      refresh(
        'documents.list',
        'documents.get',
        'system.status',
        'statements.search',
        'statements.facets',
        'names.list',
      );
      refresh('timeline.get', 'statements.contradictions', 'journal.list');
      return result;
    } catch (error) {
      patch(id, { state: 'failed', error: error instanceof Error ? error.message : String(error) });
      return null;
    }
  });
  tail = done;
  return done;
}

function patch(id: number, change: Partial<Job>): void {
  set(jobs.map((job) => (job.id === id ? { ...job, ...change } : job)));
}

function set(next: readonly Job[]): void {
  jobs = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
