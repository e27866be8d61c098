import { compileCondition } from '../../../sigma/sql/condition.ts';
import type { NumberedTest, SqlDialect } from '../../../sigma/sql/dialect.ts';
import type { Shape } from '../../../sigma/sql/text-column.ts';
import type { Ask, Source } from './sources.ts';

/** A statement that gives pairs of a row's number and the rules that hold for it. */
export interface Statement {
  readonly sql: string;
  readonly sources: readonly Source[];
  /** By rule: what to evaluate again on its candidates. */
  readonly again: ReadonlyMap<number, Ask['where']>;
}

/** Which rules could not be said in full. */
export type Gaps = Map<number, Set<string>>;

/**
 * The statements that ask every rule of every source with rows: sources with the same rules are asked together, many rules a
 * scan, as many as the dialect's limits allow.
 */
export function* statements(
  sources: readonly Source[],
  table: string,
  dialect: SqlDialect,
  gaps: Gaps,
): Generator<Statement> {
  for (const shape of ['single', 'fenced'] as const)
    for (const bucket of buckets(sources.filter((source) => source[shape] > 0)))
      yield* ofBucket(bucket, shape, table, dialect, gaps);
}

/** Rules that are asked of the same sources. */
interface Bucket {
  readonly sources: readonly Source[];
  readonly asks: readonly Ask[];
}

/** Every rule once, with all sources it is asked of in the same words, beside the rules that are asked of the same sources. */
function buckets(sources: readonly Source[]): Bucket[] {
  const asked = new Map<string, { readonly ask: Ask; readonly sources: Source[] }>();
  for (const source of sources) {
    for (const ask of source.asks) {
      const key = `${ask.rule} ${textOf(ask.where)}`;
      const known = asked.get(key);
      if (known) known.sources.push(source);
      else asked.set(key, { ask, sources: [source] });
    }
  }
  const found = new Map<string, { readonly sources: readonly Source[]; readonly asks: Ask[] }>();
  for (const { ask, sources } of asked.values()) {
    const key = sources.map(({ number }) => number).join();
    const bucket = found.get(key);
    if (bucket) bucket.asks.push(ask);
    else found.set(key, { sources, asks: [ask] });
  }
  return [...found.values()];
}

/** Trees by their text: event ids and routes may have made several of one rule's. */
function textOf(where: Ask['where']): string {
  let known = texts.get(where);
  if (known === undefined) {
    known = JSON.stringify(where);
    texts.set(where, known);
  }
  return known;
}
const texts = new WeakMap<object, string>();

function* ofBucket(
  { sources, asks }: Bucket,
  shape: Shape,
  table: string,
  dialect: SqlDialect,
  gaps: Gaps,
): Generator<Statement> {
  const gate = `${dialect.identifier('source')} IN (${sources.map(({ number }) => number).join(', ')}) AND ${dialect.identifier('fenced')} = ${dialect.truth(shape === 'fenced')}`;
  let tests: NumberedTest[] = [];
  let again = new Map<number, Ask['where']>();
  let size = 0;
  const statement = (): Statement => ({ sql: dialect.ask(table, gate, tests), sources, again });
  for (const { rule, where } of asks) {
    const { sql, gaps: reasons } = compileCondition(where, dialect, shape);
    for (const reason of reasons) gaps.set(rule, (gaps.get(rule) ?? new Set()).add(reason));
    if (sql === dialect.truth(false)) continue;
    const length = Buffer.byteLength(sql) + 40;
    if (tests.length > 0 && (size + length > dialect.maxStatement || tests.length >= dialect.maxRules)) {
      yield statement();
      tests = [];
      again = new Map();
      size = 0;
    }
    // A constant would be folded into another name for the column on ClickHouse's shards than where it was asked.
    tests.push({ number: rule, test: sql === dialect.truth(true) ? `${dialect.identifier('row')} >= 0` : sql });
    if (reasons.length > 0) again.set(rule, where);
    size += length;
  }
  if (tests.length > 0) yield statement();
}
