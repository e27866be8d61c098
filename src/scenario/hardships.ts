import type { Emit, Trace } from './contract.ts';
import { Random } from './random.ts';
import { logon, processCreated, serviceInstalled } from './traces/windows.ts';
import { hostOf, hostsOf, localTime, type World } from './world.ts';

/** What makes logs worse than rules expect. Truth stays what happened, whether or not the logs still show it. */
export interface Hardship {
  readonly name: string;
  readonly title: string;
  /** A trace as it is found in the end; null where it is not. `own` says that the intruders left it. */
  trace?(trace: Trace, own: boolean, chance: Chance, world: World): Trace | null;
  /** More activity on a day. */
  day?(day: number, world: World, random: Random, emit: Emit): void;
  /** Whether the plot is played a second time by others, in the same weeks, with the same account. */
  readonly twice?: boolean;
}

/** A share in [0, 1) that is the same for the same key in one scenario. */
export type Chance = (key: string) => number;

const DAY = 86_400_000;
const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const TOOL = /^(?:.*\\)?(rar|whoami|net|schtasks|wevtutil|ntdsutil|rundll32)\.exe$/i;

export const HARDSHIPS: readonly Hardship[] = [
  {
    name: 'half-sysmon',
    title: 'Sysmon runs on half of the hosts',
    trace: (trace, _, chance) =>
      'record' in trace && trace.record.channel === SYSMON && chance(`sysmon ${trace.record.computer}`) < 0.5
        ? null
        : trace,
  },
  {
    name: 'clock-skew',
    title: 'clocks of hosts are off by up to five minutes',
    trace: (trace, _, chance) => {
      if (!('record' in trace)) return trace;
      const time = trace.record.time + Math.round((chance(`clock ${trace.record.computer}`) - 0.5) * 600_000);
      return { ...trace, record: { ...trace.record, time } };
    },
  },
  {
    name: 'log-gaps',
    title: 'each log lacks one day in ten',
    trace: (trace, _, chance) => (chance(`gap ${trace.file} ${Math.floor(trace.time / DAY)}`) < 0.1 ? null : trace),
  },
  {
    name: 'renamed-tools',
    title: 'tools of the intruders have other names',
    trace: (trace, own, chance) => {
      if (!own || !('record' in trace) || trace.record.eventData === undefined) return trace;
      const data = trace.record.eventData as Readonly<Record<string, unknown>>;
      const { Image: image, CommandLine: command } = data;
      const found = typeof image === 'string' ? TOOL.exec(image) : null;
      if (!found || typeof image !== 'string' || typeof command !== 'string') return trace;
      const name = `u${Math.floor(chance(`tool ${found[1]}`) * 1e6)}`;
      const renamed = { ...data, Image: `C:\\ProgramData\\${name}.exe`, CommandLine: command.replace(found[1]!, name) };
      return { ...trace, record: { ...trace.record, eventData: renamed as typeof trace.record.eventData } };
    },
  },
  {
    name: 'servers-only',
    title: 'only servers keep logs',
    trace: (trace) => (trace.file.startsWith('WEC01/') ? null : trace),
  },
  {
    name: 'night-admin',
    title: 'an administrator whose account the intruders use works at night through remote services',
    day: (day, world, random, emit) => {
      if (!random.chance(0.4)) return;
      const account = 'adm-ops2';
      for (const [n, desk] of random.sample(hostsOf(world, 'workstation'), 3).entries()) {
        const time = localTime(world, day, random.between(1, 4), n * 5, random.between(0, 59));
        emit(logon(world, desk, time, { account, type: 3, from: hostOf(world, 'file'), logonId: '0x77b1e' }));
        emit(serviceInstalled(world, desk, time + 1500, { name: 'PSEXESVC', image: '%SystemRoot%\\PSEXESVC.exe' }));
        emit(
          processCreated(world, desk, time + 2500, {
            image: 'C:\\Windows\\System32\\whoami.exe',
            command: 'whoami /all',
            parent: 'C:\\Windows\\PSEXESVC.exe',
            user: account,
            logonId: '0x77b1e',
            sha256: '5A'.repeat(32),
          }),
        );
      }
    },
  },
  { name: 'two-intrusions', title: 'others do the same in the same weeks with the same account', twice: true },
];

/** The hardships of some names applied one after the other. */
export class Hardened {
  private readonly chosen: readonly Hardship[];
  private readonly chances = new Map<string, number>();
  private readonly seed: string;
  private readonly world: World;
  readonly twice: boolean;

  constructor(names: readonly string[], seed: string, world: World) {
    this.chosen = HARDSHIPS.filter(({ name }) => names.includes(name));
    this.twice = this.chosen.some(({ twice }) => twice);
    this.seed = seed;
    this.world = world;
  }

  /** What is left of a trace. */
  trace(trace: Trace, own: boolean): Trace | null {
    let left: Trace | null = trace;
    for (const { trace: change } of this.chosen)
      if (left !== null && change !== undefined) left = change(left, own, this.chance, this.world);
    return left;
  }

  day(day: number, emit: Emit): void {
    for (const { name, day: more } of this.chosen)
      more?.(day, this.world, new Random(`${this.seed} ${name} ${day}`), emit);
  }

  private readonly chance: Chance = (key) => {
    let value = this.chances.get(key);
    if (value === undefined) {
      value = new Random(`${this.seed} ${key}`).next();
      this.chances.set(key, value);
    }
    return value;
  };
}
