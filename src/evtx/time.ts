/** FILETIME: 100 ns since 1601 (low and high 32 bits). SYSTEMTIME: eight 16-bit numbers ([MS-DTYP] 2.3.3 and 2.3.13). */

const UNIX_EPOCH_MS = 11_644_473_600_000;
const UNIX_EPOCH_S = 11_644_473_600;

/** Milliseconds since 1970 with fractions, good to about a quarter of a microsecond. */
export function fileTimeMs(low: number, high: number): number {
  // High times 2^32 / 10,000 in two steps, so that no digit is lost on the way.
  return high * 429_496 - UNIX_EPOCH_MS + (high * 7_296 + low) / 10_000;
}

/** `2024-01-01T00:00:00.123456Z`: microseconds; the seventh digit of a FILETIME is dropped. */
export function fileTimeText(low: number, high: number): string {
  // 2^32 = 429 s + 4,967,296 ticks.
  const ticks = high * 4_967_296 + low;
  const carried = Math.floor(ticks / 10_000_000);
  const seconds = high * 429 + carried - UNIX_EPOCH_S;
  const micros = Math.floor((ticks - carried * 10_000_000) / 10);
  return `${secondsText(seconds)}.${String(micros).padStart(6, '0')}Z`;
}

export function systemTimeText(part: (index: number) => number): string {
  const pad = (index: number, width: number): string => String(part(index)).padStart(width, '0');
  const date = `${pad(0, 4)}-${pad(1, 2)}-${pad(3, 2)}`;
  return `${date}T${pad(4, 2)}:${pad(5, 2)}:${pad(6, 2)}.${pad(7, 3)}000Z`;
}

/** Records of one minute follow each other, so the text of the last minute is kept. */
let lastMinute = Number.NaN;
let lastMinuteText = '';

export function secondsText(seconds: number): string {
  const minute = Math.floor(seconds / 60);
  if (minute !== lastMinute) {
    const days = Math.floor(minute / 1_440);
    const rest = minute - days * 1_440;
    lastMinute = minute;
    lastMinuteText = `${dateText(days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:`;
  }
  return lastMinuteText + two(seconds - minute * 60);
}

/** The civil date of a day number since 1970-01-01, for any year (days are counted from March, in eras of 400 years). */
function dateText(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const day = shifted - era * 146_097;
  const year = Math.floor((day - Math.floor(day / 1_460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const civil = month < 10 ? month + 3 : month - 9;
  return `${String(year + era * 400 + (civil <= 2 ? 1 : 0)).padStart(4, '0')}-${two(civil)}-${two(date)}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
