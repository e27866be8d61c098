import type { Trace } from '../contract.ts';
import type { Host } from '../world.ts';

export interface WebRequest {
  readonly method: 'GET' | 'POST' | 'HEAD';
  readonly path: string;
  readonly query?: string;
  readonly user?: string;
  readonly client: string;
  readonly agent: string;
  readonly status: number;
  /** Bytes of the answer. */
  readonly bytes: number;
}

const IIS_FIELDS =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status sc-bytes time-taken';

/** What an IIS log starts with, at a time. */
export function iisHeader(time: number): string {
  const [day, clock] = new Date(time).toISOString().slice(0, 19).split('T');
  return [
    '#Software: Microsoft Internet Information Services 10.0',
    '#Version: 1.0',
    `#Date: ${day} ${clock}`,
    IIS_FIELDS,
  ].join('\n');
}

/** A line of an IIS log, one file a month. */
export function iis(host: Host, time: number, request: WebRequest): Trace {
  const [day, clock] = new Date(time).toISOString().slice(0, 19).split('T') as [string, string];
  const { method, path, query, user, client, agent, status, bytes } = request;
  const fields = [
    day,
    clock,
    host.address,
    method,
    path,
    query ?? '-',
    443,
    user ?? '-',
    client,
    agent.replaceAll(' ', '+'),
    '-',
    status,
    0,
    0,
    bytes,
    31,
  ];
  return { time, file: `${host.name}/iis/u_ex${day.slice(2, 4)}${day.slice(5, 7)}.log`, line: fields.join(' ') };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A line of an access log in the combined format. */
export function access(host: Host, time: number, request: WebRequest): Trace {
  const at = new Date(time);
  const two = (n: number) => String(n).padStart(2, '0');
  const when = `${two(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)} +0000`;
  const { method, path, query, user, client, agent, status, bytes } = request;
  const url = query ? `${path}?${query}` : path;
  return {
    time,
    file: `${host.name}/access.log`,
    line: `${client} - ${user ?? '-'} [${when}] "${method} ${url} HTTP/1.1" ${status} ${bytes} "-" "${agent}"`,
  };
}

/** Agents of browsers that people use, and of programs that scan the whole Internet. */
export const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:109.0) Gecko/20100101 Firefox/114.0',
  'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.16327; Pro)',
] as const;
export const SCANNERS = ['Mozilla/5.0 zgrab/0.x', 'masscan-ng/1.3', 'python-requests/2.28.1', 'curl/7.88.1'] as const;
