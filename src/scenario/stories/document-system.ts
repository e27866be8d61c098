import { RELAYS } from '../addresses.ts';
import type { Story } from '../contract.ts';
import { access, BROWSERS } from '../traces/web.ts';
import { connected, fileWritten, processCreated } from '../traces/windows.ts';
import { connection } from '../traces/zeek.ts';
import { buildWorld, hostOf, hostsOf } from '../world.ts';
import { fileHash, Moves } from './moves.ts';

const TOMCAT = 'C:\\Program Files\\Tomcat\\bin\\tomcat9.exe';
const CMD = 'C:\\Windows\\System32\\cmd.exe';
const NIGHT = [0, 6] as const;

/**
 * A document system is entered, a back door and a trojan are left in it, the software that hands out updates is taken over, and over
 * three hundred machines run what it hands out; in five months.
 */
export const DOCUMENT_SYSTEM: Story = {
  name: 'document-system',
  title: 'Entry through a document system, then the updates of all machines',
  world: (random) =>
    buildWorld(
      {
        ...{ domain: 'ORBIT', dns: 'orbit.example', offset: 480, start: '2024-06-24', days: 160, workstations: 330 },
        servers: [
          ['DC01', 'dc'],
          ['DOC01', 'documents'],
          ['UPD01', 'updates'],
          ['FILE01', 'file'],
          ['WEC01', 'collector'],
        ],
      },
      random,
    ),
  plot(world, random, truth) {
    const moves = new Moves(world, random, truth);
    const [documents, updates, file] = [hostOf(world, 'documents'), hostOf(world, 'updates'), hostOf(world, 'file')];
    const relays = moves.relays(
      [
        ['NL', 3],
        ['JP', 2],
        ['SE', 1],
      ],
      RELAYS,
    );
    const account = 'svc-deploy';
    const page = `/edoc/static/${random.hex(5).toLowerCase()}.jsp`;
    const implant = { path: 'C:\\ProgramData\\Viewer\\viewsvc.exe', sha256: fileHash(`viewsvc ${random.hex(8)}`) };

    const visit = (time: number, relay: string, requests: number): number => {
      let at = time;
      for (let n = 0; n < requests; n++) {
        if (n > 0) at += random.between(20, 300) * 1000;
        moves.trace(
          access(documents, at, {
            method: 'POST',
            path: page,
            client: relay,
            agent: BROWSERS[0],
            status: 200,
            bytes: random.between(300, 20_000),
          }),
        );
      }
      truth.attack();
      truth.host(documents.name, 'controlled', at);
      return at;
    };

    const entryDay = random.between(9, 16);
    const entry = moves.moment(entryDay, NIGHT);
    moves.trace(
      access(documents, entry, {
        method: 'POST',
        path: '/edoc/upload.do',
        query: 'name=../../static/a.jsp',
        client: relays[0]!,
        agent: BROWSERS[0],
        status: 200,
        bytes: 310,
      }),
    );
    truth.step('T1190', documents.name, entry);
    moves.trace(
      fileWritten(world, documents, entry + 4000, {
        path: `C:\\Program Files\\Tomcat\\webapps${page.replaceAll('/', '\\')}`,
        image: TOMCAT,
        user: 'SYSTEM',
      }),
    );
    truth.step('T1505.003', documents.name, entry + 4000);
    visit(entry + 60_000, relays[0]!, 5);
    moves.command(documents, entry + 70_000, TOMCAT, CMD, 'cmd.exe /c whoami', 'SYSTEM', 'T1059.003');
    moves.command(documents, entry + 72_000, CMD, 'C:\\Windows\\System32\\whoami.exe', 'whoami', 'SYSTEM', 'T1033');
    moves.settle(documents, entry + 300_000, CMD, implant, relays[1]!);

    const second = moves.moment(entryDay + 5, NIGHT);
    visit(second, relays[1]!, 6);
    moves.command(
      documents,
      second + 40_000,
      CMD,
      'C:\\Windows\\System32\\rundll32.exe',
      'rundll32.exe C:\\Windows\\System32\\comsvcs.dll, MiniDump 640 C:\\Windows\\Temp\\e.bin full',
      'SYSTEM',
      'T1003.001',
    );
    const third = moves.moment(entryDay + 12, NIGHT);
    visit(third, relays[2]!, 4);
    moves.spread(documents, updates, third + 50_000, account, implant, relays[2]!);
    moves.touch(documents, hostOf(world, 'dc'), third + 400_000, account);

    const setup = `setup-4.${random.between(300, 399)}.exe`;
    const hand = moves.moment(entryDay + 30, NIGHT);
    visit(hand, relays[3]!, 5);
    moves.trace(
      fileWritten(world, updates, hand + 60_000, {
        path: `D:\\Updates\\packages\\${setup}`,
        image: CMD,
        user: account,
      }),
    );
    truth.step('T1195.002', updates.name, hand + 60_000);
    const sha256 = fileHash(setup);
    for (const desk of random.sample(hostsOf(world, 'workstation'), 306)) {
      const time = hand + 3_600_000 * random.between(4, 96) + random.between(0, 3_599_999);
      moves.trace(
        processCreated(world, desk, time, {
          image: `C:\\ProgramData\\Client\\Updates\\${setup}`,
          command: `${setup} /quiet`,
          parent: 'C:\\Program Files\\Client\\updater.exe',
          user: 'SYSTEM',
          logonId: '0x3e7',
          sha256,
        }),
      );
      truth.step('T1072', desk.name, time);
      const relay = random.pick(relays);
      for (let n = 0; n < 2; n++) {
        const later = time + 120_000 + n * (86_400_000 + random.between(0, 9_000_000));
        moves.trace(
          connected(world, desk, later, {
            address: relay,
            port: 443,
            image: `C:\\ProgramData\\Client\\Updates\\${setup}`,
            user: 'SYSTEM',
          }),
        );
        moves.trace(
          connection(desk, later + 15, {
            to: relay,
            port: 443,
            service: 'ssl',
            seconds: 2,
            sent: 2100,
            received: 4800,
          }),
        );
        truth.step('T1071.001', desk.name, later);
      }
    }
    for (let n = 0; n < 9; n++) {
      const time = moves.moment(entryDay + 40 + n * 9, NIGHT);
      const relay = relays[n % relays.length]!;
      const end = visit(time, relay, random.between(3, 6));
      if (n === 2) moves.spread(updates, file, time + 60_000, account, implant, relay);
      if (n > 2 && n % 2) moves.takeOut(file, end + 120_000, implant.path, relay, random.between(200, 700));
      else if (n === 8) moves.wipe(documents, end + 60_000, 'SYSTEM', CMD);
    }
    return moves;
  },
};
