/**
 * An instant as ISO 8601 in UTC with microseconds, from milliseconds since 1970 with fractions (a double holds these to a
 * quarter of a microsecond until 2255). Null for what is no time.
 */
export function instantText(ms: number): string | null {
  if (!Number.isFinite(ms) || Math.abs(ms) > LIMIT) return null;
  let whole = Math.floor(ms);
  let micros = Math.round((ms - whole) * 1000);
  if (micros === 1000) {
    whole++;
    micros = 0;
  }
  const text = new Date(whole).toISOString();
  return `${text.slice(0, -1)}${MICROS[micros]}Z`;
}

/** What a Date can hold. */
const LIMIT = 8.64e15 - 1;
const MICROS = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'));
