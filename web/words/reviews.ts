import type { ReviewState } from '../../src/http/contract/index.ts';

export const REVIEW_WORDS: Readonly<Record<ReviewState, { glyph: string; word: string }>> = {
  unreviewed: { glyph: '', word: 'not reviewed' },
  accepted: { glyph: '✓', word: 'accepted' },
  rejected: { glyph: '✗', word: 'rejected' },
  corrected: { glyph: '✎', word: 'corrected' },
};

export const REVIEWS = Object.keys(REVIEW_WORDS) as readonly ReviewState[];
