/** The head of a line of syslog. */
export interface Stamped {
  /** As ISO 8601, or milliseconds since 1970; undefined where the line cannot tell. */
  readonly time: string | number | undefined;
  readonly host: string;
  readonly program: string;
  readonly pid: string | null;
  readonly message: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = 86_400_000;

/** RFC 5424: `<34>1 2003-10-11T22:14:15.003Z host program pid msgid [data] text`. */
const NEW = /^<\d{1,3}>\d{1,2} (\S+) (\S+) (\S+) (\S+) \S+ (?:-|(?:\[(?:[^\]\\]|\\.)*\])+) ?(?:\ufeff)?(.*)$/s;
/** RFC 3164: `<34>Oct 11 22:14:15 host program[pid]: text`; the number is missing in files. */
const OLD = /^(?:<\d{1,3}>)?([A-Z][a-z]{2}) ([ \d]?\d) (?:(\d{4}) )?(\d\d:\d\d:\d\d)(?:\.\d+)? (\S+) (.*)$/s;
/** The same with a time of ISO 8601, as rsyslog and journalctl write it. */
const ISO = /^(?:<\d{1,3}>)?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?) (\S+) (.*)$/s;
const TAG = /^([\w./@-]{1,64}?)(?:\(\w+\))?(?:\[(\d+)\])?: ?(.*)$/s;

/**
 * The parts of a line of syslog, null if it is none. Old lines name no year: it is that of `modified` (when the file was changed
 * last), or the one before for days that would lie after it. Times without a zone are taken as UTC.
 */
export function stamped(line: string, modified: number | undefined): Stamped | null {
  const fresh = line.startsWith('<') ? NEW.exec(line) : null;
  if (fresh) {
    const [, time, host, program, pid, message] = fresh as unknown as string[];
    return {
      time: given(time!) ?? undefined,
      host: given(host!) ?? '',
      program: given(program!) ?? '',
      pid: given(pid!),
      message: message!,
    };
  }
  const old = OLD.exec(line);
  if (old) {
    const [, month, day, year, clock, host, rest] = old;
    return { time: yearless(month!, Number(day), clock!, year, modified), host: host!, ...tagged(rest!) };
  }
  const iso = ISO.exec(line);
  return iso ? { time: iso[1], host: iso[2]!, ...tagged(iso[3]!) } : null;
}

function tagged(rest: string): { readonly program: string; readonly pid: string | null; readonly message: string } {
  const [, program = '', pid = null, message = rest] = TAG.exec(rest) ?? [];
  return { program: program.slice(program.lastIndexOf('/') + 1), pid, message };
}

function given(text: string): string | null {
  return text === '-' ? null : text;
}

function yearless(
  month: string,
  day: number,
  clock: string,
  year: string | undefined,
  modified: number | undefined,
): number | undefined {
  const number = MONTHS.indexOf(month.toLowerCase());
  if (number < 0 || (year === undefined && modified === undefined)) return undefined;
  const [hours, minutes, seconds] = clock.split(':').map(Number) as [number, number, number];
  const inYear = (of: number): number => Date.UTC(of, number, day, hours, minutes, seconds);
  if (year !== undefined) return inYear(Number(year));
  const last = new Date(modified!).getUTCFullYear();
  return inYear(last) > modified! + DAY ? inYear(last - 1) : inYear(last);
}
