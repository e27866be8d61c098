import type { Certainty } from '../../src/http/contract/index.ts';

/** How each certainty is drawn: `dash` for SVG strokes, the same pattern as the underlines in the text. */
export const CERTAINTY_LINES: Readonly<Record<Certainty, { dash: string; width: number; line: string }>> = {
  certain: { dash: 'none', width: 2, line: 'solid' },
  probable: { dash: '6 3', width: 2, line: 'dashed' },
  possible: { dash: '1.5 3', width: 2, line: 'dotted' },
  unlikely: { dash: '1 3', width: 1, line: 'thin dotted' },
};

export const CERTAINTIES = Object.keys(CERTAINTY_LINES) as readonly Certainty[];
