import type { RELAYS, RelayCountry } from '../addresses.ts';
import type { Act, Emit, Trace, Wipe } from '../contract.ts';
import type { Random } from '../random.ts';
import {
  connected,
  evtxFile,
  fileWritten,
  logon,
  processCreated,
  securityLogCleared,
  serviceInstalled,
} from '../traces/windows.ts';
import { connection, lookup } from '../traces/zeek.ts';
import { DAY, type TruthBuilder } from '../truth.ts';
import { type Host, hostOf, localTime, type World } from '../world.ts';

/** What the intruders left on a host. */
export interface Implant {
  readonly path: string;
  readonly sha256: string;
}

/** The moves that several stories have in common: each plans its traces and notes what is true. */
export class Moves {
  readonly acts: Act[] = [];
  readonly wipes: Wipe[] = [];
  readonly world: World;
  readonly random: Random;
  readonly truth: TruthBuilder;

  constructor(world: World, random: Random, truth: TruthBuilder) {
    this.world = world;
    this.random = random;
    this.truth = truth;
  }

  /** Has traces made when their time comes. */
  at(time: number, play: (emit: Emit) => void): void {
    this.acts.push({ time, play });
  }

  trace(trace: Trace): void {
    this.at(trace.time, (emit) => emit(trace));
  }

  /** A moment in the hours the intruders keep, by the network's clock. */
  moment(day: number, hours: readonly [number, number]): number {
    const { random, world } = this;
    return localTime(world, day, random.between(...hours), random.between(0, 59), random.between(0, 59));
  }

  /** Relays of some countries, each noted. */
  relays(countries: readonly (readonly [RelayCountry, number])[], table: typeof RELAYS): string[] {
    return countries.flatMap(([country, count]) =>
      this.random.sample<string>(table[country], count).map((address) => {
        this.truth.relay(address, country);
        return address;
      }),
    );
  }

  /** A command that a process of the intruders runs. */
  command(
    host: Host,
    time: number,
    parent: string,
    image: string,
    command: string,
    user: string,
    technique: string,
  ): void {
    const sha256 = fileHash(image);
    this.trace(processCreated(this.world, host, time, { image, command, parent, user, logonId: '0x3e4', sha256 }));
    this.truth.step(technique, host.name, time);
  }

  /** From one host to another with an account, by a service that runs once; an implant stays behind and reports to a relay. */
  spread(from: Host, to: Host, time: number, account: string, implant: Implant, relay: string): void {
    const { world, random, truth } = this;
    const logonId = `0x${random.hex(6).toLowerCase()}`;
    const name = random.sample([...'abcdefghijklmnopqrstuvwxyz'], 8).join('');
    const once = `C:\\Windows\\Temp\\${name}.exe`;
    this.trace(logon(world, to, time, { account, type: 3, from, logonId }));
    this.trace(serviceInstalled(world, to, time + 2100, { name, image: `%SystemRoot%\\Temp\\${name}.exe` }));
    this.trace(
      processCreated(world, to, time + 2900, {
        image: once,
        command: once,
        parent: 'C:\\Windows\\System32\\services.exe',
        user: 'SYSTEM',
        logonId: '0x3e7',
        sha256: implant.sha256,
      }),
    );
    truth.account(account);
    truth.step('T1021.002', to.name, time + 2100);
    truth.step('T1569.002', to.name, time + 2100);
    this.settle(to, time + 9000, once, implant, relay);
  }

  /** An implant is written, made to start again, and connects to a relay now and then. */
  settle(host: Host, time: number, by: string, implant: Implant, relay: string): void {
    const { world, random, truth } = this;
    this.trace(fileWritten(world, host, time, { path: implant.path, image: by, user: 'SYSTEM' }));
    const task = `schtasks /create /tn "\\Microsoft\\Windows\\Sync${random.between(10, 99)}" /tr ${implant.path} /sc onlogon /ru SYSTEM`;
    this.command(host, time + 1800, by, 'C:\\Windows\\System32\\schtasks.exe', task, 'SYSTEM', 'T1053.005');
    for (let n = 0; n < 3; n++) {
      const when = time + 60_000 + n * (DAY * 2 + random.between(0, 7_200_000));
      if (when > world.start + world.days * DAY) break;
      this.trace(connected(world, host, when, { address: relay, port: 443, image: implant.path, user: 'SYSTEM' }));
      this.trace(
        connection(host, when + 20, { to: relay, port: 443, service: 'ssl', seconds: 3, sent: 1800, received: 5200 }),
      );
      truth.step('T1071.001', host.name, when);
    }
  }

  /** A host that was only looked at: a logon over the network and nothing more. */
  touch(from: Host, to: Host, time: number, account: string): void {
    this.trace(
      logon(this.world, to, time, { account, type: 3, from, logonId: `0x${this.random.hex(6).toLowerCase()}` }),
    );
    this.truth.account(account);
    this.truth.host(to.name, 'touched', time);
  }

  /** Files are packed and leave for a relay. */
  takeOut(host: Host, time: number, parent: string, relay: string, megabytes: number): void {
    const archive = `C:\\Windows\\Temp\\${this.random.hex(6).toLowerCase()}.rar`;
    this.command(
      host,
      time,
      parent,
      'C:\\Windows\\Temp\\rar.exe',
      `rar.exe a -hp${this.random.hex(8)} -m5 ${archive} D:\\Data`,
      'SYSTEM',
      'T1560.001',
    );
    const later = time + 240_000;
    this.trace(
      lookup(host, hostOf(this.world, 'dc'), later - 500, `node${this.random.between(1, 9)}.relay.example`, relay),
    );
    this.trace(
      connection(host, later, {
        to: relay,
        port: 443,
        service: 'ssl',
        seconds: megabytes * 2,
        sent: megabytes * 1_000_000,
        received: 60_000,
      }),
    );
    this.truth.step('T1041', host.name, later);
  }

  /** The security log is emptied: only what comes later stays in the host's own file. */
  wipe(host: Host, time: number, account: string, parent: string): void {
    this.command(
      host,
      time - 1500,
      parent,
      'C:\\Windows\\System32\\wevtutil.exe',
      'wevtutil cl Security',
      account,
      'T1070.001',
    );
    this.trace(securityLogCleared(this.world, host, time, account));
    this.wipes.push({ time, file: evtxFile(host, 'security') });
    this.truth.host(host.name, 'controlled', time);
    this.truth.gap(host.name, 'Security', time);
  }
}

/** The same file has the same hash everywhere. */
export function fileHash(path: string): string {
  let value = 11;
  for (const char of path.toLowerCase()) value = (Math.imul(value, 37) + char.charCodeAt(0)) >>> 0;
  return value.toString(16).toUpperCase().padStart(8, '0').repeat(8);
}
