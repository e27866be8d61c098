import type { Problem } from '../base/problem.ts';
import type { Hit } from '../telemetry/engines/stream/hit.ts';
import type { HuntTallies } from './hunt-scan.ts';
import type { HuntTask } from './hunt-tasks.ts';

/** What the pool and its workers say to each other. */
export type ToWorker = { readonly do: 'read'; readonly task: HuntTask } | { readonly do: 'end' };

export type FromWorker =
  /** It has nothing to do: at its start, and after each task. */
  | { readonly says: 'ready' }
  | { readonly says: 'hits'; readonly hits: readonly Hit[] }
  | { readonly says: 'problem'; readonly problem: Problem }
  | { readonly says: 'done'; readonly bytes: number }
  /** Its last word. */
  | { readonly says: 'tallies'; readonly tallies: HuntTallies };
