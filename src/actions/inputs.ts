import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../base/problem.ts';
import type { DocumentFacts, Source } from '../model/document.ts';

/** Something named on the command line, or found in a folder named there. */
export interface Input {
  readonly kind: 'file' | 'url' | 'stdin';
  readonly name: string;
}

export interface OpenOptions {
  readonly allowPrivate: boolean;
  readonly given: Partial<DocumentFacts>;
}

/** The inputs behind the arguments, folders opened, in the order given; what is not there is a problem. */
export async function listInputs(
  args: readonly string[],
): Promise<{ inputs: readonly Input[]; problems: readonly Problem[] }> {
  const { listFiles } = await import('../collect/files.ts');
  const inputs: Input[] = [];
  const problems: Problem[] = [];
  for (const arg of args) {
    if (arg === '-') inputs.push({ kind: 'stdin', name: '-' });
    else if (/^https?:\/\//i.test(arg)) inputs.push({ kind: 'url', name: arg });
    else {
      const found = await listFiles(arg);
      inputs.push(...found.paths.map((name) => ({ kind: 'file' as const, name })));
      problems.push(...found.problems);
    }
  }
  return { inputs, problems };
}

interface Opened {
  readonly source: Source | null;
  readonly problems: readonly Problem[];
}

/** The bytes behind an input. Never throws for what is or is not there: that is a problem. */
export async function openInput({ kind, name }: Input, options: OpenOptions): Promise<Opened> {
  const { source, problems } = await OPENERS[kind](name, options);
  return { source: source && { ...source, given: options.given }, problems };
}

const OPENERS: Record<Input['kind'], (name: string, options: OpenOptions) => Promise<Opened>> = {
  file: async (path) => {
    // Kept: asking the module loader for each of many small files shows.
    files ??= await import('../collect/files.ts');
    // Small files are read without waiting, so nothing else would let signals and messages in.
    await setImmediate();
    return files.readSourceFile(path);
  },
  url: async (url, { allowPrivate }) => (await import('../collect/fetch-source.ts')).fetchSource(url, { allowPrivate }),
  stdin: async () => (await import('../collect/files.ts')).readInput(),
};

let files: typeof import('../collect/files.ts') | undefined;
