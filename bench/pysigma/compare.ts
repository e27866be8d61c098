import { readFileSync } from 'node:fs';
import { loadRules, type Node, type Pattern, type PatternPart } from '../../src/sigma/index.ts';
import { network } from '../../src/sigma/rule/network.ts';
import { MANY, ONE, pattern as oneForm } from '../../src/sigma/rule/pattern.ts';
import { defaultLogsources } from '../../src/telemetry/logsources.ts';
import { readRuleFiles } from '../../src/telemetry/rule-files.ts';

/** Compares our trees with pySigma's, leaf by leaf: `npx tsx bench/pysigma/compare.ts trees.jsonl RULES…` (see trees.py). */
const [trees, ...folders] = process.argv.slice(2);
const { files } = await readRuleFiles(folders);
const table = defaultLogsources();
const logsources = {
  ...table,
  // Only meaning is compared: rules without a log are read as well, placeholders stand for themselves.
  categories: table.categories.map((it) => (it.sources.length ? it : { ...it, sources: [{ service: 'sysmon' }] })),
};
const names = files.flatMap(({ text }) =>
  /\|expand/.test(text) ? [...text.matchAll(/%([^%\s]+)%/g)].map((it) => it[1]!) : [],
);
const variables = Object.fromEntries(names.map((name) => [name, `%${name}%`]));
const ours = new Map(loadRules(files, { logsources, variables }).pack.rules.map(({ id, where }) => [id, where]));
let [same, different, missing] = [0, 0, 0];
for (const line of readFileSync(trees!, 'utf8').trim().split('\n')) {
  const { id, tree } = JSON.parse(line) as { id: string; tree: Node };
  const where = ours.get(id);
  if (!where) missing++;
  else if (plain(where) === plain(tree)) same++;
  else {
    different++;
    console.log(`${id}\n  ours    ${plain(where)}\n  pySigma ${plain(tree)}`);
  }
}
console.log(
  `${same} of ${same + different + missing} trees are the same, ${different} differ, ${missing} did not load here.`,
);

/** One text for equal trees, whatever the order of their parts; `windash` written out as pySigma does. */
function plain(node: Node): string {
  if (node.op === 'not') return node.of.op === 'not' ? plain(node.of.of) : `not(${plain(node.of)})`;
  if (node.op === 'and' || node.op === 'or') {
    const parts = [...new Set(flat(node, node.op))].sort();
    return parts.length === 1 ? parts[0]! : `${node.op}(${parts.join()})`;
  }
  if (node.op === 'cidr') return JSON.stringify([node.field, network(node.network)]);
  if (node.op !== 'string' && node.op !== 'keyword')
    return JSON.stringify(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1)));
  const of = written(node.pattern).map((one): Node => ({ ...node, pattern: one }));
  if (of.length > 1) return plain({ op: 'or', of });
  const field = node.op === 'string' ? node.field : null;
  return JSON.stringify([field, oneForm(of[0] && 'pattern' in of[0] ? of[0].pattern.map(shared) : []), node.cased]);
}

function flat(node: Node, op: 'and' | 'or'): string[] {
  if (node.op === op) return node.of.flatMap((one) => flat(one, op));
  if (op === 'or' && (node.op === 'string' || node.op === 'keyword'))
    return written(node.pattern).map((one) => plain({ ...node, pattern: one }));
  return [plain(node)];
}

function written(pattern: Pattern): Pattern[] {
  let all: PatternPart[][] = [[]];
  for (const part of pattern) {
    const choices =
      typeof part !== 'string' && part.wild === 'dash' ? ['-', '/', '\u2013', '\u2014', '\u2015'] : [part];
    all = all.flatMap((done) => choices.map((choice) => [...done, choice]));
  }
  return all;
}

/** Wildcards as the objects that the program knows them by. */
function shared(part: PatternPart): PatternPart {
  return typeof part === 'string' ? part : part.wild === 'many' ? MANY : ONE;
}
