import { HARMLESS } from '../addresses.ts';
import type { NoiseSource } from '../contract.ts';
import type { Random } from '../random.ts';
import { access, BROWSERS, iis } from '../traces/web.ts';
import { connected, logon, processCreated } from '../traces/windows.ts';
import { connection, lookup } from '../traces/zeek.ts';
import { hostOf, hostsOf, localTime, type World } from '../world.ts';

/** A moment of a working day: mostly office hours with a dip at noon, some evenings, few nights. */
function workingTime(day: number, world: World, random: Random): number {
  const roll = random.next();
  const hour =
    roll < 0.45
      ? random.between(8, 11)
      : roll < 0.9
        ? random.between(13, 17)
        : roll < 0.97
          ? random.between(18, 21)
          : random.between(0, 23);
  return localTime(world, day, hour, random.between(0, 59), random.between(0, 59), random.between(0, 999));
}

const PROGRAMS = [
  ['C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE', 'C:\\Windows\\explorer.exe'],
  ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Windows\\explorer.exe'],
  ['C:\\Windows\\System32\\svchost.exe', 'C:\\Windows\\System32\\services.exe'],
  ['C:\\Windows\\System32\\conhost.exe', 'C:\\Windows\\System32\\csrss.exe'],
  ['C:\\Windows\\System32\\SearchProtocolHost.exe', 'C:\\Windows\\System32\\SearchIndexer.exe'],
  ['C:\\Windows\\System32\\taskhostw.exe', 'C:\\Windows\\System32\\svchost.exe'],
] as const;

const SITES = [
  'update.vendor.example',
  'cdn.news.example',
  'mail.partner.example',
  'docs.supplier.example',
  'time.service.example',
] as const;

/** What fills the logs of any network. Each piece says about how many bytes it made. */
export const EVERYDAY: readonly NoiseSource[] = [
  {
    name: 'network logons of people at work',
    from: 0,
    weight: 4,
    make(day, world, random, emit) {
      const desk = random.pick(hostsOf(world, 'workstation'));
      const server = random.chance(0.5) ? hostOf(world, 'dc') : hostOf(world, 'file');
      const time = workingTime(day, world, random);
      emit(
        logon(world, server, time, {
          account: desk.user,
          type: 3,
          from: desk,
          logonId: `0x${random.hex(7).toLowerCase()}`,
        }),
      );
      return 700;
    },
  },
  {
    name: 'logons at the screen',
    from: 0,
    weight: 1,
    make(day, world, random, emit) {
      const desk = random.pick(hostsOf(world, 'workstation'));
      emit(
        logon(world, desk, workingTime(day, world, random), {
          account: desk.user,
          type: 2,
          logonId: `0x${random.hex(7).toLowerCase()}`,
        }),
      );
      return 700;
    },
  },
  {
    name: 'programs that start',
    from: 0,
    weight: 4,
    make(day, world, random, emit) {
      const desk = random.pick(hostsOf(world, 'workstation'));
      const [image, parent] = random.pick(PROGRAMS);
      emit(
        processCreated(world, desk, workingTime(day, world, random), {
          ...{ image, parent, user: desk.user, logonId: '0x3e7ab' },
          ...{ command: `"${image}"`, sha256: ordinaryHash(image) },
        }),
      );
      return 1000;
    },
  },
  {
    name: 'programs that connect',
    from: 0,
    weight: 2,
    make(day, world, random, emit) {
      const desk = random.pick(hostsOf(world, 'workstation'));
      const address = random.pick(HARMLESS) + random.between(2, 250);
      const time = workingTime(day, world, random);
      const image = PROGRAMS[random.between(0, 1)]![0];
      emit(connected(world, desk, time, { address, port: 443, image, user: desk.user }));
      return 800;
    },
  },
  {
    name: 'lookups and connections',
    from: 0,
    weight: 4,
    make(day, world, random, emit) {
      const desk = random.pick(hostsOf(world, 'workstation'));
      const to = random.pick(HARMLESS) + random.between(2, 250);
      const time = workingTime(day, world, random);
      emit(lookup(desk, hostOf(world, 'dc'), time, random.pick(SITES), to));
      const [sent, received] = [random.between(400, 40_000), random.between(2000, 900_000)];
      emit(connection(desk, time + 40, { to, port: 443, service: 'ssl', seconds: random.next() * 90, sent, received }));
      return 260;
    },
  },
  {
    name: 'people at the web front',
    from: 0,
    weight: 3,
    make(day, world, random, emit) {
      const time = workingTime(day, world, random);
      const client = random.chance(0.6)
        ? random.pick(hostsOf(world, 'workstation')).address
        : random.pick(HARMLESS) + random.between(2, 250);
      const mail = hostsOf(world, 'mail')[0];
      const user = random.pick(world.users);
      const request = { client, agent: random.pick(BROWSERS), status: 200, bytes: random.between(500, 90_000), user };
      if (mail)
        emit(
          iis(mail, time, { ...request, method: random.chance(0.5) ? 'POST' : 'GET', path: random.pick(MAIL_PATHS) }),
        );
      const documents = hostsOf(world, 'documents')[0];
      if (documents)
        emit(
          access(documents, time, {
            ...request,
            method: random.chance(0.2) ? 'POST' : 'GET',
            path: random.pick(DOCUMENT_PATHS),
          }),
        );
      return 220;
    },
  },
];

const MAIL_PATHS = [
  '/owa/',
  '/owa/service.svc',
  '/mapi/emsmdb/',
  '/ews/exchange.asmx',
  '/autodiscover/autodiscover.xml',
  '/rpc/rpcproxy.dll',
  '/ecp/default.aspx',
  '/owa/auth/logon.aspx',
] as const;
const DOCUMENT_PATHS = [
  '/edoc/list.do',
  '/edoc/view.do',
  '/edoc/upload.do',
  '/edoc/static/app.js',
  '/edoc/login.do',
  '/edoc/search.do',
] as const;

/** The same program has the same hash everywhere. */
export function ordinaryHash(image: string): string {
  let value = 7;
  for (const char of image) value = (Math.imul(value, 31) + char.charCodeAt(0)) >>> 0;
  return value.toString(16).toUpperCase().padStart(8, '0').repeat(8);
}
