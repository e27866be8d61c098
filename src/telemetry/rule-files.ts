import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { UsageError } from '../base/errors.ts';
import { type Problem, problem } from '../base/problem.ts';
import { describe } from '../base/problem-words.ts';
import type { LogsourceTable, RuleFile, Variables } from '../sigma/index.ts';
import { type Listed, type LogFile, listLogs, openFailure } from './inputs/list.ts';
import { defaultLogsources } from './logsources.ts';

/** What rules are read with besides their own text, as paths. */
export interface RuleSettings {
  /** Values for placeholders. */
  readonly variables?: string | undefined;
  /** Log sources besides the program's own. */
  readonly logsources?: string | undefined;
}

/**
 * The rule files at paths: a file that is named, and all `.yml` and `.yaml` files below a folder in the order of their names.
 * What cannot be read is a problem.
 */
export async function listRuleFiles(paths: readonly string[]): Promise<Listed> {
  let others = 0;
  const { files, problems } = await listLogs(paths, (name) => {
    const is = YAML.has(extname(name).toLowerCase());
    if (!is) others++;
    return is;
  });
  if (files.length > 0 || others === 0) return { files, problems };
  return { files, problems: [...problems, problem('no-rules-here', { source: paths.join(', ') })] };
}

/** The texts of rule files, read a few at a time, in their order. */
export async function readRuleTexts(
  wanted: readonly LogFile[],
): Promise<{ readonly files: readonly RuleFile[]; readonly problems: readonly Problem[] }> {
  const texts: (RuleFile | null)[] = [];
  const problems: Problem[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    texts.push(
      ...(await Promise.all(
        wanted.slice(from, from + AT_ONCE).map(async ({ path }) => {
          try {
            const bytes = await readFile(path === '-' ? '/dev/stdin' : path);
            return { file: path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
          } catch (error) {
            problems.push(
              error instanceof TypeError
                ? problem('not-utf-8', { source: path }, {}, 'error')
                : openFailure(path, error),
            );
            return null;
          }
        }),
      )),
    );
  return { files: texts.filter((one) => one !== null), problems };
}

/** Both in one. */
export async function readRuleFiles(
  paths: readonly string[],
): Promise<{ readonly files: readonly RuleFile[]; readonly problems: readonly Problem[] }> {
  const listed = await listRuleFiles(paths);
  const { files, problems } = await readRuleTexts(listed.files);
  return { files, problems: [...listed.problems, ...problems] };
}

const AT_ONCE = 64;
const YAML: ReadonlySet<string> = new Set(['.yml', '.yaml']);

/** Reads what the settings name. Throws `UsageError` when that cannot be read: the user meant something by it. */
export async function readSettings({ variables, logsources }: RuleSettings): Promise<{
  readonly variables: Variables;
  readonly logsources: LogsourceTable;
}> {
  const { extended, readLogsources, readVariables } = await import('../sigma/index.ts');
  const own = variables === undefined ? null : readVariables(variables, await textOf(variables));
  const table = logsources === undefined ? null : readLogsources(logsources, await textOf(logsources));
  for (const found of [...(own?.problems ?? []), ...(table?.problems ?? [])])
    if (found.severity === 'error') throw new UsageError(describe(found));
  return {
    variables: own?.variables ?? {},
    logsources: table ? extended(defaultLogsources(), table.table) : defaultLogsources(),
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(describe(openFailure(path, error)));
  }
}
