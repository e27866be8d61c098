import { type Network, readNetwork } from '../match/address.ts';
import type { SimpleShape } from '../match/pattern.ts';
import { compileRegex } from '../match/regex.ts';
import type { Node, Predicate } from '../rule/tree.ts';
import { columnName } from './columns.ts';
import type { SqlDialect } from './dialect.ts';
import { type Form, MOMENT, sortable } from './forms.ts';
import { oneOfShapes, patternTest, simplePattern } from './pattern-test.ts';
import { toRe2 } from './regex.ts';
import { presenceTest, type Shape, TextColumn } from './text-column.ts';

/** A tree as a SQL test. With `gaps`, it holds for more records than the tree: those have to be looked at again. */
export interface Condition {
  readonly sql: string;
  /** Why parts of the tree could not be said. */
  readonly gaps: readonly string[];
}

/**
 * Compiles a tree for rows of one shape. What the dialect cannot say is replaced by a truth value that errs to the side of
 * more records: true where the test stands positive, false below a negation.
 */
export function compileCondition(tree: Node, dialect: SqlDialect, shape: Shape): Condition {
  const compiler = new Compiler(dialect, shape);
  const { sql } = compiler.node(tree, true);
  return { sql, gaps: [...new Set(compiler.gaps)] };
}

/** A test with a rough price, so that cheap and telling ones come first; `known` where it does not depend on the record. */
interface Test {
  readonly sql: string;
  readonly cost: number;
  readonly known: boolean | null;
  /** For a negation, what it negates: no two stand in a row (ClickHouse's shards would simplify them and not be understood). */
  readonly negated?: Test;
}

class Compiler {
  readonly gaps: string[] = [];
  private readonly dialect: SqlDialect;
  private readonly shape: Shape;

  constructor(dialect: SqlDialect, shape: Shape) {
    this.dialect = dialect;
    this.shape = shape;
  }

  node(node: Node, positive: boolean): Test {
    if (node.op === 'and') {
      return this.join(
        node.of.map((child) => this.node(child, positive)),
        true,
      );
    }
    if (node.op === 'or') return this.join(this.alternatives(node.of, positive), false);
    if (node.op !== 'not') return this.predicate(node, positive);
    return this.negation(this.node(node.of, !positive));
  }

  private negation(test: Test): Test {
    if (test.known !== null) return this.truth(!test.known);
    if (test.negated) return test.negated;
    return { sql: this.dialect.not(test.sql), cost: test.cost + NEGATION, known: null, negated: test };
  }

  private join(tests: readonly Test[], all: boolean): Test {
    if (tests.some((test) => test.known === !all)) return this.truth(!all);
    const open = [...new Map(tests.filter((test) => test.known === null).map((test) => [test.sql, test])).values()];
    if (open.length === 0) return this.truth(all);
    if (open.length === 1) return open[0]!;
    const sorted = open.sort((a, b) => a.cost - b.cost);
    return {
      sql: `(${sorted.map((test) => test.sql).join(all ? ' AND ' : ' OR ')})`,
      cost: sorted.reduce((sum, test) => sum + test.cost, 0),
      known: null,
    };
  }

  /** The tests of an `or`; simple patterns for one column are tested together. */
  private alternatives(nodes: readonly Node[], positive: boolean): Test[] {
    const groups = new Map<string, { readonly column: TextColumn; readonly shapes: SimpleShape[] }>();
    const rest: Test[] = [];
    for (const node of nodes) {
      const simple = node.op === 'string' ? this.literal(node) : null;
      if (!simple || simple.text === '') {
        rest.push(this.node(node, positive));
        continue;
      }
      const known = groups.get(simple.column.sql);
      if (known) known.shapes.push(simple);
      else groups.set(simple.column.sql, { column: simple.column, shapes: [simple] });
    }
    for (const { column, shapes } of groups.values())
      for (const { sql, cost } of oneOfShapes(column, shapes)) rest.push(this.open(sql, cost));
    return rest;
  }

  private literal(node: Extract<Predicate, { op: 'string' }>) {
    const shape = simplePattern(node.pattern, node.cased);
    return shape && { ...shape, column: this.column(node.field, node.cased ? 'raw' : 'folded') };
  }

  private predicate(test: Predicate, positive: boolean): Test {
    const { dialect } = this;
    switch (test.op) {
      case 'const':
        return this.truth(test.is);
      case 'string': {
        const column = this.column(test.field, test.cased ? 'raw' : 'folded');
        return this.test(patternTest(test.pattern, test.cased, column), positive);
      }
      case 'keyword': {
        const sql = dialect.identifier(columnName({ kind: 'texts', form: test.cased ? 'raw' : 'folded' }));
        return this.test(patternTest(test.pattern, test.cased, new TextColumn(sql, dialect, 'fenced')), positive);
      }
      case 'regex': {
        const spelled = toRe2(test.source, test.flags);
        if ('never' in spelled) return this.truth(false);
        if ('reason' in spelled) return this.gap(`an expression with ${spelled.reason}`, positive);
        const column = this.column(test.field, 'raw');
        const sql = column.any(
          (item) => dialect.matches(item, spelled.re2),
          compileRegex(test.source, test.flags).test,
        );
        return sql === null ? this.gap('an expression that the engine cannot run', positive) : this.open(sql, 60);
      }
      case 'cidr': {
        const network = readNetwork(test.network);
        if (!network) return this.truth(false);
        const [low, high] = bounds(network).map(dialect.text);
        const column = this.column(test.field, 'address');
        return this.open(column.any((item) => `${item} BETWEEN ${low} AND ${high}`, null)!, 3);
      }
      case 'compare': {
        const than = sortable(test.than);
        if (than === null) return this.truth(false);
        const column = this.column(test.field, 'number');
        // What stands for missing is less than any number.
        const sql = column.any(
          (item) => `${item} ${COMPARE[test.how]} ${dialect.text(than)}`,
          (text) => text === '' && test.how.startsWith('l'),
        )!;
        return this.open(sql, 3);
      }
      case 'timepart': {
        const { start, length } = MOMENT[test.part];
        const wanted = dialect.text(String(test.is).padStart(length, '0'));
        const column = this.column(test.field, 'moment');
        return this.open(column.any((item) => `${dialect.slice(item, start, length)} = ${wanted}`, null)!, 4);
      }
      case 'exists': {
        const sql = presenceTest(dialect, dialect.identifier(columnName({ kind: 'presence', field: test.field })));
        return test.is ? this.open(sql, 1) : this.negation(this.open(sql, 1));
      }
      case 'null':
        return this.negation(this.open(this.column(test.field, 'folded').isPresent(), 1));
      case 'fieldref': {
        const form = test.cased ? 'raw' : 'folded';
        const pair = this.column(test.field, form).against(this.column(test.other, form), test.how);
        return pair === null ? this.gap('a comparison of two fields', positive) : this.open(pair, 10);
      }
    }
  }

  private test(found: ReturnType<typeof patternTest>, positive: boolean): Test {
    if (found === null) return this.gap('a pattern that the engine cannot run', positive);
    return this.open(found.sql, found.cost);
  }

  private column(field: string, form: Form): TextColumn {
    return new TextColumn(
      this.dialect.identifier(columnName({ kind: 'field', field, form })),
      this.dialect,
      this.shape,
    );
  }

  private open(sql: string, cost: number): Test {
    return { sql, cost, known: null };
  }

  private truth(is: boolean): Test {
    return { sql: this.dialect.truth(is), cost: 0, known: is };
  }

  private gap(reason: string, positive: boolean): Test {
    this.gaps.push(reason);
    return this.truth(positive);
  }
}

/** Tests below a negation are for exclusions: they cut off few records and are left for last. */
const NEGATION = 1000;
const COMPARE = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/** First and last address of a network, as the form `address` spells them. */
function bounds({ address, bits }: Network): [string, string] {
  const all = address.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
  const free = (1n << BigInt(128 - bits)) - 1n;
  return [all & ~free, all | free].map((value) => value.toString(16).padStart(32, '0')) as [string, string];
}
