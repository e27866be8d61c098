import { alias } from './alias.ts';
import { attribution } from './attribution.ts';
import type { KindCues } from './cue.ts';
import { effect } from './effect.ts';
import { intent } from './intent.ts';
import { intrusion } from './intrusion.ts';
import { measure } from './measure.ts';
import { response } from './response.ts';
import { targeting } from './targeting.ts';
import { trend } from './trend.ts';
import { uses } from './uses.ts';

/** Every kind with its wordings; where two kinds weigh the same, the earlier one wins. */
export const KIND_CUES: readonly KindCues[] = [
  alias,
  response,
  trend,
  attribution,
  measure,
  intent,
  effect,
  uses,
  targeting,
  intrusion,
];
