import { isObject, type OnlyLayout, objectAt, textOf } from '../record/layout.ts';

/** Records of sensors on hosts that are not Windows, and of traps. */
export const HOST_SHAPES: readonly OnlyLayout[] = [
  {
    // Apple's eslogger: what the Endpoint Security framework reports. Only started programs have the names of Sigma's rules.
    name: 'eslogger',
    is: (record) => 'event_type' in record && isObject(record.event) && isObject(record.process),
    head(record, head) {
      head.product = 'macos';
      head.category =
        'exec' in objectAt(record, 'event')
          ? 'process_creation'
          : 'create' in objectAt(record, 'event')
            ? 'file_event'
            : '';
      head.time = record.time;
    },
    aliases: {
      'event.exec.target.executable.path': 'Image',
      'event.exec.command_line': 'CommandLine',
      'process.executable.path': 'ParentImage',
      'event.create.destination.existing_file.path': 'TargetFilename',
      'event.create.destination.new_path.filename': 'TargetFilename',
    },
    objects: true,
  },
  {
    // Laurel: one object per audited action, its record types as keys.
    name: 'laurel',
    is: (record) => 'ID' in record && (isObject(record.SYSCALL) || isObject(record.EXECVE)),
    head(record, head) {
      head.product = 'linux';
      head.service = 'auditd';
      if (isObject(record.EXECVE)) head.category = 'process_creation';
      const id = /^(\d+(?:\.\d+)?):/.exec(textOf(record.ID));
      head.time = id ? Number(id[1]) : undefined;
      head.computer = textOf(record.NODE);
    },
    below: [
      { path: 'SYSCALL', rank: 0 },
      { path: 'EXECVE', rank: 1 },
      { path: 'CWD', rank: 2 },
      { path: 'PATH', rank: 2 },
      { path: 'PROCTITLE', rank: 2 },
    ],
    aliases: {
      'SYSCALL.exe': 'Image',
      'SYSCALL.SYSCALL': 'SYSCALL',
      'PARENT_INFO.exe': 'ParentImage',
      'CWD.cwd': 'CurrentDirectory',
      'EXECVE.ARGV_STR': 'CommandLine',
    },
    objects: true,
  },
  {
    name: 'opencanary',
    is: (record) => 'logtype' in record && 'node_id' in record,
    head(record, head) {
      head.product = 'opencanary';
      head.category = 'application';
      head.time = record.utc_time ?? record.local_time;
      head.computer = textOf(record.node_id);
    },
    objects: true,
  },
];
