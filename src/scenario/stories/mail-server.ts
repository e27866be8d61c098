import { RELAYS } from '../addresses.ts';
import type { Story } from '../contract.ts';
import { BROWSERS, iis } from '../traces/web.ts';
import { exchangeCmdlet, fileWritten } from '../traces/windows.ts';
import { buildWorld, type Host, hostOf, hostsOf } from '../world.ts';
import { fileHash, Moves } from './moves.ts';

const WORKER = 'C:\\Windows\\System32\\inetsrv\\w3wp.exe';
const CMD = 'C:\\Windows\\System32\\cmd.exe';
const NIGHT = [22, 23] as const;
const MORNING = [0, 7] as const;

/**
 * A mail server is entered through a hole nobody knows yet, a page is left on it, the domain controller is taken, more than fifty
 * machines follow, the mail of eleven people is read, by over forty visits through relays in four countries, over a year.
 */
export const MAIL_SERVER: Story = {
  name: 'mail-server',
  title: 'Entry through a mail server, then the domain, over a year',
  world: (random) =>
    buildWorld(
      {
        ...{ domain: 'PLANT', dns: 'plant.example', offset: 480, start: '2022-06-20', days: 400, workstations: 90 },
        servers: [
          ['DC01', 'dc'],
          ['MAIL01', 'mail'],
          ['FILE01', 'file'],
          ['WEC01', 'collector'],
        ],
      },
      random,
    ),
  plot(world, random, truth) {
    const moves = new Moves(world, random, truth);
    const [mail, dc, file] = [hostOf(world, 'mail'), hostOf(world, 'dc'), hostOf(world, 'file')];
    const relays = moves.relays(
      [
        ['DE', 3],
        ['FI', 3],
        ['KR', 2],
        ['SG', 3],
      ],
      RELAYS,
    );
    const account = 'adm-ops2';
    const page = `/owa/auth/error${random.hex(3)}.aspx`;
    const implant = { path: 'C:\\ProgramData\\Sync\\syncsvc.exe', sha256: fileHash(`syncsvc ${random.hex(8)}`) };

    const visit = (time: number, relay: string, requests: number): number => {
      let at = time;
      for (let n = 0; n < requests; n++) {
        if (n > 0) at += random.between(20, 400) * 1000;
        moves.trace(
          iis(mail, at, {
            method: 'POST',
            path: page,
            client: relay,
            agent: BROWSERS[1],
            status: 200,
            bytes: random.between(300, 40_000),
          }),
        );
      }
      truth.attack();
      truth.host(mail.name, 'controlled', at);
      return at;
    };

    const entry = moves.moment(random.between(12, 20), MORNING);
    moves.trace(
      iis(mail, entry, {
        method: 'POST',
        path: '/autodiscover/autodiscover.json',
        query: '@plant.example/powershell/',
        client: relays[0]!,
        agent: BROWSERS[0],
        status: 200,
        bytes: 2400,
      }),
    );
    truth.step('T1190', mail.name, entry);
    const path = `C:\\Program Files\\Microsoft\\Exchange Server\\V15\\FrontEnd\\HttpProxy${page.replaceAll('/', '\\')}`;
    moves.trace(fileWritten(world, mail, entry + 9000, { path, image: WORKER, user: 'SYSTEM' }));
    truth.step('T1505.003', mail.name, entry + 9000);
    visit(entry + 120_000, relays[0]!, 4);
    moves.command(mail, entry + 125_000, WORKER, CMD, 'cmd.exe /c whoami /all', 'SYSTEM', 'T1059.003');
    moves.command(mail, entry + 130_000, CMD, 'C:\\Windows\\System32\\whoami.exe', 'whoami /all', 'SYSTEM', 'T1033');

    const day = (entry - world.start) / 86_400_000;
    const second = moves.moment(Math.floor(day) + 1, MORNING);
    visit(second, relays[1]!, 6);
    moves.command(
      mail,
      second + 30_000,
      CMD,
      'C:\\Windows\\System32\\net.exe',
      'net group "domain admins" /domain',
      'SYSTEM',
      'T1069.002',
    );
    moves.command(
      mail,
      second + 90_000,
      CMD,
      'C:\\Windows\\System32\\rundll32.exe',
      'rundll32.exe C:\\Windows\\System32\\comsvcs.dll, MiniDump 624 C:\\Windows\\Temp\\d.bin full',
      'SYSTEM',
      'T1003.001',
    );

    const third = moves.moment(Math.floor(day) + 3, MORNING);
    visit(third, relays[2]!, 5);
    moves.spread(mail, dc, third + 60_000, account, implant, relays[2]!);
    moves.command(
      dc,
      third + 200_000,
      CMD,
      'C:\\Windows\\System32\\ntdsutil.exe',
      'ntdsutil "ac i ntds" ifm "create full C:\\Windows\\Temp\\n" q q',
      account,
      'T1003.003',
    );

    const desks = random.sample(hostsOf(world, 'workstation'), 60);
    const taken = desks.slice(0, 51);
    const looked = desks.slice(51, 56);
    let next = Math.floor(day) + 6;
    for (let n = 0; n < 34; n++) {
      const time = moves.moment(next, n % 3 === 0 ? NIGHT : MORNING);
      const relay = random.pick(relays);
      visit(time, relay, random.between(2, 7));
      const pair: Host[] = n < 17 ? taken.slice(n * 3, n * 3 + 3) : [];
      for (const [m, desk] of pair.entries())
        moves.spread(m % 2 ? mail : dc, desk, time + 90_000 + m * 70_000, account, implant, random.pick(relays));
      const only = n >= 17 && n < 22 ? looked[n - 17] : undefined;
      if (only) moves.touch(dc, only, time + 120_000, account);
      next += random.between(5, 10);
    }
    // The archive stands on the file server, which is entered for it.
    const raid = moves.moment(next + 1, MORNING);
    visit(raid, relays[3]!, 5);
    moves.spread(dc, file, raid + 50_000, account, implant, relays[3]!);
    moves.takeOut(file, raid + 900_000, implant.path, relays[3]!, 640);

    const boxes = random.sample(world.users, 11);
    for (let n = 0; n < 4; n++) {
      const time = moves.moment(next + 4 + n * 5, MORNING);
      const relay = random.pick(relays);
      const end = visit(time, relay, 6);
      boxes.slice(n * 3, n * 3 + 3).forEach((box, m) => {
        const when = time + 60_000 + m * 45_000;
        moves.trace(
          exchangeCmdlet(
            world,
            mail,
            when,
            'New-MailboxExportRequest',
            `-Mailbox "${box}" -FilePath "\\\\127.0.0.1\\C$\\Windows\\Temp\\${box}.pst"`,
            account,
          ),
        );
        truth.step('T1114.002', mail.name, when);
        truth.mailbox(box);
      });
      moves.takeOut(mail, end + 60_000, CMD, relay, random.between(120, 400));
    }
    const last = moves.moment(next + 26, MORNING);
    visit(last, relays[4]!, 3);
    moves.wipe(mail, last + 80_000, account, CMD);
    moves.wipe(dc, last + 140_000, account, CMD);
    return moves;
  },
};
