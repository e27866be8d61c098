import type { Pattern, PatternPart } from '../rule/tree.ts';
import { fold } from './fold.ts';

/** The characters that `windash` holds for the same. */
export const DASHES = '-/\u2013\u2014\u2015';

/** A test of a text. */
export type TextTest = (text: string) => boolean;

/** The pattern with its texts folded, for values that are folded as well. */
export function foldPattern(pattern: Pattern): Pattern {
  return pattern.map((part) => (typeof part === 'string' ? fold(part) : part));
}

/** A pattern that is a single text with at most a `many` at either end, the shape of nearly all; null for any other. */
export function simpleShape(pattern: Pattern): SimpleShape | null {
  const first = isMany(pattern[0]);
  const last = pattern.length > 1 && isMany(pattern[pattern.length - 1]);
  const middle = pattern.slice(first ? 1 : 0, last ? -1 : undefined);
  if (middle.length > 1) return null;
  const text = middle[0] ?? '';
  if (typeof text !== 'string') return null;
  if (pattern.length === 1 && first) return { kind: 'contains', text: '' };
  return { kind: first ? (last ? 'contains' : 'endswith') : last ? 'startswith' : 'equals', text };
}

export interface SimpleShape {
  readonly kind: 'equals' | 'startswith' | 'endswith' | 'contains';
  readonly text: string;
}

/**
 * Compiles a pattern into a test of the whole text. Time is linear in the text for the common shapes, and at worst the
 * product of both lengths: segments between `many` are placed leftmost first and never moved again.
 */
export function compilePattern(pattern: Pattern): TextTest {
  const shape = simpleShape(pattern);
  return shape ? SIMPLE[shape.kind](shape.text) : compileSegments(pattern);
}

const SIMPLE: Record<SimpleShape['kind'], (text: string) => TextTest> = {
  equals: (text) => (value) => value === text,
  startswith: (text) => (value) => value.startsWith(text),
  endswith: (text) => (value) => value.endsWith(text),
  contains: (text) => (value) => value.includes(text),
};

type Segment = readonly Exclude<PatternPart, { readonly wild: 'many' }>[];

function compileSegments(pattern: Pattern): TextTest {
  const segments: Segment[] = splitAtMany(pattern);
  const finders = segments.map(finder);
  const head = segments[0]!;
  const tail = segments[segments.length - 1]!;
  if (segments.length === 1) return (text) => matchAt(head, text, 0) === text.length;
  return (text) => {
    let at = matchAt(head, text, 0);
    if (at < 0) return false;
    for (let i = 1; i < finders.length - 1; i++) {
      at = finders[i]!(text, at);
      if (at < 0) return false;
    }
    return matchBefore(tail, text, at);
  };
}

function splitAtMany(pattern: Pattern): Segment[] {
  const segments: Exclude<PatternPart, { readonly wild: 'many' }>[][] = [[]];
  for (const part of pattern) {
    if (isMany(part)) segments.push([]);
    else segments[segments.length - 1]!.push(part as Segment[number]);
  }
  return segments;
}

function isMany(part: PatternPart | undefined): boolean {
  return typeof part === 'object' && part.wild === 'many';
}

/** Finds a segment at or after a position and gives its end, -1 when it is not there. */
function finder(segment: Segment): (text: string, from: number) => number {
  if (segment.length === 0) return (_text, from) => from;
  // Search for the longest text; parts before it have fixed lengths unless an `one` stands there (one or two code units).
  const lead = longestText(segment);
  const before = lead < 0 ? [] : segment.slice(0, lead);
  if (lead < 0 || before.some((part) => typeof part === 'object' && part.wild === 'one')) {
    return (text, from) => {
      for (let at = from; at <= text.length; at += stepAt(text, at)) {
        const end = matchAt(segment, text, at);
        if (end >= 0) return end;
      }
      return -1;
    };
  }
  const needle = segment[lead] as string;
  const offset = before.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  return (text, from) => {
    for (let at = text.indexOf(needle, from + offset); at >= 0; at = text.indexOf(needle, at + 1)) {
      const end = matchAt(segment, text, at - offset);
      if (end >= 0) return end;
    }
    return -1;
  };
}

function longestText(segment: Segment): number {
  let best = -1;
  segment.forEach((part, i) => {
    if (typeof part === 'string' && (best < 0 || part.length > (segment[best] as string).length)) best = i;
  });
  return best;
}

/** The end of the segment when it stands at a position, else -1. */
function matchAt(segment: Segment, text: string, from: number): number {
  let at = from;
  for (const part of segment) {
    if (typeof part === 'string') {
      if (!text.startsWith(part, at)) return -1;
      at += part.length;
    } else if (at >= text.length) {
      return -1;
    } else if (part.wild === 'one') {
      at += stepAt(text, at);
    } else if (DASHES.includes(text[at]!)) {
      at++;
    } else {
      return -1;
    }
  }
  return at;
}

/** Whether the text ends with the segment, without reaching before `floor`. */
function matchBefore(segment: Segment, text: string, floor: number): boolean {
  let at = text.length;
  for (let i = segment.length - 1; i >= 0; i--) {
    const part = segment[i]!;
    if (typeof part === 'string') {
      if (!text.endsWith(part, at)) return false;
      at -= part.length;
    } else {
      if (at <= floor || (part.wild === 'dash' && !DASHES.includes(text[at - 1]!))) return false;
      at -= part.wild === 'one' && isLow(text, at - 1) && isHigh(text, at - 2) ? 2 : 1;
    }
    if (at < floor) return false;
  }
  return true;
}

/** A character is one code point: `?` takes both halves of a pair. */
function stepAt(text: string, at: number): number {
  return isHigh(text, at) && isLow(text, at + 1) ? 2 : 1;
}

const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
