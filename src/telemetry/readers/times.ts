/**
 * The time a log prints, as milliseconds since 1970 UTC with fractions; NaN for anything else. Texts: ISO 8601 with `T` or a
 * space, fractions after `.` or `,`, with a zone or without (then UTC is assumed); `/Date(…)/` of .NET; numbers as texts. Numbers:
 * seconds, milliseconds, microseconds or nanoseconds since 1970, told by their size (seconds up to the year 5138).
 */
export function logTime(value: unknown): number {
  if (typeof value === 'number') return epoch(value);
  if (typeof value !== 'string' || value.length < 8) return Number.NaN;
  const iso = isoTime(value);
  if (!Number.isNaN(iso)) return iso;
  const dotNet = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(value);
  if (dotNet) return Number(dotNet[1]);
  return /^\d{9,19}(\.\d+)?$/.test(value) ? epoch(Number(value)) : american(value);
}

/** Seconds, or finer units where the number is too large for seconds. */
function epoch(value: number): number {
  if (value < 1e11) return value * 1e3;
  if (value < 1e14) return value;
  if (value < 1e17) return value / 1e3;
  return value / 1e6;
}

/** Written out by hand: `Date.parse` takes four times as long and reads times without a zone as local ones. */
function isoTime(text: string): number {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  if (text[4] !== '-' && text[4] !== '/') return Number.NaN;
  if (text[7] !== text[4]) return Number.NaN;
  const midnight = Date.UTC(year, month - 1, day);
  if (text.length === 10) return midnight;
  if (text[10] !== 'T' && text[10] !== ' ' && text[10] !== 't') return Number.NaN;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text[13] !== ':') return Number.NaN;
  let at = 16;
  let ms = midnight + (hour * 60 + minute) * 60_000;
  if (text[at] === ':') {
    const second = digits(text, 17, 2);
    if (second < 0 || second > 60) return Number.NaN;
    ms += second * 1000;
    at = 19;
    if (text[at] === '.' || text[at] === ',') {
      const from = ++at;
      let scale = 100;
      for (let d = digit(text, at); d >= 0; d = digit(text, ++at)) {
        ms += d * scale;
        scale /= 10;
      }
      if (at === from) return Number.NaN;
    }
  }
  return at === text.length ? ms : ms - zone(text, at);
}

/** Milliseconds a zone is ahead of UTC: `Z`, `+02:00`, `-0500`, ` UTC`; NaN for anything else. */
function zone(text: string, from: number): number {
  const at = text[from] === ' ' ? from + 1 : from;
  const sign = text[at];
  if (sign === '+' || sign === '-') {
    const hours = digits(text, at + 1, 2);
    const colon = text[at + 3] === ':' ? 1 : 0;
    const minutes = at + 3 === text.length ? 0 : digits(text, at + 3 + colon, 2);
    const rest = at + 3 === text.length ? at + 3 : at + 5 + colon;
    if (hours < 0 || minutes < 0 || rest !== text.length) return Number.NaN;
    return (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  }
  return /^(z|utc|gmt)$/i.test(text.slice(at)) ? 0 : Number.NaN;
}

/** `9/20/2020 10:11:12 AM`, as the event viewer of an American Windows exports it. */
function american(text: string): number {
  const m = /^(\d{1,2})\/(\d{1,2})\/(\d{4})[ ,]+(\d{1,2}):(\d\d)(?::(\d\d)(\.\d+)?)?(?: ?([AP])M)?$/i.exec(text);
  if (!m) return Number.NaN;
  const [, month, day, year, hour, minute, second = '0', fraction = '0', half] = m;
  const hours = half ? (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : Number(hour);
  if (Number(month) < 1 || Number(month) > 12 || Number(day) > 31 || hours > 23) return Number.NaN;
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second));
  return ms + Number(fraction) * 1000;
}

/** `count` digits at `from` as a number, -1 if one of them is none. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const d = digit(text, i);
    if (d < 0) return -1;
    value = value * 10 + d;
  }
  return value;
}

function digit(text: string, at: number): number {
  const d = text.charCodeAt(at) - 48;
  return d >= 0 && d <= 9 ? d : -1;
}
