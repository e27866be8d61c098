import { type Problem, problem } from '../../base/problem.ts';
import type { LogInput } from '../reader.ts';
import { headOf, type Opened } from '../readers/bytes/head.ts';
import type { Allowance } from './allowance.ts';
import { Pieces } from './pieces.ts';
import { isTar, tarEntries } from './tar.ts';
import { UNPACKERS } from './unpackers.ts';
import { canUnpack, isZip, openEntry, zipEntries } from './zip.ts';
import { streamedZip } from './zip-stream.ts';

/** Archives in archives in archives. */
const MAX_DEPTH = 5;

/** What is done with each log; true means that no more are wanted. */
export type Use = (input: LogInput) => Promise<boolean | undefined> | Promise<void>;

export interface ExploreContext {
  readonly use: Use;
  readonly report: (problem: Problem) => void;
  readonly allowance: Allowance;
  /** What all inputs of one file have in common. */
  readonly common: Pick<LogInput, 'hint' | 'modified'> & { readonly packed: NonNullable<LogInput['packed']> };
}

/** Hands an input over if it is no archive, else what is in it. True if `use` wants no more. */
export async function explore(input: LogInput, context: ExploreContext, depth = 0): Promise<boolean> {
  let opened: Opened;
  try {
    opened = await headOf(input);
  } catch (error) {
    context.report(archiveFailure(input.name, error));
    return false;
  }
  try {
    return await exploreOpened(input, opened, context, depth);
  } finally {
    await opened.close();
  }
}

async function exploreOpened(
  { name }: LogInput,
  { head, rest }: Opened,
  context: ExploreContext,
  depth: number,
): Promise<boolean> {
  const unpacker = UNPACKERS.find((one) => one.is(head));
  if (!unpacker && !isZip(head) && !isTar(head)) {
    const { packed, ...common } = context.common;
    return (await context.use({ ...rest, ...common, ...(depth > 0 ? { packed } : {}) })) === true;
  }
  if (depth >= MAX_DEPTH) {
    context.report(problem('archive-too-deep', { source: name }, { limit: MAX_DEPTH }));
    return false;
  }
  if (unpacker) {
    const stream = () => context.allowance.watch(unpacker.unpack(rest.stream()));
    return explore({ name, size: -1, readAt: null, stream }, context, depth + 1);
  }
  if (isZip(head) && rest.readAt) return exploreZip(rest, rest.readAt, context, depth);
  const pieces = new Pieces(rest.stream());
  const leftOut = (entry: string): void =>
    context.report(problem('archive-method', { source: `${name}/${entry}` }, { method: 'unknown or encrypted' }));
  try {
    return await exploreEntries(name, isTar(head) ? tarEntries(pieces) : streamedZip(pieces, leftOut), context, depth);
  } finally {
    await pieces.close();
  }
}

async function exploreZip(
  input: LogInput,
  readAt: NonNullable<LogInput['readAt']>,
  context: ExploreContext,
  depth: number,
): Promise<boolean> {
  const entries = await zipEntries(readAt, input.size);
  if (!entries) {
    const reason = 'its directory is missing';
    context.report(problem('archive-damaged', { source: input.name }, { format: 'zip archive', reason }, 'error'));
    return false;
  }
  for (const entry of entries) {
    const name = `${input.name}/${entry.name}`;
    if (isHidden(entry.name)) continue;
    if (context.allowance.spent) return false;
    if (entry.encrypted) context.report(problem('archive-encrypted', { source: name }, { format: 'file' }));
    else if (!canUnpack(entry)) context.report(problem('archive-method', { source: name }, { method: entry.method }));
    else {
      let inner: LogInput;
      try {
        const { stream, readAt: within } = await openEntry(entry, readAt);
        const watched = () => context.allowance.watch(stream());
        inner = { name, size: within ? entry.packed : -1, readAt: within, stream: watched };
      } catch (error) {
        context.report(archiveFailure(name, error));
        continue;
      }
      if (await explore(inner, context, depth + 1)) return true;
    }
  }
  return false;
}

/** The entries of an archive that is read from its beginning to its end. Where it breaks off, nothing more comes. */
async function exploreEntries(
  source: string,
  entries: AsyncGenerator<{ readonly name: string; stream(): AsyncIterable<Uint8Array> }>,
  context: ExploreContext,
  depth: number,
): Promise<boolean> {
  for (;;) {
    let next: Awaited<ReturnType<typeof entries.next>>;
    try {
      next = await entries.next();
    } catch (error) {
      context.report(archiveFailure(source, error));
      return false;
    }
    if (next.done) return false;
    const { name, stream } = next.value;
    if (isHidden(name)) continue;
    const watched = () => context.allowance.watch(stream());
    if (await explore({ name: `${source}/${name}`, size: -1, readAt: null, stream: watched }, context, depth + 1))
      return true;
    if (context.allowance.spent) return false;
  }
}

function archiveFailure(source: string, error: unknown): Problem {
  const { message } = error as Error;
  return problem('log-cut-off', { source }, { reason: message }, 'error');
}

/** Dot files, and what macOS adds to archives. */
function isHidden(name: string): boolean {
  return (
    name.split('/').some((part) => part.startsWith('.') && part !== '.' && part !== '..') ||
    name.startsWith('__MACOSX/')
  );
}
