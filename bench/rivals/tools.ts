import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What is asked of a tool. */
export interface Job {
  readonly kind: 'file' | 'folder' | 'json';
  readonly input: string;
  /** Events in the input, and its bytes. */
  readonly events: number;
  readonly bytes: number;
  readonly rules: RuleSet;
  readonly threads: number;
  /** A file for hits, and what the tool prints. */
  readonly hits: string;
  readonly out: string;
  readonly errors: string;
  /** A folder that is new for every run. */
  readonly scratch: string;
}

/** The same rules in the form each tool wants them. */
export interface RuleSet {
  readonly count: number;
  readonly folder: string;
  /** Hayabusa's converted copies of them, null where it is not there. */
  readonly hayabusa: string | null;
  /** Zircolite's converted rule set. */
  readonly zircolite: string | null;
}

export interface Tool {
  readonly name: string;
  readonly version: string;
  /** Null when the tool cannot do the job. */
  command(
    job: Job,
  ): { readonly args: readonly string[]; readonly cwd?: string; readonly env?: Record<string, string> } | null;
  /** Hits it reported, as it counts them; null when it reports none. */
  count(job: Job): number | null;
}

const ROOT = resolve(import.meta.dirname, '..', '..');
/** The built program, started without the check for changed sources that a checkout makes. `folder` takes its warm cache. */
export function longwatch(cache: 'cold' | 'warm', folder: string): Tool {
  const program = join(folder, 'longwatch.mjs');
  writeFileSync(
    program,
    `import { cli } from ${JSON.stringify(join(ROOT, 'dist/program/cli.js'))};\nprocess.exitCode = await cli(process.argv.slice(2));\n`,
  );
  return {
    name: `longwatch, ${cache} cache`,
    version: (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
    command: ({ input, rules, threads, hits, scratch }) => ({
      args: [process.execPath, program, 'hunt', input, '--rules', rules.folder].concat([
        '--jsonl',
        hits,
        '--jobs',
        String(threads),
        '--keep-copies',
        '--quiet',
      ]),
      env: { LONGWATCH_CACHE: cache === 'cold' ? join(scratch, 'cache') : join(folder, 'cache') },
    }),
    count: ({ hits }) => lines(hits),
  };
}

/** Other tools found in a folder as `install.mjs` fills it. */
export function rivals(folder: string, versions: Readonly<Record<string, string>>): Tool[] {
  const at = (...parts: string[]) => join(folder, ...parts);
  const found: Tool[] = [];
  const add = (name: string, program: string, tool: Omit<Tool, 'name' | 'version'>) => {
    if (existsSync(program)) found.push({ name, version: versions[name] ?? '?', ...tool });
  };
  add('rsigma', at('rsigma/bin/rsigma'), {
    command({ kind, input, rules, threads }) {
      if (threads > 1) return null;
      const base = ['-r', rules.folder, '-p', at('rsigma-flat.yml')];
      const flat = ['--jq', '.Event.System + .Event.EventData'];
      // Many files in one process are only read by `rule backtest`, which has no routing by log source.
      if (kind === 'folder')
        return {
          args: [
            at('rsigma/bin/rsigma'),
            'rule',
            'backtest',
            ...base,
            ...flat,
            '--corpus',
            input,
            '--output-format',
            'json',
          ],
        };
      const routing = ['--logsource-routing', '--event-logsource', 'product=windows'];
      const events = [...(kind === 'file' ? flat : []), '-e', `@${input}`];
      return { args: [at('rsigma/bin/rsigma'), 'engine', 'eval', ...base, ...routing, ...events] };
    },
    count: ({ kind, out }) => (kind === 'folder' ? fires(out) : lines(out)),
  });
  add('Hayabusa', at('hayabusa/hayabusa'), {
    command: ({ kind, input, rules, threads, hits }) =>
      rules.hayabusa === null || kind === 'json'
        ? null
        : {
            args: [at('hayabusa/hayabusa'), 'json-timeline', kind === 'folder' ? '-d' : '-f', input, '-L', '-o', hits]
              .concat(['-w', '-q', '-C', '-N', '-K', '-Q', '-U', '-n', '-t', String(threads)])
              .concat(['-r', rules.hayabusa, '-c', join(rules.hayabusa, 'config')]),
            cwd: at('hayabusa'),
          },
    count: ({ hits }) => lines(hits),
  });
  add('Chainsaw', at('chainsaw/chainsaw'), {
    command: ({ kind, input, rules, threads, hits }) => ({
      args: [at('chainsaw/chainsaw'), '--num-threads', String(threads), 'hunt', input, '-s', rules.folder, '--mapping']
        .concat([at('chainsaw/mappings/sigma-event-logs-all.yml'), '--jsonl', '-o', hits, '--skip-errors', '-q'])
        .concat(kind === 'json' ? ['--extension', 'jsonl'] : []),
    }),
    count: ({ hits }) => lines(hits),
  });
  add('Zircolite', at('zircolite/zircolite.py'), {
    command: ({ kind, input, rules, threads, hits, scratch }) =>
      rules.zircolite === null || threads > 1
        ? null
        : {
            args: [
              at('zircolite-python/bin/python'),
              at('zircolite/zircolite.py'),
              '-e',
              input,
              '-r',
              rules.zircolite,
              '-o',
              hits,
            ]
              .concat(['-c', at('zircolite/config/config.yaml'), '-q', '-l', join(scratch, 'zircolite.log')])
              .concat(kind === 'json' ? ['-j'] : []),
            cwd: scratch,
          },
    count: ({ hits }) => matches(hits),
  });
  add('evtx_dump (no rules)', at('evtx/bin/evtx_dump'), {
    command: ({ kind, input, threads }) =>
      kind === 'file' ? { args: [at('evtx/bin/evtx_dump'), '-t', String(threads), '-o', 'jsonl', input] } : null,
    count: () => null,
  });
  return found;
}

/** Lines of a file, or of all files of a folder; -1 when it is not there. */
function lines(file: string): number {
  if (!existsSync(file)) return -1;
  const bytes = readFileSync(file);
  let n = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) n++;
  return n;
}

function fires(file: string): number {
  const { rules } = JSON.parse(readFileSync(file, 'utf8')) as { rules: { fires: number }[] };
  return rules.reduce((sum, rule) => sum + rule.fires, 0);
}

function matches(file: string): number {
  if (!existsSync(file)) return -1;
  const rules = JSON.parse(readFileSync(file, 'utf8')) as { count: number }[];
  return rules.reduce((sum, rule) => sum + rule.count, 0);
}

/** Names of the files below a folder that end in a suffix, sorted. */
export function below(folder: string, suffix: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(suffix))
    .sort()
    .map((name) => join(folder, name));
}
