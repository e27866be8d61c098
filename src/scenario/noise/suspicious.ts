import { HARMLESS } from '../addresses.ts';
import type { NoiseLevel, NoiseSource } from '../contract.ts';
import type { Random } from '../random.ts';
import { access, iis, SCANNERS } from '../traces/web.ts';
import {
  exchangeCmdlet,
  fileWritten,
  logon,
  logonRefused,
  processCreated,
  scriptBlock,
  serviceInstalled,
} from '../traces/windows.ts';
import { connection } from '../traces/zeek.ts';
import { hostOf, hostsOf, isWeekend, localTime, type World } from '../world.ts';
import { ordinaryHash } from './everyday.ts';

/** Every so many days from a first one, on working days. */
const every = (days: number, first: number) => (day: number, world: World) =>
  !isWeekend(world, day) && day % days === first ? 1 : 0;

/** More of it at higher levels. */
const scaled = (perLevel: number) => (_day: number, _world: World, random: Random, level: NoiseLevel) =>
  random.between(perLevel, perLevel * level);

const SCAN_PATHS = [
  '/',
  '/.env',
  '/wp-login.php',
  '/manager/html',
  '/owa/',
  '/autodiscover/autodiscover.json',
  '/cgi-bin/luci',
  '/actuator/health',
  '/vendor/phpunit/eval-stdin.php',
  '/aspnet_client/',
] as const;

/** Harmless activity that looks like an intrusion: rules fire on it, and a case has to leave it out. */
export const SUSPICIOUS: readonly NoiseSource[] = [
  {
    name: 'scanners of the Internet',
    from: 1,
    weight: 0,
    times: scaled(8),
    make(day, world, random, emit) {
      const time = localTime(
        world,
        day,
        random.between(0, 23),
        random.between(0, 59),
        random.between(0, 59),
        random.between(0, 999),
      );
      const path = random.pick(SCAN_PATHS);
      const status = path === '/' || path === '/owa/' ? 200 : random.pick([401, 403, 404, 404, 404]);
      const query = path.endsWith('.json') ? '@victim.example/powershell/' : undefined;
      const request = {
        client: random.pick(HARMLESS) + random.between(2, 250),
        agent: random.pick(SCANNERS),
        status,
        bytes: 1200,
        path,
        ...(query ? { query } : {}),
      };
      const mail = hostsOf(world, 'mail')[0];
      if (mail) emit(iis(mail, time, { ...request, method: random.chance(0.3) ? 'POST' : 'GET' }));
      const documents = hostsOf(world, 'documents')[0];
      if (documents) emit(access(documents, time, { ...request, method: 'GET' }));
      return 240;
    },
  },
  {
    name: 'passwords guessed from outside',
    from: 1,
    weight: 0,
    times: scaled(5),
    make(day, world, random, emit) {
      const time = localTime(
        world,
        day,
        random.between(0, 23),
        random.between(0, 59),
        random.between(0, 59),
        random.between(0, 999),
      );
      const host = hostsOf(world, 'mail')[0] ?? hostsOf(world, 'vpn')[0] ?? hostOf(world, 'dc');
      emit(
        logonRefused(
          world,
          host,
          time,
          random.pick(['administrator', 'test', 'admin', 'scan']),
          random.pick(HARMLESS) + random.between(2, 250),
        ),
      );
      return 500;
    },
  },
  {
    name: 'inventory by an administrator through remote services',
    from: 1,
    weight: 0,
    times: every(7, 2),
    make(day, world, random, emit) {
      const admin = 'adm-ops1';
      const from = hostOf(world, 'file');
      const desks = random.sample(hostsOf(world, 'workstation'), 6);
      desks.forEach((desk, n) => {
        const time = localTime(world, day, 10, 5 + n * 2, random.between(0, 59), random.between(0, 999));
        emit(logon(world, desk, time, { account: admin, type: 3, from, logonId: '0x51a2f' }));
        emit(serviceInstalled(world, desk, time + 1500, { name: 'PSEXESVC', image: '%SystemRoot%\\PSEXESVC.exe' }));
        emit(
          processCreated(world, desk, time + 2500, {
            image: 'C:\\Windows\\System32\\net.exe',
            command: 'net localgroup administrators',
            parent: 'C:\\Windows\\PSEXESVC.exe',
            user: admin,
            logonId: '0x51a2f',
            sha256: ordinaryHash('net'),
          }),
        );
      });
      return 12_000;
    },
  },
  {
    name: 'backup of the directory',
    from: 1,
    weight: 0,
    times: every(14, 3),
    make(day, world, random, emit) {
      const dc = hostOf(world, 'dc');
      const time = localTime(world, day, 2, 30, random.between(0, 59), random.between(0, 999));
      emit(
        processCreated(world, dc, time, {
          image: 'C:\\Windows\\System32\\ntdsutil.exe',
          command: 'ntdsutil "ac i ntds" ifm "create full D:\\Backup\\ifm" q q',
          parent: 'C:\\Windows\\System32\\taskeng.exe',
          user: 'svc-backup',
          logonId: '0x4411c',
          sha256: ordinaryHash('ntdsutil'),
        }),
      );
      emit(
        fileWritten(world, dc, time + 30_000, {
          path: 'D:\\Backup\\ifm\\Active Directory\\ntds.dit',
          image: 'C:\\Windows\\System32\\ntdsutil.exe',
          user: 'svc-backup',
        }),
      );
      return 2000;
    },
  },
  {
    name: 'backup to a provider',
    from: 1,
    weight: 0,
    times: every(7, 4),
    make(day, world, random, emit) {
      const time = localTime(world, day, 1, 10, random.between(0, 59), random.between(0, 999));
      emit(
        connection(hostOf(world, 'file'), time, {
          to: '198.51.100.77',
          port: 443,
          service: 'ssl',
          seconds: 5200,
          sent: random.between(3, 9) * 1_000_000_000,
          received: 900_000,
        }),
      );
      return 130;
    },
  },
  {
    name: 'scripts of administrators',
    from: 1,
    weight: 0,
    times: scaled(1),
    make(day, world, random, emit) {
      const time = localTime(
        world,
        day,
        random.between(8, 17),
        random.between(0, 59),
        random.between(0, 59),
        random.between(0, 999),
      );
      const script = random.pick([
        'Get-ADUser -Filter * -Properties LastLogonDate',
        'Get-WmiObject Win32_OperatingSystem -ComputerName (Get-Content hosts.txt)',
        'Invoke-Command -ComputerName FILE01 { Get-Service }',
      ]);
      emit(scriptBlock(world, hostOf(world, 'dc'), time, script));
      return 700;
    },
  },
  {
    name: 'mailboxes exported for the legal department',
    from: 1,
    weight: 0,
    times: every(28, 10),
    make(day, world, random, emit) {
      const mail = hostsOf(world, 'mail')[0];
      if (!mail) return 0;
      const time = localTime(world, day, 15, random.between(0, 59), random.between(0, 59), random.between(0, 999));
      const box = random.pick(world.users);
      emit(
        exchangeCmdlet(
          world,
          mail,
          time,
          'New-MailboxExportRequest',
          `-Mailbox "${box}" -FilePath "\\\\FILE01\\legal\\${box}.pst"`,
          'adm-ops2',
        ),
      );
      return 600;
    },
  },
  {
    name: 'updates on patch days',
    from: 1,
    weight: 0,
    times: every(28, 15),
    make(day, world, random, emit) {
      for (const desk of random.sample(hostsOf(world, 'workstation'), 20)) {
        const time = localTime(world, day, 12, random.between(0, 59), random.between(0, 59), random.between(0, 999));
        emit(
          serviceInstalled(world, desk, time, {
            name: 'Agent Update Helper',
            image: 'C:\\Program Files\\Agent\\update-helper.exe',
            start: 'auto start',
          }),
        );
        emit(
          processCreated(world, desk, time + 2000, {
            image: 'C:\\Windows\\System32\\msiexec.exe',
            command: 'msiexec /i agent.msi /qn',
            parent: 'C:\\Windows\\System32\\services.exe',
            user: 'SYSTEM',
            logonId: '0x3e7',
            sha256: ordinaryHash('msiexec'),
          }),
        );
      }
      return 20_000;
    },
  },
  {
    name: 'packages published by the software team',
    from: 1,
    weight: 0,
    times: every(14, 8),
    make(day, world, random, emit) {
      const updates = hostsOf(world, 'updates')[0];
      if (!updates) return 0;
      const time = localTime(world, day, 11, random.between(0, 59), random.between(0, 59), random.between(0, 999));
      emit(
        fileWritten(world, updates, time, {
          path: `D:\\Updates\\packages\\setup-4.${day}.exe`,
          image: 'C:\\Program Files\\Publisher\\publish.exe',
          user: 'svc-deploy',
        }),
      );
      for (const desk of random.sample(hostsOf(world, 'workstation'), 12))
        emit(
          processCreated(world, desk, time + random.between(1, 240) * 60_000, {
            image: `C:\\ProgramData\\Client\\Updates\\setup-4.${day}.exe`,
            command: `setup-4.${day}.exe /quiet`,
            parent: 'C:\\Program Files\\Client\\updater.exe',
            user: 'SYSTEM',
            logonId: '0x3e7',
            sha256: ordinaryHash(`setup-4.${day}`),
          }),
        );
      return 14_000;
    },
  },
  {
    name: 'pay slips packed for people',
    from: 2,
    weight: 0,
    times: every(28, 17),
    make(day, world, random, emit) {
      const desk = hostsOf(world, 'workstation')[3]!;
      const time = localTime(world, day, 14, random.between(0, 59), random.between(0, 59), random.between(0, 999));
      emit(
        processCreated(world, desk, time, {
          image: 'C:\\Program Files\\WinRAR\\Rar.exe',
          command: 'Rar.exe a -hpSecret D:\\Pay\\slips.rar D:\\Pay\\slips',
          parent: 'C:\\Windows\\explorer.exe',
          user: desk.user,
          logonId: '0x3e7ab',
          sha256: ordinaryHash('rar'),
        }),
      );
      return 1000;
    },
  },
  {
    name: 'logs emptied to make room',
    from: 2,
    weight: 0,
    times: every(56, 22),
    make(day, world, random, emit) {
      const time = localTime(world, day, 9, random.between(0, 59), random.between(0, 59), random.between(0, 999));
      emit(
        processCreated(world, hostOf(world, 'file'), time, {
          image: 'C:\\Windows\\System32\\wevtutil.exe',
          command: 'wevtutil cl Application',
          parent: 'C:\\Windows\\System32\\cmd.exe',
          user: 'adm-ops1',
          logonId: '0x51a2f',
          sha256: ordinaryHash('wevtutil'),
        }),
      );
      return 1000;
    },
  },
];
