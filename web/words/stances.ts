import type { Stance } from '../../src/http/contract/index.ts';

export interface StanceWords {
  /** Drawn beside the word everywhere, so that colour never stands alone. */
  readonly glyph: string;
  readonly verb: string;
  readonly meaning: string;
}

export const STANCE_WORDS: Readonly<Record<Stance, StanceWords>> = {
  asserts: { glyph: '●', verb: 'says', meaning: 'says that it is so' },
  denies: { glyph: '⊘', verb: 'denies', meaning: 'says that it is not so' },
  declines: { glyph: '○', verb: 'declines', meaning: 'does not comment' },
  demands: { glyph: '▸', verb: 'demands', meaning: 'calls on somebody' },
  doubts: { glyph: '◐', verb: 'doubts', meaning: 'says that it is not known' },
};

export const STANCES = Object.keys(STANCE_WORDS) as readonly Stance[];
