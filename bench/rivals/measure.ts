import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';

/** What one run of a command took. */
export interface Run {
  /** Seconds from start to end. */
  readonly wall: number;
  /** User and system seconds of the command and everything it waited for: steadier than `wall` on a machine that others use. */
  readonly cpu: number;
  /** Highest sum of resident memory over the command and its descendants, in MB (of 1,000,000 bytes), looked at every 20 ms. */
  readonly memory: number;
  readonly code: number | null;
}

/** Commands that a run may not outlive. */
const LIMIT_MS = 1_800_000;
const PAGE = 4_096;

/**
 * Runs a command with its output in files. Linux only: memory comes from /proc, processor time from the shell's `times`.
 * A run that exceeds half an hour is ended.
 */
export async function measure(
  command: readonly string[],
  out: string,
  errors: string,
  { cwd, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  const [stdout, stderr] = [openSync(out, 'w'), openSync(errors, 'w')];
  const start = performance.now();
  // `times` prints the shell's own time, then that of its children.
  const child = spawn('bash', ['-c', '"$@" 3>&-; code=$?; times >&3; exit $code', 'bash', ...command], {
    stdio: ['ignore', stdout, stderr, 'pipe'],
    env: { ...process.env, ...env },
    ...(cwd ? { cwd } : {}),
    detached: true,
  });
  let times = '';
  child.stdio[3]!.on('data', (bytes: Buffer) => {
    times += bytes.toString();
  });
  let memory = 0;
  const poll = setInterval(() => {
    memory = Math.max(memory, resident(child.pid!));
  }, 20);
  const limit = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), LIMIT_MS);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(poll);
  clearTimeout(limit);
  closeSync(stdout);
  closeSync(stderr);
  return { wall: (performance.now() - start) / 1_000, cpu: seconds(times), memory: memory / 1e6, code };
}

/** The children's user and system seconds of `times`. */
export function seconds(times: string): number {
  const children = times.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
}

/** Resident bytes of a process and its descendants; those that end meanwhile count nothing. */
function resident(root: number): number {
  const parents = new Map<number, { parent: number; bytes: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), { parent: Number(fields[1]), bytes: Number(fields[21]) * PAGE });
    } catch {
      // Gone since the folder was listed.
    }
  }
  let sum = 0;
  for (const [id, { bytes }] of parents) {
    let above: number | undefined = id;
    while (above !== undefined && above !== root) above = parents.get(above)?.parent;
    if (above === root && id !== root) sum += bytes;
  }
  return sum;
}
