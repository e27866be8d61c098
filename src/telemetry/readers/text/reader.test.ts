import { expect, test } from 'vitest';
import { inputOf, see } from '../../../../test/fixtures/logs/see.ts';

const MODIFIED = Date.UTC(2021, 0, 3);
const withTime = (text: string) => ({ ...inputOf(text), modified: MODIFIED });

test.each([
  [
    'Jan  2 10:11:12 web sshd[77]: Failed password',
    'linux//sshd',
    '2021-01-02T10:11:12.000Z',
    { host: 'web', program: 'sshd', pid: '77', message: 'Failed password' },
  ],
  ['Dec 31 10:11:12 web CRON[1]: (root) CMD (x)', 'linux//cron', '2020-12-31T10:11:12.000Z', { program: 'CRON' }],
  ['<34>Oct 11 22:14:15 web kernel: hello', 'linux//syslog', '2020-10-11T22:14:15.000Z', { message: 'hello' }],
  ['2020-09-20T12:11:12.5+02:00 web su[1]: ok', 'linux//auth', '2020-09-20T10:11:12.500Z', { program: 'su' }],
  [
    '<165>1 2020-09-20T10:11:12Z web app 99 ID47 [a@1 b="c\\]"] text',
    'linux//syslog',
    '2020-09-20T10:11:12.000Z',
    { program: 'app', pid: '99', message: 'text' },
  ],
  [
    'Jan  2 10:11:12 web sudo:   eve : TTY=pts/0 ; PWD=/home ; USER=#-1 ; COMMAND=/bin/sh',
    'linux//sudo',
    '2021-01-02T10:11:12.000Z',
    { USER: '#-1', COMMAND: '/bin/sh' },
  ],
  ['[Wed Oct 11 14:32:52.001 2000] [core:error] [pid 1] x', '//apache', '2000-10-11T14:32:52.000Z', {}],
  ['2020/09/20 10:11:12 [error] 7#7: *1 x', '//nginx', '2020-09-20T10:11:12.000Z', {}],
])('%s', async (line, source, time, fields) => {
  const { reader, events, problems } = await see(withTime(`${line}\n`), [
    'host',
    'program',
    'pid',
    'message',
    'USER',
    'COMMAND',
  ]);
  expect({ reader, problems }).toEqual({ reader: 'text', problems: [] });
  expect(events).toMatchObject([{ source, time, fields, texts: [line] }]);
});

const AUDIT = [
  'type=SYSCALL msg=audit(1600596672.123:7): arch=c000003e syscall=59 success=yes a0=55d1 pid=42 ppid=41 uid=0 comm="ls" exe="/usr/bin/ls" key="x"\x1dSYSCALL=execve UID="root"',
  'type=EXECVE msg=audit(1600596672.123:7): argc=3 a0="ls" a1=2F746D702F612062 a2="-l"',
  'type=PATH msg=audit(1600596672.123:7): item=1 name="/tmp/x" nametype=CREATE',
  'node=web type=SYSCALL msg=audit(1600596673.000:8): syscall=42 pid=42 exe="/bin/nc"',
  'node=web type=SOCKADDR msg=audit(1600596673.000:8): saddr=0200115CC00002070000000000000000',
  'type=USER_AUTH msg=audit(1600596674.000:9): pid=1 msg=\'op=PAM acct="bob" exe="/usr/sbin/sshd" res=failed\'',
];

test('auditd: fields as logged, and what rules for processes, files and connections ask for', async () => {
  const names = [
    'type',
    'SYSCALL',
    'a0',
    'a1',
    'exe',
    'Image',
    'CommandLine',
    'User',
    'TargetFilename',
    'DestinationIp',
    'DestinationPort',
    'acct',
  ];
  const { events, problems } = await see(inputOf(AUDIT.join('\n')), names);
  expect(problems).toEqual([]);
  expect(events.map(({ source, computer, fields }) => ({ source, computer, ...fields }))).toMatchObject([
    {
      source: 'linux//auditd',
      type: 'SYSCALL',
      SYSCALL: 'execve',
      a0: '55d1',
      exe: '/usr/bin/ls',
      Image: '/usr/bin/ls',
    },
    {
      source: 'linux/process_creation/auditd',
      type: 'EXECVE',
      a0: 'ls',
      a1: '/tmp/a b',
      CommandLine: 'ls /tmp/a b -l',
      Image: '/usr/bin/ls',
      User: 'root',
    },
    { source: 'linux/file_event/auditd', TargetFilename: '/tmp/x', Image: '/usr/bin/ls' },
    { source: 'linux//auditd', computer: 'web' },
    {
      source: 'linux/network_connection/auditd',
      DestinationIp: '192.0.2.7',
      DestinationPort: '4444',
      Image: '/bin/nc',
    },
    { source: 'linux//auditd', type: 'USER_AUTH', acct: 'bob', exe: '/usr/sbin/sshd' },
  ]);
  expect(events[0]!.time).toBe('2020-09-20T10:11:12.123Z');
});

test('lines of no known form are problems, unless the user says what the file is', async () => {
  const text = 'Jan  2 10:11:12 web a: b\nwhatever\n';
  const plain = await see(withTime(text));
  expect([plain.events.length, plain.problems.map((p) => p.place.line)]).toEqual([1, [2]]);
  const hint = { product: 'jvm', category: 'application', service: '' };
  const told = await see(inputOf('at java.lang.X\nat Y\n', { hint }), ['message']);
  expect(told.events).toMatchObject([{ source: 'jvm/application/', texts: ['at java.lang.X'] }, { record: 2 }]);
});
