import { isObject, type Layout, type LogRecord, type Shape, textOf } from '../record/layout.ts';

/** Logs of Zeek that are also what a category of Sigma asks for, with the names of that category. */
const CATEGORIES: Readonly<Record<string, { readonly category: string; readonly aliases: Layout['aliases'] & {} }>> = {
  dns: { category: 'dns', aliases: { answers: 'answer', qtype_name: 'record_type' } },
  http: {
    category: 'proxy',
    aliases: {
      uri: ['c-uri', 'cs-uri', 'cs-uri-query', 'cs-uri-stem'],
      user_agent: ['c-useragent', 'cs-user-agent'],
      host: 'cs-host',
      method: 'cs-method',
      referrer: 'cs-referer',
      status_code: 'sc-status',
      username: 'cs-username',
      'id.orig_h': ['c-ip', 'src_ip'],
      'id.resp_h': 'dst_ip',
    },
  },
  conn: {
    category: 'firewall',
    aliases: { 'id.orig_h': 'src_ip', 'id.orig_p': 'src_port', 'id.resp_h': 'dst_ip', 'id.resp_p': 'dst_port' },
  },
};

const LAYOUTS = new Map<string, Layout>();

/** The layout of one of Zeek's logs: `dns` is service `dns` of product `zeek`. */
export function zeekLayout(path: string): Layout {
  let layout = LAYOUTS.get(path);
  if (layout) return layout;
  const { category = '', aliases = {} } = CATEGORIES[path] ?? {};
  layout = {
    name: 'zeek',
    head(record, head) {
      head.product = 'zeek';
      head.service = path;
      head.category = category;
      head.time = record.ts;
      head.computer = textOf(record._system_name) || textOf(record._node);
    },
    aliases,
    objects: true,
  };
  // Paths are taken from files; there are some hundred kinds of logs.
  if (LAYOUTS.size < 1000) LAYOUTS.set(path, layout);
  return layout;
}

/** Zeek's logs as JSON: `_path` says which log it is, otherwise the name of the file does. */
export const ZEEK_SHAPE: Shape = {
  name: 'zeek',
  is: (record) =>
    'ts' in record &&
    (typeof record._path === 'string' || 'id.orig_h' in record || ('uid' in record && hasEnds(record))),
  layout: (record, file) => zeekLayout(typeof record._path === 'string' ? record._path : pathOf(file)),
};

/** The kind of a log by its file's name: `dns.log`, `logs/dns.2020-09-20.log.gz`, `zeek_dns.json`. */
export function pathOf(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).toLowerCase();
  return /^(?:(?:zeek|bro|corelight)[_-])?([a-z0-9_]+)/.exec(name)?.[1] ?? '';
}

function hasEnds(record: LogRecord): boolean {
  return isObject(record.id) && 'orig_h' in record.id;
}
