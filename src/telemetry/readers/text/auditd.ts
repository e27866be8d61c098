import { type Layout, textOf } from '../record/layout.ts';

/** `node=` is there when logs are sent to another host. */
const RECORD = /(?:(?<!\S)node=(\S+) )?type=([A-Z_0-9]+) msg=audit\((\d+(?:\.\d+)?):(\d+)\): ?(.*)$/s;
// biome-ignore lint/suspicious/noControlCharactersInRegex: auditd puts this character before what it adds for readers
const PAIR = /(?<![\w-])([A-Za-z_][\w-]*(?:\[\d+\])?)=("[^"]*"|'[^']*'|\{[^}]*\}|[^\s\x1d]*)/g;
/** Texts that auditd writes as hexadecimal digits when they hold blanks or quotation marks. */
const ENCODED = new Set(['exe', 'comm', 'cwd', 'name', 'proctitle', 'data', 'cmd', 'acct', 'key']);
const CONNECT = new Set(['connect', '42']);

export const AUDITD: Layout = {
  name: 'auditd',
  head(record, head) {
    head.product = 'linux';
    head.service = 'auditd';
    head.category = textOf(record.category);
    head.computer = textOf(record.node);
    head.time = Number(record.time);
  },
  aliases: { cwd: 'CurrentDirectory' },
  objects: false,
  line: true,
};

/** Whether a line has a record of auditd in it. */
export function isAudit(line: string): boolean {
  return line.includes('msg=audit(') && RECORD.test(line);
}

/**
 * Records of Linux's auditd, with their fields as logged (encoded texts decoded). Records of one action follow each other, and
 * what Sigma's rules for processes, files and connections ask for is spread over them: EXECVE has `CommandLine` and the `Image` of
 * the SYSCALL before it and is a process_creation besides; a PATH that was created is a file_event, SOCKADDR of a connect a
 * network_connection.
 */
export class Audit {
  /** The last SYSCALL and the number of its action. */
  private call: Readonly<Record<string, string>> = {};
  private action = '';

  read(line: string): Record<string, unknown> | null {
    const m = RECORD.exec(line);
    if (!m) return null;
    const [, node, type, time, action, rest] = m as unknown as [
      string,
      string | undefined,
      string,
      string,
      string,
      string,
    ];
    const fields = pairs(rest, type);
    const record: Record<string, unknown> = { type, node: node ?? null, time, ...fields };
    if (type === 'SYSCALL') {
      this.call = fields;
      this.action = action;
      record.Image = fields.exe ?? null;
      return record;
    }
    const call = action === this.action ? this.call : {};
    if (type === 'EXECVE')
      Object.assign(record, { category: 'process_creation', CommandLine: commandLine(fields) }, caller(call));
    else if (type === 'PATH' && fields.nametype === 'CREATE')
      Object.assign(record, { category: 'file_event', TargetFilename: fields.name ?? null }, caller(call));
    else if (type === 'SOCKADDR') {
      const end = address(fields);
      if (end && CONNECT.has(call.SYSCALL ?? call.syscall ?? ''))
        Object.assign(record, { category: 'network_connection', Initiated: 'true' }, end, caller(call));
    }
    return record;
  }
}

function caller(call: Readonly<Record<string, string>>): Record<string, string | null> {
  const { exe, pid, ppid, UID } = call;
  return exe === undefined
    ? {}
    : { Image: exe, ProcessId: pid ?? null, ParentProcessId: ppid ?? null, User: UID ?? null };
}

function pairs(text: string, type: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key, raw] of text.matchAll(PAIR) as Iterable<[string, string, string]>) {
    if (key === 'msg' && raw.startsWith("'")) {
      for (const [inner, value] of Object.entries(pairs(raw.slice(1, -1), type))) found[inner] ??= value;
      continue;
    }
    const quoted = raw.startsWith('"') || raw.startsWith("'");
    const value = quoted ? raw.slice(1, -1) : raw;
    const encoded = ENCODED.has(key) || (type === 'EXECVE' && /^a\d+(\[\d+\])?$/.test(key));
    found[key] ??= !quoted && encoded && value.length > 1 && /^(?:[0-9A-F]{2})+$/.test(value) ? decoded(value) : value;
  }
  return found;
}

/** Texts end in a zero or have zeros between their words (the title of a process). */
function decoded(digits: string): string {
  return Buffer.from(digits, 'hex').toString().replace(/\0+$/, '').replaceAll('\0', ' ');
}

function commandLine(fields: Readonly<Record<string, string>>): string {
  const words: string[] = [];
  for (const [key, value] of Object.entries(fields)) {
    const m = /^a(\d+)(?:\[\d+\])?$/.exec(key);
    if (m && Number(m[1]) < 10_000) words[Number(m[1])] = (words[Number(m[1])] ?? '') + value;
  }
  return words.filter((word) => word !== undefined).join(' ');
}

/** Where a socket leads to: as auditd translates it, or from the bytes of a sockaddr_in or sockaddr_in6. */
function address({ saddr = '', SADDR = '' }: Readonly<Record<string, string>>): Record<string, string> | null {
  const told = /laddr=(\S+) lport=(\d+)/.exec(SADDR);
  if (told) return { DestinationIp: told[1]!, DestinationPort: told[2]! };
  const bytes = /^[0-9A-F]{16,}$/.test(saddr) ? Buffer.from(saddr, 'hex') : Buffer.alloc(0);
  if (bytes.length >= 8 && bytes[0] === 2)
    return { DestinationIp: bytes.subarray(4, 8).join('.'), DestinationPort: String(bytes.readUInt16BE(2)) };
  if (bytes.length < 24 || bytes[0] !== 10) return null;
  const groups = Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(8 + 2 * i).toString(16));
  return { DestinationIp: groups.join(':'), DestinationPort: String(bytes.readUInt16BE(2)) };
}
