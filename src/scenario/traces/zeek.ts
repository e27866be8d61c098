import type { Trace } from '../contract.ts';
import type { Host } from '../world.ts';

const CONN = [
  'ts',
  'uid',
  'id.orig_h',
  'id.orig_p',
  'id.resp_h',
  'id.resp_p',
  'proto',
  'service',
  'duration',
  'orig_bytes',
  'resp_bytes',
  'conn_state',
];
const CONN_TYPES = [
  'time',
  'string',
  'addr',
  'port',
  'addr',
  'port',
  'enum',
  'string',
  'interval',
  'count',
  'count',
  'string',
];
const DNS = [
  'ts',
  'uid',
  'id.orig_h',
  'id.orig_p',
  'id.resp_h',
  'id.resp_p',
  'proto',
  'query',
  'qtype_name',
  'rcode_name',
  'answers',
];
const DNS_TYPES = [
  'time',
  'string',
  'addr',
  'port',
  'addr',
  'port',
  'enum',
  'string',
  'string',
  'string',
  'vector[string]',
];

/** What a Zeek log starts with. */
export function zeekHeader(path: 'conn' | 'dns'): string {
  const [fields, types] = path === 'conn' ? [CONN, CONN_TYPES] : [DNS, DNS_TYPES];
  return [
    '#separator \\x09',
    '#set_separator\t,',
    '#empty_field\t(empty)',
    '#unset_field\t-',
    `#path\t${path}`,
    `#fields\t${fields.join('\t')}`,
    `#types\t${types.join('\t')}`,
  ].join('\n');
}

export interface Connection {
  readonly to: string;
  readonly port: number;
  readonly service: string;
  readonly seconds: number;
  readonly sent: number;
  readonly received: number;
}

/** A line of conn.log. */
export function connection(
  from: Host,
  time: number,
  { to, port, service, seconds, sent, received }: Connection,
): Trace {
  const fields = [
    stamp(time),
    uid(from, time),
    from.address,
    49152 + (time % 16000),
    to,
    port,
    'tcp',
    service,
    seconds.toFixed(6),
    sent,
    received,
    'SF',
  ];
  return { time, file: 'zeek/conn.log', line: fields.join('\t') };
}

/** A line of dns.log. */
export function lookup(from: Host, resolver: Host, time: number, name: string, answer: string): Trace {
  const fields = [
    stamp(time),
    uid(from, time),
    from.address,
    49152 + (time % 16000),
    resolver.address,
    53,
    'udp',
    name,
    'A',
    'NOERROR',
    answer,
  ];
  return { time, file: 'zeek/dns.log', line: fields.join('\t') };
}

const stamp = (time: number): string => (time / 1000).toFixed(6);

const uid = (from: Host, time: number): string =>
  `C${(time * 31 + from.address.length).toString(36)}${from.name.length}`;
