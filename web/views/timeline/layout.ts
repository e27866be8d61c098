import type { StatementView } from '../../../src/http/contract/index.ts';
import { type Lane, type Mark, rowsOf } from './lanes.ts';
import type { Days, Domain } from './scale.ts';

export const TITLE_WIDTH = 128;
export const MARGIN_WIDTH = 92;
export const AXIS_HEIGHT = 30;
export const ROW_HEIGHT = 16;
export const BOX = 12;
const PADDING = 8;
/** Marks narrower than this have their glyph beside them, others inside. */
export const NARROW = 16;
export const GLYPH_ROOM = 14;
const BOXES_A_ROW = Math.floor((MARGIN_WIDTH - 10) / BOX);
const MOST_BOX_ROWS = 6;

export interface PlacedMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PlacedLane {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly marks: readonly PlacedMark[];
  readonly boxes: readonly { readonly statement: StatementView; readonly x: number; readonly y: number }[];
  /** Undated statements for which the margin has no room. */
  readonly more: number;
}

export interface Figure {
  readonly width: number;
  readonly height: number;
  /** Where the dated part begins. */
  readonly left: number;
  readonly lanes: readonly PlacedLane[];
  readonly xOf: (day: Days) => number;
  readonly dayAt: (x: number) => Days;
}

/** Places everything, in pixels: titles, the margin of the undated, and each dated statement in a row of its lane. */
export function layout(lanes: readonly Lane[], [from, to]: Domain, width: number): Figure {
  const left = TITLE_WIDTH + MARGIN_WIDTH + 8;
  const right = Math.max(left + 100, width - 12);
  const perDay = (right - left) / (to - from);
  const xOf = (day: Days) => left + (day - from) * perDay;
  let top = AXIS_HEIGHT;
  const placed = lanes.map((lane): PlacedLane => {
    const seen = lane.dated.filter((m) => m.to >= from && m.from <= to);
    const spans = seen.map((m) => {
      const x = Math.max(left, xOf(m.from));
      const long = Math.max(3, Math.min(right, xOf(m.to)) - x);
      return { left: x, width: long < NARROW ? long + GLYPH_ROOM : long + 2 };
    });
    const { rows, count } = rowsOf(spans);
    const room = MOST_BOX_ROWS * BOXES_A_ROW;
    const boxed = lane.undated.slice(0, lane.undated.length > room ? room - 3 : room);
    const boxRows = Math.ceil(boxed.length / BOXES_A_ROW);
    const height = Math.max(count * ROW_HEIGHT, boxRows * (BOX + 2)) + 2 * PADDING;
    const at = top;
    top += height;
    return {
      lane,
      top: at,
      height,
      marks: seen.map((mark, i) => ({
        mark,
        x: spans[i]!.left,
        y: at + PADDING + rows[i]! * ROW_HEIGHT,
        width: Math.max(2, Math.min(right, xOf(mark.to)) - spans[i]!.left),
      })),
      boxes: boxed.map((statement, i) => ({
        statement,
        x: TITLE_WIDTH + 4 + (i % BOXES_A_ROW) * BOX,
        y: at + PADDING + Math.floor(i / BOXES_A_ROW) * (BOX + 2),
      })),
      more: lane.undated.length - boxed.length,
    };
  });
  return { width, height: top + 8, left, lanes: placed, xOf, dayAt: (x) => from + (x - left) / perDay };
}
