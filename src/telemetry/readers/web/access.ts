import { problem } from '../../../base/problem.ts';
import type { LogReader } from '../../reader.ts';
import { encodingOf, headText } from '../bytes/encoding.ts';
import { headOf } from '../bytes/head.ts';
import { eachLine } from '../bytes/lines.ts';
import { RecordEvent } from '../record/event.ts';
import { type Layout, type LogRecord, textOf } from '../record/layout.ts';
import { headerTexts, splitTarget, uriTexts } from './uri.ts';

/** Common and combined log format, with a virtual host before it or anything after it. */
const LINE =
  /^(?:(\S+?)(?::\d+)? (?=[^\s.:]*[.:]\S* ))?(\S+) (\S+) (\S.*?|-) \[([^\]]{17,30})\] "([^"\\]*(?:\\.[^"\\]*)*)" (\d{3}|-) (\d+|-)(?: "([^"\\]*(?:\\.[^"\\]*)*)" "([^"\\]*(?:\\.[^"\\]*)*)")?(?:[ ,].*)?$/;

/** Servers refuse longer requests. Bytes of a line. */
const MAX_REQUEST = 256 << 10;

const LAYOUT: Layout = {
  name: 'access',
  head(record, head) {
    head.category = 'webserver';
    head.computer = textOf(record['cs-host']);
    head.time = record.date;
  },
  aliases: {
    'cs-uri': 'c-uri',
    'cs-user-agent': 'c-useragent',
    'c-ip': 'src_ip',
  },
  objects: false,
  line: true,
};

/**
 * Access logs of Apache, nginx and others in the common or combined format, as category `webserver` under the names of W3C logs.
 * Many rules look for a path in `cs-uri-query`, so it has the whole request target besides the query, each as logged and with
 * percent signs resolved.
 */
export const accessReader: LogReader = {
  name: 'access',
  splits: true,
  recognises(head) {
    const lines = headText(head).split('\n', 6).slice(0, 5);
    return lines.some((line) => LINE.test(line.trimEnd())) ? 2 : 0;
  },
  async read(input, fields, sink, part) {
    const { head, rest } = await headOf(input);
    const event = new RecordEvent(fields, input);
    await eachLine(rest, sink, { encoding: encodingOf(head), part, limit: MAX_REQUEST }, (raw, number) => {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      const record = parse(line);
      if (record) {
        event.set(record, LAYOUT, line, number);
        sink.event(event);
      } else if (line.trim() !== '')
        sink.problem(
          problem('record-broken', { source: input.name, line: number }, { reason: 'it is no line of an access log' }),
        );
    });
  },
};

function parse(line: string): LogRecord | null {
  const m = LINE.exec(line);
  if (!m) return null;
  const [, host, client, , user, time, request = '', status, bytes, referer, agent] = m;
  // What is no HTTP request (scans, TLS on a plain port) has no parts but may still be looked for.
  const [, method, target, version] = /^([A-Z_-]{1,32}) (\S.*?)(?: (HTTP\/[\d.]+))?$/.exec(request) ?? [];
  const { stem, query } = splitTarget(target ?? request);
  return {
    date: webTime(time!),
    'c-ip': client,
    'cs-username': given(user),
    'cs-host': host ?? null,
    'cs-method': method ?? null,
    'cs-uri': uriTexts(target ?? request),
    'cs-uri-stem': uriTexts(stem),
    'cs-uri-query': uriTexts(query, target ?? request),
    'cs-version': version ?? null,
    'sc-status': given(status),
    'sc-bytes': given(bytes),
    'cs-referer': headerTexts(given(referer)),
    'cs-user-agent': headerTexts(given(agent)),
  };
}

function given(text: string | undefined): string | null {
  return text === undefined || text === '-' || text === '' ? null : text;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `10/Oct/2000:13:55:36 -0700` as ISO 8601. */
function webTime(text: string): string {
  const m = /^(\d{2})\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d)(?:\.(\d+))? ?([+-]\d{4})?$/.exec(text);
  if (!m) return text;
  const [, day, month, year, clock, fraction, zone] = m;
  const number = MONTHS.indexOf(month!.toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day}T${clock}${fraction ? `.${fraction}` : ''}${zone ?? 'Z'}`;
}
