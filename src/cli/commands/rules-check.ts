import { checkRules, type DocumentAccount, type RulesChecked } from '../../actions/rules-check.ts';
import type { Problem } from '../../base/problem.ts';
import { describe } from '../../base/problem-words.ts';
import { EXIT } from '../exit.ts';
import { someInput } from '../input-file.ts';
import { print, say } from '../output.ts';
import { problemLine } from '../problem-line.ts';

interface Options {
  readonly json?: boolean;
  readonly variables?: string;
  readonly logsources?: string;
}

/** The account goes to standard output: for people what is not as it should be and the totals, as JSON every document. */
export async function rulesCheckCommand(paths: readonly string[], options: Options): Promise<number> {
  someInput(paths);
  const checked = await checkRules(paths, options);
  for (const found of checked.unread) say(problemLine(found, ''));
  if (options.json) for (const document of checked.documents) await print(`${JSON.stringify(lineOf(document))}\n`);
  else await print(words(checked));
  const whole = checked.unread.length === 0 && checked.documents.every(({ loaded }) => loaded);
  return whole ? EXIT.done : EXIT.problems;
}

/** One line of `--json`. */
function lineOf({ file, document, line, kind, id, title, loaded, why, problems }: DocumentAccount) {
  const shown = problems.map((found) => ({
    code: found.code,
    severity: found.severity,
    message: describe({ ...found, place: {} }),
    line: found.place.line,
    column: found.place.column,
  }));
  return { file, document, line, kind, id, title, loaded, why: why?.code ?? null, problems: shown };
}

function words({ files, documents }: RulesChecked): string {
  const lines = documents.flatMap(({ problems }) => problems.map((found) => problemLine(found, '')));
  const loaded = documents.filter((it) => it.loaded);
  const kinds = (['rule', 'correlation', 'filter'] as const)
    .map((kind) => [kind, loaded.filter((it) => it.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`);
  if (lines.length) lines.push('');
  lines.push(
    `${files} file${files === 1 ? '' : 's'}, ${documents.length} document${documents.length === 1 ? '' : 's'}: ${loaded.length} loaded${kinds.length ? ` (${kinds.join(', ')})` : ''}, ${documents.length - loaded.length} not.`,
    ...totals(
      'Not loaded',
      documents.flatMap(({ why }) => why ?? []),
    ),
    ...totals(
      'Remarks',
      documents.flatMap(({ problems }) => problems.filter(({ severity }) => severity !== 'error')),
    ),
  );
  return `${lines.join('\n')}\n`;
}

function totals(title: string, problems: readonly Problem[]): string[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.length
    ? ['', `${title}:`, ...sorted.map(([code, count]) => `${String(count).padStart(6)}  ${code}`)]
    : [];
}
