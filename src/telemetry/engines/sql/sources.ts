import { type FieldTable, fieldKey } from '../../../base/fields.ts';
import type { LogEvent } from '../../../model/event.ts';
import { compileLeaf } from '../../../sigma/match/leaf.ts';
import { type Candidate, type Origin, Routing } from '../../../sigma/match/routing.ts';
import { simplify } from '../../../sigma/match/simplify.ts';
import type { Node, RulePack } from '../../../sigma/rule/tree.ts';
import { type Column, columnsOf } from '../../../sigma/sql/columns.ts';

/** A kind of record (channel, event id, provider, …), or a view of one: rows are sorted and asked by it. */
export interface Source {
  /** The number that rows carry. */
  number: number;
  /** What kind of record it is; `plain` where the field EventID is what the reader says. */
  readonly kind: Kind;
  readonly view: string | null;
  /** The rules that are asked of such records, with what their route adds; what the event id decides is decided. */
  readonly asks: readonly Ask[];
  /** The columns and fields that these rules need. */
  readonly columns: readonly Column[];
  readonly fields: readonly string[];
  /** The views that rules want such records to be seen under. */
  readonly views: readonly Source[];
  /** Rules that are asked of such records under several views: one hit of them is enough. */
  readonly twice: ReadonlySet<number>;
  /** Rows by shape. */
  single: number;
  fenced: number;
}

export interface Kind extends Origin {
  readonly plain: boolean;
}

/** What every source stores, whatever its rules ask for. */
export interface Whole {
  readonly columns: readonly Column[];
  readonly fields: readonly string[];
}

export interface Ask {
  readonly rule: number;
  readonly where: Node;
}

/** Finds the source of each event; kinds that were met before are found by one look-up. */
export class Sources {
  readonly all: Source[] = [];
  private readonly pack: RulePack;
  private readonly whole: Whole | null;
  private readonly routing: Routing;
  private readonly known = new Map<string, Source>();
  private readonly table: FieldTable;
  private readonly eventId: number;

  constructor(pack: RulePack, table: FieldTable, whole: Whole | null) {
    this.whole = whole;
    this.pack = pack;
    this.table = table;
    this.eventId = table.id('EventID');
    this.routing = new Routing(pack.rules);
  }

  of(event: LogEvent): Source {
    // Where the field EventID is what the reader says, as nearly always, tests of it are the same for every such record.
    const plain = event.value(this.eventId) === String(event.eventId);
    const { channel, eventId, provider, product, category, service } = event;
    const key = `${plain}\n${channel}\n${eventId}\n${provider}\n${product}\n${category}\n${service}`;
    let source = this.known.get(key);
    if (!source) {
      source = this.ofKind({ plain, channel, eventId, provider, product, category, service });
      this.known.set(key, source);
    }
    return source;
  }

  /** A source for a kind of record; each kind once. */
  ofKind(kind: Kind): Source {
    const candidates = this.routing.candidates(kind);
    const names = [...new Set(candidates.map(({ view }) => view).filter((view) => view !== null))].sort();
    const twice = inSeveralViews(candidates);
    const views = names.map((view) => this.add(view, kind, candidates, [], twice));
    return this.add(null, kind, candidates, views, twice);
  }

  private add(
    view: string | null,
    kind: Kind,
    candidates: readonly Candidate[],
    views: readonly Source[],
    twice: ReadonlySet<number>,
  ): Source {
    const eventId = kind.plain && view === null ? String(kind.eventId) : null;
    const byRule = new Map<number, Node[]>();
    for (const candidate of candidates) {
      if (candidate.view !== view) continue;
      const trees = byRule.get(candidate.rule);
      if (trees) trees.push(candidate.where);
      else byRule.set(candidate.rule, [candidate.where]);
    }
    const asks: Ask[] = [];
    const fields = new Map<string, string>();
    for (const [rule, trees] of byRule) {
      const whole: Node = trees.length > 1 ? { op: 'or', of: trees } : trees[0]!;
      const where = eventId === null ? whole : this.decided(whole, eventId);
      if (where.op === 'const' && !where.is) continue;
      asks.push({ rule, where });
      for (const column of columnsOf([whole])) if ('field' in column) fields.set(fieldKey(column.field), column.field);
      for (const field of this.pack.rules[rule]!.carries) fields.set(fieldKey(field), field);
    }
    const columns = this.whole?.columns ?? columnsOf(asks.map(({ where }) => where));
    const source: Source = {
      number: this.all.length,
      kind,
      view,
      asks,
      columns,
      fields: this.whole?.fields ?? [...fields.values()],
      views,
      twice,
      single: 0,
      fenced: 0,
    };
    this.all.push(source);
    return source;
  }

  private decided(where: Node, eventId: string): Node {
    return simplify(where, (test) => {
      if (test.op === 'keyword' || test.op === 'const' || test.op === 'fieldref') return null;
      return this.table.id(test.field) === this.eventId ? compileLeaf(test).one(eventId, eventId) : null;
    });
  }
}

function inSeveralViews(candidates: readonly Candidate[]): Set<number> {
  const views = new Map<number, string | null>();
  const found = new Set<number>();
  for (const { rule, view } of candidates) {
    if (views.has(rule) && views.get(rule) !== view) found.add(rule);
    views.set(rule, view);
  }
  return found;
}
