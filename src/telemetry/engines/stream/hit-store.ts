import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byOrder, type Hit } from './hit.ts';

/**
 * Hits in order, in bounded memory: what does not fit is written to a temporary folder as sorted runs, which are merged when
 * the hits are read. Copies of a hit in other files, or in the same one, are given once, for the first file.
 */
export class HitStore {
  /** Hits that were given to the store, copies among them. */
  added = 0;
  /** Copies that were left out when the hits were last read to their end. */
  copies = 0;
  private hits: Hit[] = [];
  private held = 0;
  private folder: string | null = null;
  private readonly runs: string[] = [];

  private readonly limit: number;
  private readonly keepCopies: boolean;

  /** `limit`: characters of lines held in memory. */
  constructor(limit = 32 << 20, keepCopies = false) {
    this.limit = limit;
    this.keepCopies = keepCopies;
  }

  /** Takes hits in any order. */
  async add(hits: readonly Hit[]): Promise<void> {
    for (const hit of hits) {
      this.hits.push(hit);
      this.held += hit.line.length + hit.carry.length + OVERHEAD;
    }
    this.added += hits.length;
    if (this.held > this.limit) await this.spill();
  }

  /** All hits in order; may be asked for again. */
  async *sorted(): AsyncGenerator<Hit> {
    this.hits.sort(byOrder);
    const sources: AsyncIterator<Hit>[] = this.runs.map((run) => readRun(run));
    sources.push(each(this.hits));
    const merged = sources.length === 1 ? each(this.hits) : merge(sources);
    this.copies = 0;
    yield* this.keepCopies ? merged : this.withoutCopies(merged);
  }

  /** Copies share their time, so a set for each instant is enough. */
  private async *withoutCopies(hits: AsyncIterable<Hit>): AsyncGenerator<Hit> {
    let time = Number.NaN;
    const seen = new Set<number>();
    for await (const hit of hits) {
      if (hit.time !== time) {
        seen.clear();
        time = hit.time;
      }
      if (hit.copy !== 0) {
        if (seen.has(hit.copy)) {
          this.copies++;
          continue;
        }
        seen.add(hit.copy);
      }
      yield hit;
    }
  }

  /** Removes the temporary folder. */
  close(): void {
    this.hits = [];
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
    this.folder = null;
  }

  private async spill(): Promise<void> {
    this.folder ??= mkdtempSync(join(tmpdir(), 'longwatch-hunt-'));
    const run = join(this.folder, `run-${this.runs.length}`);
    const hits = this.hits.sort(byOrder);
    this.hits = [];
    this.held = 0;
    const file = await open(run, 'wx');
    try {
      for (let from = 0; from < hits.length; from += BLOCK)
        await file.write(
          `${hits
            .slice(from, from + BLOCK)
            .map(writeHit)
            .join('\n')}\n`,
        );
    } finally {
      await file.close();
    }
    this.runs.push(run);
  }
}

/** What a hit takes besides its line, roughly. */
const OVERHEAD = 120;
const BLOCK = 2000;

function writeHit({ time, file, record, rule, copy, carry, line }: Hit): string {
  return `${time}\t${file}\t${record}\t${rule}\t${copy}\t${carry}\t${line}`;
}

function readHit(text: string): Hit {
  let at = 0;
  const next = () => {
    const from = at;
    const tab = text.indexOf('\t', from);
    at = tab + 1;
    return text.slice(from, tab);
  };
  // Properties are worked out in the order they stand in.
  return {
    time: Number(next()),
    file: Number(next()),
    record: Number(next()),
    rule: Number(next()),
    copy: Number(next()),
    carry: next(),
    line: text.slice(at),
  };
}

async function* readRun(path: string): AsyncGenerator<Hit> {
  const file = await open(path, 'r');
  try {
    for await (const line of file.readLines()) if (line) yield readHit(line);
  } finally {
    await file.close();
  }
}

async function* each(hits: readonly Hit[]): AsyncGenerator<Hit> {
  yield* hits;
}

/** Merges sorted sources; there are few, so the least is looked for in a line. */
async function* merge(sources: readonly AsyncIterator<Hit>[]): AsyncGenerator<Hit> {
  const heads = await Promise.all(sources.map((source) => source.next()));
  for (;;) {
    let least = -1;
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i]!;
      if (head.done) continue;
      if (least < 0 || byOrder(head.value, heads[least]!.value as Hit) < 0) least = i;
    }
    if (least < 0) return;
    yield heads[least]!.value as Hit;
    heads[least] = await sources[least]!.next();
  }
}
