import { instantText } from '../base/instant.ts';

/** What is true about a generated intrusion, in the shape of `case build --json` without the evidence. */
export interface Truth {
  readonly scenario: string;
  readonly seed: number;
  readonly noise: number;
  readonly hosts: readonly { name: string; state: 'controlled' | 'touched'; first: string; last: string }[];
  readonly accounts: readonly { name: string }[];
  readonly mailboxes: readonly { name: string }[];
  readonly relays: readonly { address: string; country: string }[];
  /** Each technique once a host, at its first time. */
  readonly steps: readonly { technique: string; time: string; host: string }[];
  /** Visits of the intruders through a relay. */
  readonly attacks: number;
  readonly first_access: string;
  readonly last_seen: string;
  readonly dwell_days: number;
  readonly gaps: readonly { host: string; channel: string; time: string }[];
  /** What was left on purpose to mislead, for stories that do so. */
  readonly planted: readonly string[];
  /** What others did in the same logs, where the scenario has them. */
  readonly other_intrusions?: readonly Truth[];
}

/** Gathers what a story did while it is planned. Times are milliseconds since 1970 UTC. */
export class TruthBuilder {
  private readonly hosts = new Map<string, { state: 'controlled' | 'touched'; first: number; last: number }>();
  private readonly accounts = new Set<string>();
  private readonly mailboxes = new Set<string>();
  private readonly relays = new Map<string, string>();
  private readonly steps = new Map<string, { technique: string; host: string; time: number }>();
  private readonly gaps: { host: string; channel: string; time: number }[] = [];
  private readonly planted: string[] = [];
  private attacks = 0;

  /** A technique seen on a host, and that the host was controlled (or only touched) then. */
  step(technique: string, host: string, time: number, state: 'controlled' | 'touched' = 'controlled'): void {
    const key = `${technique} ${host}`;
    const known = this.steps.get(key);
    if (!known || time < known.time) this.steps.set(key, { technique, host, time });
    this.host(host, state, time);
  }

  host(name: string, state: 'controlled' | 'touched', time: number): void {
    const known = this.hosts.get(name);
    if (!known) this.hosts.set(name, { state, first: time, last: time });
    else {
      if (state === 'controlled') known.state = state;
      known.first = Math.min(known.first, time);
      known.last = Math.max(known.last, time);
    }
  }

  account(name: string): void {
    this.accounts.add(name);
  }

  mailbox(name: string): void {
    this.mailboxes.add(name);
  }

  relay(address: string, country: string): void {
    this.relays.set(address, country);
  }

  attack(): void {
    this.attacks++;
  }

  gap(host: string, channel: string, time: number): void {
    this.gaps.push({ host, channel, time });
  }

  plant(words: string): void {
    this.planted.push(words);
  }

  result(scenario: string, seed: number, noise: number): Truth {
    const hosts = [...this.hosts].map(([name, { state, first, last }]) => ({ name, state, first, last }));
    const first = Math.min(...hosts.map((host) => host.first));
    const last = Math.max(...hosts.map((host) => host.last));
    return {
      scenario,
      seed,
      noise,
      hosts: hosts
        .sort((a, b) => a.first - b.first || (a.name < b.name ? -1 : 1))
        .map((host) => ({ ...host, first: text(host.first), last: text(host.last) })),
      accounts: [...this.accounts].sort().map((name) => ({ name })),
      mailboxes: [...this.mailboxes].sort().map((name) => ({ name })),
      relays: [...this.relays].sort().map(([address, country]) => ({ address, country })),
      steps: [...this.steps.values()]
        .sort((a, b) => a.time - b.time || (a.technique < b.technique ? -1 : 1))
        .map((step) => ({ technique: step.technique, time: text(step.time), host: step.host })),
      attacks: this.attacks,
      first_access: text(first),
      last_seen: text(last),
      dwell_days: Math.floor((last - first) / DAY),
      gaps: this.gaps.map((gap) => ({ ...gap, time: text(gap.time) })),
      planted: this.planted,
    };
  }
}

export const DAY = 86_400_000;

const text = (time: number): string => instantText(time)!;
