import type { Pattern, PatternPart } from './tree.ts';

export const MANY: PatternPart = Object.freeze({ wild: 'many' });
export const ONE: PatternPart = Object.freeze({ wild: 'one' });
export const DASH: PatternPart = Object.freeze({ wild: 'dash' });

/**
 * Reads the wildcards and escapes of a rule's string: `*` many, `?` one character; a backslash takes the meaning from `*`, `?`
 * and `\` and stands for itself before anything else (Sigma rules specification 2.1, "Escape Character").
 */
export function parseString(text: string): PatternPart[] {
  const parts: PatternPart[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\\' && i + 1 < text.length && ESCAPABLE.has(text[i + 1]!)) plain += text[++i]!;
    else if (c === '*' || c === '?') {
      if (plain) parts.push(plain);
      plain = '';
      parts.push(c === '*' ? MANY : ONE);
    } else plain += c;
  }
  if (plain) parts.push(plain);
  return parts;
}

const ESCAPABLE: ReadonlySet<string> = new Set(['*', '?', '\\']);

/** One form for equal patterns: neighbouring texts are joined, and a run of wildcards becomes its `?`s and then one `*`. */
export function pattern(parts: readonly PatternPart[]): Pattern {
  const out: PatternPart[] = [];
  for (let i = 0; i < parts.length; ) {
    let text = '';
    while (i < parts.length && typeof parts[i] === 'string') text += parts[i++] as string;
    if (text) out.push(text);
    let many = false;
    while (i < parts.length && (parts[i] === MANY || parts[i] === ONE)) {
      if (parts[i] === ONE) out.push(ONE);
      else many = true;
      i++;
    }
    if (many) out.push(MANY);
    if (parts[i] === DASH) out.push(parts[i++]!);
  }
  return Object.freeze(out);
}

/** The text of a pattern without wildcards, null for any other. */
export function plainText(parts: readonly PatternPart[]): string | null {
  return parts.every((part) => typeof part === 'string') ? parts.join('') : null;
}

/** The parts with `*` put in front, behind or both. */
export function open(parts: readonly PatternPart[], front: boolean, back: boolean): PatternPart[] {
  return [...(front ? [MANY] : []), ...parts, ...(back ? [MANY] : [])];
}
