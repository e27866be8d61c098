import type * as z from 'zod';
import type { Ledger } from '../store/ledger.ts';
import type { ActionInput, ActionName, ActionOutput } from './action-map.ts';
import type { ReadingTools } from './reading-tools.ts';

/** How far a piece of work has come. `of` is 0 when the end is not known. */
export interface Progress {
  readonly stage: 'extract' | 'read' | 'store';
  readonly done: number;
  readonly of: number;
}

/** What may be asked of the network when a verb is given a URL. */
export interface FetchPolicy {
  /** Whether addresses of private networks and of this machine may be asked; false unless the user says so. */
  readonly allowPrivate: boolean;
}

/** What every verb gets besides its input. */
export interface Context {
  readonly ledger: Ledger;
  /** What reads documents; loaded when first asked for. */
  readonly tools: () => Promise<ReadingTools>;
  /** Whose act it is, for reviews and the journal. */
  readonly analyst: string;
  readonly now: () => Date;
  readonly fetch: FetchPolicy;
  /** Folder of the embedded ledger and of the lock. */
  readonly home: string;
  readonly version: string;
  /** False where a page may not name paths of this machine: the workbench can be reached from elsewhere. */
  readonly paths?: boolean;
  readonly progress?: (progress: Progress) => void;
}

/** A verb: command line, HTTP route and job call the same object, so that validation and transaction happen once. */
export interface Action<N extends ActionName> {
  readonly name: N;
  /** One sentence for help texts and for the list of actions. */
  readonly summary: string;
  readonly input: z.ZodType<ActionInput<N>>;
  /** Whether the ledger may have changed afterwards. */
  readonly writes: boolean;
  run(context: Context, input: ActionInput<N>): Promise<ActionOutput<N>>;
}
