import type { Random } from './random.ts';

/** A machine of the generated network. */
export interface Host {
  /** Short name in capitals. */
  readonly name: string;
  readonly address: string;
  readonly role: 'workstation' | 'mail' | 'dc' | 'file' | 'documents' | 'updates' | 'vpn' | 'collector';
  /** Who works there, for workstations. */
  readonly user: string;
}

/** A network with its people, who have numbers for names, and its hours. */
export interface World {
  readonly domain: string;
  readonly dns: string;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** Local midnight of the first day, milliseconds since 1970 UTC, and how many days the logs cover. */
  readonly start: number;
  readonly days: number;
  readonly hosts: readonly Host[];
  readonly users: readonly string[];
  /** Administrators and services. */
  readonly admins: readonly string[];
}

export interface WorldPlan {
  readonly domain: string;
  readonly dns: string;
  readonly offset: number;
  readonly start: string;
  readonly days: number;
  readonly workstations: number;
  readonly servers: readonly (readonly [name: string, role: Host['role']])[];
}

/** Builds a network: servers with low addresses, workstations after them, one user each. */
export function buildWorld(plan: WorldPlan, random: Random): World {
  const net = `10.${random.between(16, 200)}`;
  const users = Array.from({ length: plan.workstations }, (_, n) => `u${1001 + n}`);
  const servers = plan.servers.map(
    ([name, role], n): Host => ({ name, role, address: `${net}.1.${10 + n}`, user: 'SYSTEM' }),
  );
  const desks = users.map(
    (user, n): Host => ({
      name: `WS-${String(n + 1).padStart(3, '0')}`,
      role: 'workstation',
      address: `${net}.${2 + Math.floor(n / 200)}.${20 + (n % 200)}`,
      user,
    }),
  );
  return {
    domain: plan.domain,
    dns: plan.dns,
    offset: plan.offset,
    start: Date.parse(`${plan.start}T00:00:00Z`) - plan.offset * 60_000,
    days: plan.days,
    hosts: [...servers, ...desks],
    users,
    admins: ['adm-ops1', 'adm-ops2', 'svc-backup', 'svc-deploy'],
  };
}

const byRole = new WeakMap<World, Map<Host['role'], Host[]>>();

/** Hosts of a role. */
export function hostsOf(world: World, role: Host['role']): readonly Host[] {
  let roles = byRole.get(world);
  if (roles === undefined) {
    roles = new Map();
    byRole.set(world, roles);
  }
  let hosts = roles.get(role);
  if (hosts === undefined) {
    hosts = world.hosts.filter((host) => host.role === role);
    roles.set(role, hosts);
  }
  return hosts;
}

/** The only host of a role, or the first. Throws where a plan lacks it, which is a fault of the story. */
export function hostOf(world: World, role: Host['role']): Host {
  const [host] = hostsOf(world, role);
  if (!host) throw new Error(`the network has no ${role}`);
  return host;
}

/** The full name a host has in its records. */
export function fullName(world: World, host: Host): string {
  return `${host.name}.${world.dns}`;
}

/** A moment on a day by the network's own clock: hours and minutes of local time to UTC. */
export function localTime(world: World, day: number, hour: number, minute = 0, second = 0, ms = 0): number {
  return world.start + day * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

/** Saturday and Sunday by the network's calendar. */
export function isWeekend(world: World, day: number): boolean {
  const weekday = new Date(world.start + day * 86_400_000 + world.offset * 60_000).getUTCDay();
  return weekday === 0 || weekday === 6;
}
