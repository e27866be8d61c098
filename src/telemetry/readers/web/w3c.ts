import { problem } from '../../../base/problem.ts';
import type { LogReader } from '../../reader.ts';
import { encodingOf, headText } from '../bytes/encoding.ts';
import { headOf } from '../bytes/head.ts';
import { eachLine } from '../bytes/lines.ts';
import { isFirst } from '../bytes/parts.ts';
import { RecordEvent } from '../record/event.ts';
import { type Layout, type LogRecord, textOf } from '../record/layout.ts';
import { uriTexts } from './uri.ts';

/**
 * Extended log format of the W3C: IIS, proxies (Blue Coat, TMG) and the firewall of Windows. `#Fields:` may change in the
 * middle. Names are Sigma's: `cs(User-Agent)` is `cs-user-agent`. `-` is no value.
 */
export const w3cReader: LogReader = {
  name: 'w3c',
  splits: false,
  recognises(head) {
    const lines = headText(head).split('\n', 20);
    if (!lines[0]?.startsWith('#')) return 0;
    return lines.some((line) => /^#Fields:[ \t]*[\w-]+/i.test(line)) ? 2 : 0;
  },
  async read(input, fields, sink, part) {
    if (!isFirst(part)) return;
    const { head, rest } = await headOf(input);
    const event = new RecordEvent(fields, input);
    const table = new Table();
    await eachLine(rest, sink, { encoding: encodingOf(head) }, (raw, number) => {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line === '') return;
      if (line.startsWith('#')) {
        table.directive(line);
        return;
      }
      const cells = table.split(line);
      const expected = table.names.length;
      if (expected === 0 || cells.length < expected) {
        const reason = expected === 0 ? 'no #Fields line before it' : `${cells.length} values for ${expected} fields`;
        sink.problem(problem('record-broken', { source: input.name, line: number }, { reason }));
        return;
      }
      event.set(table.record(cells), table.layout, line, number);
      sink.event(event);
    });
  },
};

class Table {
  names: readonly string[] = [];
  layout: Layout = WEBSERVER;
  private separator = ' ';
  private software = '';
  /** `#Date:`, for lines that have a time only. */
  private date = '';

  directive(line: string): void {
    const [, name = '', value = ''] = /^#([\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name === 'Software') this.software = value;
    else if (name === 'Date') this.date = value.slice(0, 10);
    else if (name === 'Fields') {
      this.separator = [' ', '\t', ','].find((mark) => value.includes(mark)) ?? ' ';
      if (value.includes('\t')) this.separator = '\t';
      this.names = value.trimEnd().split(this.separator).map(sigmaName);
      this.layout = layoutOf(this.names, this.software);
    }
  }

  /** Values with blanks inside are quoted by proxies; IIS writes a plus for a blank and quotes nothing. */
  split(line: string): string[] {
    const trimmed = line.trimEnd();
    if (!trimmed.includes('"') || this.software.includes('Internet Information')) return trimmed.split(this.separator);
    const mark = this.separator === '\t' ? '\\t' : this.separator;
    const values = trimmed.matchAll(new RegExp(`(?:^|${mark})(?:"((?:[^"]|"")*)"|([^${mark}]*))`, 'g'));
    return [...values].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
  }

  record(cells: readonly string[]): LogRecord {
    const record: Record<string, unknown> = {};
    for (let i = 0; i < this.names.length; i++) {
      const cell = cells[i]!;
      record[this.names[i]!] = cell === '-' || cell === '' ? null : cell;
    }
    return this.layout === FIREWALL ? this.dated(record) : withRequest(this.dated(record));
  }

  private dated(record: Record<string, unknown>): Record<string, unknown> {
    const day = textOf(record.date) || this.date;
    const clock = textOf(record.time);
    record['date-time'] ??= clock ? `${day}T${clock}` : day;
    return record;
  }
}

const COMMON: Omit<Layout, 'name'> = {
  head(record, head) {
    head.computer = textOf(record['s-computername']);
    head.time = record['date-time'];
  },
  objects: false,
  line: true,
};

const WEBSERVER: Layout = {
  ...COMMON,
  name: 'w3c-webserver',
  head(record, head, file) {
    COMMON.head(record, head, file);
    head.category = 'webserver';
  },
  aliases: { 'cs-user-agent': 'c-useragent', 'cs-uri': 'c-uri', 'c-ip': 'src_ip', 's-ip': 'dst_ip' },
};

const PROXY: Layout = {
  ...COMMON,
  name: 'w3c-proxy',
  head(record, head, file) {
    COMMON.head(record, head, file);
    head.category = 'proxy';
  },
  aliases: {
    'cs-user-agent': 'c-useragent',
    'c-agent': ['c-useragent', 'cs-user-agent'],
    'cs-uri': 'c-uri',
    'cs-uri-path': 'cs-uri-stem',
    'cs-uri-query': 'c-uri-query',
    'cs-uri-extension': 'c-uri-extension',
    'r-host': 'cs-host',
    's-operation': 'cs-method',
    'c-ip': 'src_ip',
    'r-ip': 'dst_ip',
  },
};

const FIREWALL: Layout = {
  ...COMMON,
  name: 'w3c-firewall',
  head(record, head, file) {
    COMMON.head(record, head, file);
    head.category = 'firewall';
  },
  aliases: { 'src-ip': 'src_ip', 'dst-ip': 'dst_ip', 'src-port': 'src_port', 'dst-port': 'dst_port' },
};

/** Columns that only a proxy writes. */
const PROXY_COLUMNS = [
  'c-uri',
  'r-host',
  'cs-uri-scheme',
  's-action',
  'x-exception-id',
  's-hierarchy',
  'sc-filter-result',
];

function layoutOf(names: readonly string[], software: string): Layout {
  if (names.includes('src-ip') && names.includes('dst-port')) return FIREWALL;
  const proxies = /SGOS|Blue ?Coat|Forefront|TMG|ISA Server|Squid/i.test(software);
  return proxies || names.some((name) => PROXY_COLUMNS.includes(name)) ? PROXY : WEBSERVER;
}

/** `cs(User-Agent)` → `cs-user-agent`. */
function sigmaName(name: string): string {
  return name.toLowerCase().replace(/^(\w+)\((.+)\)$/, '$1-$2');
}

/** Requests as rules look for them, see `uriTexts`; a plus in what a browser says of itself stands for a blank. */
function withRequest(record: Record<string, unknown>): Record<string, unknown> {
  const stem = record['cs-uri-stem'] ?? record['cs-uri-path'];
  const query = record['cs-uri-query'];
  if (typeof stem === 'string') {
    const target = typeof query === 'string' ? `${stem}${query.startsWith('?') ? '' : '?'}${query}` : stem;
    record['cs-uri-stem'] = uriTexts(stem);
    record['cs-uri-query'] = uriTexts(typeof query === 'string' ? query : null, target);
    if (typeof record['cs-host'] === 'string' && record['c-uri'] === undefined && record['cs-uri'] === undefined)
      record['cs-uri'] = `${textOf(record['cs-uri-scheme']) || 'http'}://${record['cs-host']}${target}`;
  }
  for (const name of ['cs-uri', 'c-uri']) if (typeof record[name] === 'string') record[name] = uriTexts(record[name]);
  for (const name of ['cs-user-agent', 'c-agent']) {
    const agent = record[name];
    if (typeof agent === 'string' && agent.includes('+')) record[name] = [agent, agent.replaceAll('+', ' ')];
  }
  return record;
}
