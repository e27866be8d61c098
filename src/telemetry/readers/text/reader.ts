import { problem } from '../../../base/problem.ts';
import type { LogReader } from '../../reader.ts';
import { encodingOf, headText } from '../bytes/encoding.ts';
import { headOf } from '../bytes/head.ts';
import { eachLine } from '../bytes/lines.ts';
import { RecordEvent } from '../record/event.ts';
import { type Layout, textOf } from '../record/layout.ts';
import { AUDITD, Audit, isAudit } from './auditd.ts';
import { stamped } from './stamp.ts';

/** Services of Sigma's rules for Linux by the program that wrote the line. */
const SERVICES: Readonly<Record<string, string>> = {
  sshd: 'sshd',
  'sshd-session': 'sshd',
  sudo: 'sudo',
  cron: 'cron',
  crond: 'cron',
  anacron: 'cron',
  crontab: 'cron',
  clamd: 'clamav',
  clamscan: 'clamav',
  freshclam: 'clamav',
  vsftpd: 'vsftpd',
  guacd: 'guacamole',
  su: 'auth',
  login: 'auth',
  pkexec: 'auth',
  polkitd: 'auth',
  passwd: 'auth',
  useradd: 'auth',
  usermod: 'auth',
  userdel: 'auth',
  groupadd: 'auth',
  'systemd-logind': 'auth',
  nginx: 'nginx',
};

const SYSLOG: Layout = {
  name: 'syslog',
  head(record, head) {
    const program = textOf(record.program);
    head.product = 'linux';
    head.service = SERVICES[program.toLowerCase()] ?? 'syslog';
    head.computer = textOf(record.host);
    head.time = record.time;
  },
  objects: false,
  line: true,
};

/** Error logs of web servers; their rules look for keywords. */
const ERROR_LOGS = [
  { service: 'apache', line: /^\[\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)? (\d{4})\] \[[\w:]+\] / },
  { service: 'nginx', line: /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[\w+\] \d+#\d+: / },
] as const;

const ERROR_LAYOUTS = ERROR_LOGS.map(
  ({ service }): Layout => ({
    name: service,
    head(record, head) {
      head.service = service;
      head.time = record.time;
    },
    objects: false,
    line: true,
  }),
);

/** Any other text: its user has said what it is. */
const TEXT: Layout = { name: 'text', head() {}, objects: false, line: true };

/**
 * Lines of text: syslog (RFC 3164, RFC 5424) as product `linux` with the service of its program, records of auditd, error logs
 * of Apache and nginx. Keywords are looked for in the whole line; fields are `host`, `program`, `pid`, `message`, those of
 * auditd, and those that sudo lists.
 */
export const textReader: LogReader = {
  name: 'text',
  splits: true,
  recognises(head) {
    const lines = headText(head).split('\n', 6).slice(0, 5);
    return lines.some((line) => isAudit(line) || stamped(line, 0) || ERROR_LOGS.some((log) => log.line.test(line)))
      ? 2
      : 0;
  },
  async read(input, fields, sink, part) {
    const { head, rest } = await headOf(input);
    const event = new RecordEvent(fields, input);
    const audit = new Audit();
    await eachLine(rest, sink, { encoding: encodingOf(head), part, limit: MAX_LENGTH }, (raw, number) => {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line.trim() === '') return;
      const audited = line.includes('msg=audit(') ? audit.read(line) : null;
      const said = audited ? null : stamped(line, input.modified);
      const error = audited || said ? -1 : ERROR_LOGS.findIndex((log) => log.line.test(line));
      if (audited) event.set(audited, AUDITD, line, number);
      else if (said) event.set({ ...said, ...sudoFields(said.program, said.message) }, SYSLOG, line, number);
      else if (error >= 0) event.set({ time: errorTime(line), message: line }, ERROR_LAYOUTS[error]!, line, number);
      else if (input.hint) event.set({ message: line }, TEXT, line, number);
      else {
        const reason = 'it has none of the forms of the lines before';
        sink.problem(problem('record-broken', { source: input.name, line: number }, { reason }));
        return;
      }
      sink.event(event);
    });
  },
};

/** Expressions are run over the lines, so they must not be endless. Bytes. */
const MAX_LENGTH = 256 << 10;

/** `alice : TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/bin/ls` */
function sudoFields(program: string, message: string): Record<string, string> | null {
  if (program !== 'sudo') return null;
  const parts = message.split(' ; ').map((part) => /(?:^|: )([A-Z]+)=(.*)$/.exec(part));
  return Object.fromEntries(parts.flatMap((part) => (part ? [[part[1]!, part[2]!]] : [])));
}

function errorTime(line: string): string | number {
  const apache = ERROR_LOGS[0].line.exec(line);
  return apache ? Date.parse(`${apache[2]} ${apache[1]} ${apache[4]} ${apache[3]} UTC`) : line.slice(0, 19);
}
