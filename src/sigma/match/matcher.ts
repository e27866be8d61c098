import type { FieldSource, FieldTable, Value } from '../../base/fields.ts';
import { viewer } from '../logsource/views.ts';
import type { Node, Rule } from '../rule/tree.ts';
import { AnchorIndex } from './anchor-index.ts';
import { type Check, Checks } from './checks.ts';
import { explain } from './explain.ts';
import { KeywordIndex } from './keyword-index.ts';
import { type MatchPlan, planOf, type RuleNeed } from './plan.ts';
import { type Common, Program } from './program.ts';
import { remember } from './regex.ts';
import { type Origin, RouteTable } from './routing.ts';
import { Shared } from './shared.ts';

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

/** What was worked out about the rules of a pack before, and which of them run. */
export interface Prepared {
  readonly plan: MatchPlan;
  /** Numbers of rules, ascending; the matcher numbers them by their place here. */
  readonly run: readonly number[];
}

/**
 * Compiles rules into a matcher. All fields that rules ask for are in the table when it is done, so that readers know them; what
 * a kind of record needs beyond that is compiled when its first record comes, and a rule when it first comes up, so that a pack
 * of thousands of rules is ready at once. Throws what `views` throws for a view that does not exist.
 */
export function compileMatcher(
  rules: readonly Rule[],
  fields: FieldTable,
  views: Views = viewer,
  prepared: Prepared = { plan: planOf(rules), run: rules.map((_, n) => n) },
): Matcher {
  return new CompiledMatcher(rules, fields, views, prepared);
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

class CompiledMatcher implements Matcher, Common {
  readonly counts: Counts = { records: 0, kinds: 0, candidates: 0, evaluated: 0 };
  readonly checks: Checks;
  readonly stamps: Float64Array;
  private readonly rules: readonly Rule[];
  private readonly fields: FieldTable;
  private readonly plan: MatchPlan;
  /** Rule number → the number it is reported by, -1 for rules that do not run. */
  private readonly numbers: Int32Array;
  private readonly run: readonly number[];
  private readonly views = new Map<string, (event: FieldSource) => FieldSource>();
  private readonly routing: RouteTable;
  private readonly shared = new Shared();
  private readonly kinds = new Kinds();
  /** For records whose field EventID is not what their reader says: nothing is taken for granted. */
  private readonly oddKinds = new Kinds();
  private readonly eventIdField: number;
  /** Number of a field in the plan → its number in the table. */
  private readonly fieldIds: readonly number[];
  private readonly compiled: (Check | undefined)[];
  private readonly programs = new Map<string, { readonly program: Program; readonly asksEventId: boolean }>();
  private readonly keywords = new Map<string, KeywordIndex>();
  private readonly matched: number[] = [];
  private readonly hits: { readonly rule: number; readonly source: FieldSource }[] = [];

  constructor(rules: readonly Rule[], fields: FieldTable, views: Views, { plan, run }: Prepared) {
    this.rules = rules;
    this.fields = fields;
    this.plan = plan;
    this.run = run;
    this.numbers = new Int32Array(rules.length).fill(-1);
    for (const [number, rule] of run.entries()) this.numbers[rule] = number;
    this.compiled = new Array<Check | undefined>(rules.length);
    this.stamps = new Float64Array(rules.length);
    this.routing = new RouteTable(plan.routes);
    this.eventIdField = fields.id('EventID');
    for (const { view } of plan.routes)
      if (view !== null && !this.views.has(view)) this.views.set(view, views(view, fields));
    for (const name of plan.names) fields.id(name);
    remember(plan.regexes);
    this.fieldIds = plan.fields.map((name) => fields.id(name));
    const planned = new Map(this.fieldIds.map((id, field) => [id, field]));
    this.checks = new Checks(fields, this.shared, (id) => {
      const field = planned.get(id);
      return field === undefined ? null : new AnchorIndex(plan.table(field));
    });
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
      if (rule !== last) hit(this.numbers[rule]!, source);
      last = rule;
    }
  }

  matchedFields(number: number, event: FieldSource): Record<string, Exclude<Value, undefined>> {
    return explain(this.rules[this.run[number]!]!.where, event, this.fields);
  }

  check(rule: number): Check {
    let check = this.compiled[rule];
    if (check === undefined) {
      check = this.checks.compile(this.rules[rule]!.where);
      this.compiled[rule] = check;
    }
    return check;
  }

  /** `eventId`: what the records' field EventID holds, null when that is not certain. */
  private compile(origin: Origin, eventId: string | null): Kind {
    this.counts.kinds++;
    const byView = new Map<string | null, number[]>();
    for (const number of this.routing.taking(origin)) {
      const { view } = this.plan.routes[number]!;
      const routes = byView.get(view);
      if (routes) routes.push(number);
      else byView.set(view, [number]);
    }
    let asked = false;
    const parts: Part[] = [];
    for (const [view, routes] of byView) {
      const { program, asksEventId } = this.program(routes, view, view === null ? eventId : null);
      asked ||= asksEventId && view === null;
      if (program.size > 0) parts.push({ view: view === null ? null : this.views.get(view)!, program });
    }
    return { eventId: asked ? eventId : null, parts };
  }

  /** Kinds of records with the same rules share a program. */
  private program(routes: readonly number[], view: string | null, eventId: string | null) {
    const key = `${view} ${eventId} ${routes.join()}`;
    let known = this.programs.get(key) ?? this.programs.get(`${view} any ${routes.join()}`);
    if (!known) {
      if (this.programs.size >= MAX_PROGRAMS) {
        this.programs.clear();
        this.keywords.clear();
        this.kinds.clear();
        this.oddKinds.clear();
      }
      known = this.compileProgram(routes, eventId);
      this.programs.set(known.asksEventId ? key : `${view} any ${routes.join()}`, known);
    }
    return known;
  }

  private compileProgram(routes: readonly number[], eventId: string | null) {
    const roles = new Uint8Array(this.rules.length);
    const rules: number[] = [];
    const wanted = new Map<number, Node[]>();
    for (const number of routes) {
      const { where } = this.plan.routes[number]!;
      for (const rule of this.plan.routed[number]!) {
        if (this.numbers[rule]! < 0) continue;
        if (roles[rule] === 0) rules.push(rule);
        if (where === null) roles[rule] = 1;
        else if (roles[rule] !== 1) {
          roles[rule] = 2;
          const others = wanted.get(rule);
          if (others) others.push(where);
          else wanted.set(rule, [where]);
        }
      }
    }
    const always: number[] = [];
    const fields = new Set<number>();
    const keywords: number[] = [];
    let asksEventId = false;
    let size = 0;
    for (const rule of rules) {
      const need = this.plan.needs[rule] ?? null;
      if (need !== null) asksEventId ||= need[2].length > 0;
      if (need === null || isGiven(need, eventId)) always.push(rule);
      else if (need[0].length + need[1].length === 0) {
        roles[rule] = 0;
        continue;
      } else {
        for (const field of need[0]) fields.add(field);
        if (need[1].length > 0) keywords.push(rule);
      }
      size++;
    }
    const besides = new Map<number, Check>();
    for (const [rule, of] of wanted) if (roles[rule] === 2) besides.set(rule, this.checks.compile({ op: 'or', of }));
    const program = new Program(
      {
        roles,
        size,
        always,
        besides,
        slots: [...fields].sort((a, b) => a - b).map((field) => this.checks.slot(this.fieldIds[field]!)),
        keywords: keywords.length > 0 ? this.keywordIndex(keywords) : null,
      },
      this,
    );
    return { program, asksEventId };
  }

  /** Many kinds of records have the same few rules that look for texts anywhere. */
  private keywordIndex(rules: readonly number[]): KeywordIndex {
    const key = rules.join();
    let index = this.keywords.get(key);
    if (!index) {
      index = new KeywordIndex(
        rules.map((rule) => [rule, this.plan.needs[rule]![1]]),
        this.shared,
      );
      this.keywords.set(key, index);
    }
    return index;
  }
}

/** Whether the event id that a rule needs is the one that the records have, or may have where that is not certain. */
function isGiven([, , eventIds]: NonNullable<RuleNeed>, eventId: string | null): boolean {
  return eventIds.length > 0 && (eventId === null || eventIds.includes(eventId));
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
