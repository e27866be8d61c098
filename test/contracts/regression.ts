import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FieldTable } from '../../src/base/fields.ts';
import type { LogEvent } from '../../src/model/event.ts';
import { loadRules, type RuleFile } from '../../src/sigma/index.ts';
import type { RulePack } from '../../src/sigma/rule/tree.ts';
import type { HuntEngine } from '../../src/telemetry/engines/engine.ts';
import { eachInput } from '../../src/telemetry/inputs/open.ts';
import { defaultLogsources } from '../../src/telemetry/logsources.ts';
import { readLog } from '../../src/telemetry/readers/index.ts';

const shared = resolve(import.meta.dirname, '../..', process.env.LONGWATCH_SHARED ?? '../shared', 'data/sigma');
export const missing = !existsSync(join(shared, 'regression_data'));
if (missing) console.log(`skipped: SigmaHQ's regression tests are not at ${shared}`);

/** What upstream corrected after the copy was taken (SigmaHQ pull request 6211), by the beginning of the rule's id. */
const CORRECTED: Readonly<Record<string, number>> = { '0b9ad457': 3, '8fbf3271': 3, '45e112d0': 3, c7dcacd0: 2 };
/** Cases for which upstream names no count have one matching record, but for these. */
const WITHOUT_COUNT: Readonly<Record<string, number>> = { github_self_hosted_runner: 2, dtrace_kernel_dump: 2 };

/** A log that a rule has to match an exact number of times. */
export interface RegressionCase {
  readonly name: string;
  readonly rule: string;
  /** The log as EVTX, and the same records as JSON. */
  readonly evtx: string;
  readonly json: string;
  readonly count: number;
}

/** An engine under test: takes events, then names the rules (by their number in the pack) that matched, with the file of each. */
export interface Subject {
  readonly fields: FieldTable;
  take(file: string, event: LogEvent): void;
  ready(): Promise<void>;
  hits(): Promise<readonly { readonly file: string; readonly rule: number }[]>;
  close(): Promise<void>;
}

/** A hunting engine as a subject. */
export function engineSubject(engine: HuntEngine): Subject {
  return {
    fields: engine.fields,
    take: (file, event) => engine.take(file, event),
    ready: () => engine.ready(),
    async hits() {
      const hits = [];
      for await (const { file, rule } of engine.hits()) hits.push({ file, rule });
      return hits;
    },
    close: () => engine.close(),
  };
}

/** All cases there are, however many; a description that names no test of an event log gives none. */
export function regressionCases(): RegressionCase[] {
  const root = join(shared, 'regression_data');
  const infos = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => basename(name) === 'info.yml',
  );
  return infos.sort().flatMap((info) => {
    const folder = join(root, dirname(info));
    const described = parse(readFileSync(join(root, info), 'utf8')) as Described;
    const rule = described.rule_metadata[0]!.id;
    const tests = (described.regression_tests_info ?? []).filter(({ type }) => type === 'evtx');
    return tests.map(({ path, match_count }) => {
      const evtx = join(folder, basename(path));
      const name = basename(folder);
      return {
        name,
        rule,
        evtx,
        json: evtx.replace(/\.evtx$/, '.json'),
        count: CORRECTED[rule.slice(0, 8)] ?? match_count ?? pinned(name),
      };
    });
  });
}

interface Described {
  readonly rule_metadata: readonly { readonly id: string }[];
  readonly regression_tests_info?: readonly {
    readonly type: string;
    readonly path: string;
    readonly match_count?: number;
  }[];
}

function pinned(name: string): number {
  return Object.entries(WITHOUT_COUNT).find(([part]) => name.includes(part))?.[1] ?? 1;
}

/** Every case with exactly its count, from EVTX and from JSON: all rules of the cases at once over all their logs. */
export function regressionContract(
  name: string,
  open: (pack: RulePack) => Promise<Subject>,
  { seconds = 120 } = {},
): void {
  describe.skipIf(missing)(`SigmaHQ's regression tests in ${name}`, () => {
    let cases: readonly RegressionCase[] = [];
    let pack: RulePack = { rules: [], correlations: [] };
    let subject: Subject | null = null;

    beforeAll(() => {
      cases = regressionCases();
      pack = loadRules(rulesOf(new Set(cases.map(({ rule }) => rule))), { logsources: defaultLogsources() }).pack;
    });
    afterEach(async () => {
      await subject?.close();
      subject = null;
    });

    test('there are cases, and their rules load', () => {
      expect(cases.length).toBeGreaterThanOrEqual(100);
      expect(new Set(pack.rules.map(({ id }) => id))).toEqual(new Set(cases.map(({ rule }) => rule)));
    });

    for (const form of ['evtx', 'json'] as const)
      test(
        `every count as expected, from ${form === 'evtx' ? 'EVTX' : 'JSON'}`,
        async () => {
          subject = await open(pack);
          for (const one of cases) await feed(subject, one[form]);
          const counts = new Map<string, number>();
          for (const { file, rule } of await subject.hits()) {
            const key = `${file} ${pack.rules[rule]!.id}`;
            counts.set(key, (counts.get(key) ?? 0) + 1);
          }
          const found = cases.map((one) => `${one.name}: ${counts.get(`${one[form]} ${one.rule}`) ?? 0}`);
          expect(found).toEqual(cases.map((one) => `${one.name}: ${one.count}`));
        },
        seconds * 1000,
      );
  });
}

/** The files of rules: folders of cases are not always called like them, so they are found by their id. */
function rulesOf(ids: ReadonlySet<string>): RuleFile[] {
  return FOLDERS.flatMap((folder) => {
    const names = readdirSync(join(shared, folder), { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.yml')).map((name) => join(shared, folder, name));
    return files
      .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
      .filter(({ text }) => ids.has(/^id: *(\S+)/m.exec(text)?.[1] ?? ''));
  });
}
const FOLDERS = ['rules', 'rules-emerging-threats', 'rules-threat-hunting'];

async function feed(subject: Subject, path: string): Promise<void> {
  const { size, mtimeMs } = statSync(path);
  const problems: string[] = [];
  await eachInput({ path, size, modified: mtimeMs }, {}, async (input) => {
    await readLog(input, subject.fields, {
      event: (event) => subject.take(path, event),
      problem: ({ code, severity }) => severity !== 'note' && problems.push(code),
      done: () => false,
    });
  });
  expect(problems, path).toEqual([]);
  await subject.ready();
}
