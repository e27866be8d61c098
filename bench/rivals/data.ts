import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { FieldTable } from '../../src/base/fields.ts';
import { eachInput } from '../../src/telemetry/inputs/open.ts';
import { readLog } from '../../src/telemetry/readers/index.ts';
import { concatenate, countRecords } from './evtx-file.ts';
import { below, type RuleSet } from './tools.ts';

/** Something to hunt in. */
export interface Logs {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'json';
  readonly input: string;
  readonly events: number;
  readonly bytes: number;
}

/** Copies of a folder of event logs beside one another. */
export function copies(samples: string, times: number, to: string): Logs {
  const files = below(samples, '.evtx');
  for (let i = 1; i <= times; i++)
    for (const file of files) {
      const target = join(to, `copy-${i}`, file.slice(samples.length));
      mkdirSync(join(target, '..'), { recursive: true });
      copyFileSync(file, target);
    }
  const bytes = times * files.reduce((sum, file) => sum + statSync(file).size, 0);
  return {
    name: `samples x${times}, ${times * files.length} files`,
    kind: 'folder',
    input: to,
    events: times * countRecords(files),
    bytes,
  };
}

/** One event log of about so many bytes. */
export function bigFile(samples: string, bytes: number, file: string): Logs {
  const made = concatenate(below(samples, '.evtx'), file, bytes);
  return {
    name: `one event log of ${size(made.bytes)}`,
    kind: 'file',
    input: file,
    events: made.records,
    bytes: made.bytes,
  };
}

/** The records of an event log as JSON lines with the fields side by side, as log shippers write them. */
export async function jsonLines(log: Logs, file: string, names: readonly string[]): Promise<Logs> {
  const fields = new FieldTable();
  const ids = names.map((name) => fields.id(name));
  const out = createWriteStream(file);
  let [events, text] = [0, ''];
  await eachInput({ path: log.input, size: log.bytes, modified: 0 }, {}, async (input) => {
    await readLog(input, fields, {
      event(event) {
        events++;
        const record: Record<string, unknown> = {};
        for (const [i, id] of ids.entries()) {
          const value = event.value(id);
          if (value !== undefined && value !== null) record[names[i]!] = value;
        }
        record.EventID = event.eventId;
        text += `${JSON.stringify(record)}\n`;
      },
      problem() {},
      done: () => false,
    });
  });
  out.end(text);
  await once(out, 'finish');
  const bytes = statSync(file).size;
  return { name: `JSON lines of ${size(bytes)}`, kind: 'json', input: file, events, bytes };
}

/** Every nth of the rules, so that there are `count` of them (all if that is more), and what other tools need of them. */
export function ruleSet(sources: readonly string[], count: number, to: string, tools: string): RuleSet {
  const all = sources.flatMap((folder) => below(folder, '.yml'));
  const step = Math.max(1, all.length / count);
  const chosen = Array.from({ length: Math.min(count, all.length) }, (_, i) => all[Math.floor(i * step)]!);
  const folder = join(to, `rules-${chosen.length}`);
  mkdirSync(folder, { recursive: true });
  // Names repeat between folders: a number keeps them apart.
  for (const [i, file] of chosen.entries()) copyFileSync(file, join(folder, `${i}-${basename(file)}`));
  return {
    count: chosen.length,
    folder,
    hayabusa: hayabusaRules(chosen, join(to, `hayabusa-${chosen.length}`), tools),
    zircolite: zircoliteRules(folder, to, tools),
  };
}

function hayabusaRules(chosen: readonly string[], to: string, tools: string): string | null {
  const converted = join(tools, 'hayabusa/rules');
  if (!existsSync(converted)) return null;
  cpSync(join(converted, 'config'), join(to, 'config'), { recursive: true });
  mkdirSync(join(to, 'sigma'), { recursive: true });
  // Converted rules keep the names of their files; most stand once for Sysmon and once for the logs that Windows itself writes.
  const names = new Set(chosen.map((file) => basename(file)));
  const files = below(join(converted, 'sigma'), '.yml').filter(
    (file) => names.has(basename(file)) && !file.includes('deprecated'),
  );
  for (const [i, file] of files.entries()) copyFileSync(file, join(to, 'sigma', `${i}-${basename(file)}`));
  return to;
}

function zircoliteRules(folder: string, to: string, tools: string): string | null {
  const program = join(tools, 'zircolite/zircolite.py');
  if (!existsSync(program)) return null;
  const work = join(to, `${basename(folder)}-zircolite`);
  mkdirSync(work, { recursive: true });
  // It converts while it hunts and can keep the result: the hunt here is over one empty object.
  writeFileSync(join(work, 'nothing.json'), '{}\n');
  const python = join(tools, 'zircolite-python/bin/python');
  const convert = [
    '-e',
    'nothing.json',
    '-j',
    '-r',
    folder,
    '-p',
    'sysmon',
    '-p',
    'windows-logsources',
    '-sr',
    '-q',
    '-n',
  ];
  try {
    execFileSync(python, [program, ...convert, '-c', join(tools, 'zircolite/config/config.yaml')], {
      cwd: work,
      stdio: 'ignore',
    });
  } catch {
    // Its exit code says nothing about the conversion.
  }
  return below(work, '.json').find((file) => basename(file).startsWith('ruleset-')) ?? null;
}

/** Names of the fields that rules ask for, and of those that tell log sources. */
export function fieldNames(rules: RuleSet): string[] {
  const names = new Set(['Channel', 'Computer', 'EventRecordID', 'Provider_Name', 'TimeCreated_SystemTime']);
  for (const file of below(rules.folder, '.yml'))
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/^ +(?:- )?([A-Z][A-Za-z0-9_]*)(?:\|[a-z0-9|]+)?:/gm))
      names.add(name!);
  return [...names];
}

export function size(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
