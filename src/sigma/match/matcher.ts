import type { FieldSource, FieldTable, Value } from '../../base/fields.ts';
import { viewer } from '../logsource/views.ts';
import type { Node, Predicate, Rule } from '../rule/tree.ts';
import { needOf } from './anchors.ts';
import { explain } from './explain.ts';
import { compileLeaf } from './leaf.ts';
import { Needs } from './needs.ts';
import { type Entry, Program } from './program.ts';
import { type Origin, Routing } from './routing.ts';
import { Shared } from './shared.ts';
import { simplify } from './simplify.ts';

/** A record for the matcher: its fields and where it comes from. */
export interface MatchEvent extends FieldSource, Origin {}

/**
 * How records look under a view, e.g. a Security 4688 under the names of Sysmon 1: `viewer` of `../logsource/views.ts`. What the
 * function gives may be the same object each time.
 */
export type Views = (view: string, fields: FieldTable) => (event: FieldSource) => FieldSource;

/** Rules, compiled. */
export interface Matcher {
  /**
   * Calls `hit` once for every rule that matches a record, in the order of the rules. The event it gets is the view of the
   * record under which the rule matched.
   */
  match(event: MatchEvent, hit: (rule: number, event: FieldSource) => void): void;
  /** The fields that made a rule match, by the rule's names for them; `keyword` holds texts that keywords were found in. */
  matchedFields(rule: number, event: FieldSource): Record<string, Exclude<Value, undefined>>;
  /** What was done so far: records, kinds of records, rules that stood to be evaluated and those that were. */
  readonly counts: Readonly<Counts>;
}

export interface Counts {
  records: number;
  kinds: number;
  candidates: number;
  evaluated: number;
}

/** Kinds of records (channel, event id, provider), and programs for them, that are kept. Real logs have some hundreds. */
const MAX_KINDS = 10_000;
const MAX_PROGRAMS = 1_000;

/**
 * Compiles rules into a matcher. All fields that rules ask for are in the table when it is done, so that readers know them; what
 * a kind of record needs beyond that is compiled when its first record comes, so that a pack of thousands of rules is ready at
 * once. Throws what `views` throws for a view that does not exist.
 */
export function compileMatcher(
  rules: readonly Rule[],
  fields: FieldTable,
  views: Views = viewer,
  names?: readonly string[],
): Matcher {
  return new CompiledMatcher(rules, fields, views, names);
}

/** The rules for one kind of record: a program for each way of looking at it. */
interface Kind {
  /** The event id as text when programs take it for granted, null when no rule asks for it. */
  readonly eventId: string | null;
  readonly parts: readonly Part[];
}

interface Part {
  readonly view: ((event: FieldSource) => FieldSource) | null;
  readonly program: Program;
}

class CompiledMatcher implements Matcher {
  readonly counts: Counts = { records: 0, kinds: 0, candidates: 0, evaluated: 0 };
  private readonly rules: readonly Rule[];
  private readonly fields: FieldTable;
  private readonly views = new Map<string, (event: FieldSource) => FieldSource>();
  private readonly routing: Routing;
  private readonly shared = new Shared();
  private readonly kinds = new Kinds();
  /** For records whose field EventID is not what their reader says: nothing is taken for granted. */
  private readonly oddKinds = new Kinds();
  private readonly eventIdField: number;
  private readonly needs: Needs;
  private readonly programs = new Map<string, Program>();
  private readonly matched: number[] = [];
  private readonly hits: { readonly rule: number; readonly source: FieldSource }[] = [];

  constructor(rules: readonly Rule[], fields: FieldTable, views: Views, known: readonly string[] | undefined) {
    this.rules = rules;
    this.fields = fields;
    this.routing = new Routing(rules);
    this.eventIdField = fields.id('EventID');
    this.needs = new Needs(fields);
    const names = new Set<string>(known);
    for (const rule of rules) {
      if (!known) addFields(rule.where, names);
      for (const { where, view } of rule.routes) {
        if (where) addFields(where, names);
        if (view !== null && !this.views.has(view)) this.views.set(view, views(view, fields));
      }
    }
    for (const name of names) fields.id(name);
  }

  match(event: MatchEvent, hit: (rule: number, event: FieldSource) => void): void {
    const { counts, hits, matched } = this;
    counts.records++;
    this.shared.next();
    let kind = this.kinds.get(event) ?? this.kinds.set(event, this.compile(event, String(event.eventId)));
    if (kind.eventId !== null && event.value(this.eventIdField) !== kind.eventId) {
      kind = this.oddKinds.get(event) ?? this.oddKinds.set(event, this.compile(event, null));
    }
    hits.length = 0;
    for (const { view, program } of kind.parts) {
      const source = view === null ? event : view(event);
      matched.length = 0;
      counts.candidates += program.size;
      counts.evaluated += program.run(source, matched);
      for (const rule of matched) hits.push({ rule, source });
    }
    if (hits.length > 1) hits.sort((a, b) => a.rule - b.rule);
    let last = -1;
    for (const { rule, source } of hits) {
      if (rule !== last) hit(rule, source);
      last = rule;
    }
  }

  matchedFields(rule: number, event: FieldSource): Record<string, Exclude<Value, undefined>> {
    return explain(this.rules[rule]!.where, event, this.fields);
  }

  /** `eventId`: what the records' field EventID holds, null when that is not certain. */
  private compile(origin: Origin, eventId: string | null): Kind {
    this.counts.kinds++;
    const byView = new Map<string | null, Entry[]>();
    let asked = false;
    let specific = false;
    for (const { rule, view, where } of this.routing.candidates(origin)) {
      const facts = this.needs.of(where);
      let entry: Entry = { rule, where, need: facts.need };
      if (facts.asksEventId && view === null && eventId !== null) {
        asked = true;
        if (facts.eventIds && !facts.eventIds.has(eventId)) continue;
        const simple = simplify(where, (test) => this.known(test, eventId));
        entry = { rule, where: simple, need: needOf(simple, this.fields, NOTHING_KNOWN) };
      }
      if (entry.need?.anchors.length === 0) continue;
      specific ||= entry.where !== where;
      const list = byView.get(view);
      if (list) list.push(entry);
      else byView.set(view, [entry]);
    }
    const parts = [...byView].map(([view, entries]) => ({
      view: view === null ? null : this.views.get(view)!,
      program: this.program(entries, view, specific && view === null ? eventId : null),
    }));
    return { eventId: asked ? eventId : null, parts };
  }

  /** Kinds of records with the same rules share a program, and what it remembers. */
  private program(entries: readonly Entry[], view: string | null, eventId: string | null): Program {
    const key = `${view} ${eventId} ${entries.map(({ rule }) => rule).join()}`;
    let program = this.programs.get(key);
    if (!program) {
      if (this.programs.size >= MAX_PROGRAMS) {
        this.programs.clear();
        this.kinds.clear();
        this.oddKinds.clear();
        this.shared.kept = 0;
      }
      program = new Program(this.needs.concentrated(entries), this.fields, this.shared);
      this.programs.set(key, program);
    }
    return program;
  }

  private known(test: Predicate, eventId: string): boolean | null {
    if (test.op === 'keyword' || test.op === 'const' || test.op === 'fieldref') return null;
    return this.fields.id(test.field) === this.eventIdField ? compileLeaf(test).one(eventId, eventId) : null;
  }
}

const NOTHING_KNOWN = (): null => null;

/** The names of fields that a tree asks for. */
function addFields(node: Node, names: Set<string>): void {
  if (node.op === 'and' || node.op === 'or') for (const child of node.of) addFields(child, names);
  else if (node.op === 'not') addFields(node.of, names);
  else if (node.op !== 'const' && node.op !== 'keyword') {
    names.add(node.field);
    if (node.op === 'fieldref') names.add(node.other);
  }
}

/** Compiled kinds by where records come from. */
class Kinds {
  private readonly byChannel = new Map<string, Map<number, Map<string, Kind>>>();
  /** Of anything but plain Windows event logs. */
  private readonly byName = new Map<string, Kind>();
  private size = 0;

  get(origin: Origin): Kind | undefined {
    return isEventLog(origin)
      ? this.byChannel.get(origin.channel)?.get(origin.eventId)?.get(origin.provider)
      : this.byName.get(nameOf(origin));
  }

  clear(): void {
    this.byChannel.clear();
    this.byName.clear();
    this.size = 0;
  }

  set(origin: Origin, kind: Kind): Kind {
    if (this.size >= MAX_KINDS) this.clear();
    this.size++;
    if (!isEventLog(origin)) {
      this.byName.set(nameOf(origin), kind);
      return kind;
    }
    const byId = this.byChannel.get(origin.channel) ?? new Map<number, Map<string, Kind>>();
    const byProvider = byId.get(origin.eventId) ?? new Map<string, Kind>();
    this.byChannel.set(origin.channel, byId.set(origin.eventId, byProvider.set(origin.provider, kind)));
    return kind;
  }
}

function isEventLog(origin: Origin): boolean {
  return origin.product === 'windows' && origin.category === '' && origin.service === '';
}

function nameOf({ channel, eventId, provider, product, category, service }: Origin): string {
  return `${product}\0${category}\0${service}\0${channel}\0${eventId}\0${provider}`;
}
