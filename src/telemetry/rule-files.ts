import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { UsageError } from '../base/errors.ts';
import { type Problem, problem } from '../base/problem.ts';
import { describe } from '../base/problem-words.ts';
import {
  extended,
  type LogsourceTable,
  type RuleFile,
  readLogsources,
  readVariables,
  type Variables,
} from '../sigma/index.ts';
import { listLogs, openFailure } from './inputs/list.ts';
import { defaultLogsources } from './logsources.ts';

/** What rules are read with besides their own text, as paths. */
export interface RuleSettings {
  /** Values for placeholders. */
  readonly variables?: string | undefined;
  /** Log sources besides the program's own. */
  readonly logsources?: string | undefined;
}

/**
 * The texts of the rule files at paths: a file that is named, and all `.yml` and `.yaml` files below a folder in the order of
 * their names. What cannot be read is a problem.
 */
export async function readRuleFiles(
  paths: readonly string[],
): Promise<{ readonly files: readonly RuleFile[]; readonly problems: readonly Problem[] }> {
  const listed = await listLogs(paths);
  const problems = [...listed.problems];
  const wanted = listed.files.filter(({ path }) => paths.includes(path) || YAML.has(extname(path).toLowerCase()));
  const files: RuleFile[] = [];
  for (const { path } of wanted) {
    try {
      const bytes = await readFile(path === '-' ? '/dev/stdin' : path);
      files.push({ file: path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
    } catch (error) {
      problems.push(
        error instanceof TypeError ? problem('not-utf-8', { source: path }, {}, 'error') : openFailure(path, error),
      );
    }
  }
  return { files, problems };
}

const YAML: ReadonlySet<string> = new Set(['.yml', '.yaml']);

/** Reads what the settings name. Throws `UsageError` when that cannot be read: the user meant something by it. */
export async function readSettings({ variables, logsources }: RuleSettings): Promise<{
  readonly variables: Variables;
  readonly logsources: LogsourceTable;
}> {
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
