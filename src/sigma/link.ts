import { MOST_TERMS, termsOf } from './correlate/terms.ts';
import type { Loading } from './load.ts';
import type { Condition } from './rule/condition.ts';
import type { CorrelationDraft, RuleReference } from './rule/correlation.ts';
import type { Correlation, Rule, RuleExpression } from './rule/tree.ts';

/** Looks up the rules that correlations name; says which hits are reported and which fields have to come with them. */
export function linkCorrelations(
  loading: readonly Loading[],
  rules: readonly Rule[],
): { readonly rules: Rule[]; readonly correlations: Correlation[] } {
  const drafts = new Map<string, Loading>();
  for (const it of loading) if (it.draft?.kind === 'correlation') drafts.set(it.draft.head.id, it);
  if (drafts.size === 0) return { rules: rules.map((rule) => Object.freeze(rule)), correlations: [] };
  const linker = new Linker(loading, rules, drafts);
  for (const id of [...drafts.keys()]) linker.link(id);
  const correlations = [...linker.linked.values()];
  // Whoever generates has the last word; what a correlation that cannot be used stands on was not meant to be reported either.
  const silent = new Set<string>();
  for (const names of linker.references.values()) for (const id of names.values()) silent.add(id);
  for (const [{ draft }, names] of linker.references)
    if (draft?.kind === 'correlation' && draft.generate) for (const id of names.values()) silent.delete(id);
  const carried = carries(correlations);
  return {
    rules: rules.map((rule) =>
      Object.freeze({
        ...rule,
        reported: !silent.has(rule.id),
        carries: Object.freeze([...(carried.get(rule.id) ?? [])]),
      }),
    ),
    correlations: correlations.map((it) => Object.freeze({ ...it, reported: !silent.has(it.id) })),
  };
}

/** Correlations over correlations; hostile chains would exhaust the stack. */
const LONGEST_CHAIN = 50;

class Linker {
  private readonly heights = new Map<string, number>();
  readonly linked = new Map<string, Correlation>();
  /** Which name each correlation uses for which rule. */
  readonly references = new Map<Loading, Map<string, string>>();
  private readonly open = new Set<string>();
  private readonly ids = new Map<string, string>();
  private readonly known: ReadonlySet<string>;
  private readonly failed = new Set<string>();
  private readonly drafts: ReadonlyMap<string, Loading>;

  constructor(loading: readonly Loading[], rules: readonly Rule[], drafts: ReadonlyMap<string, Loading>) {
    this.drafts = drafts;
    this.known = new Set(rules.map(({ id }) => id));
    for (const it of loading) for (const key of ['name', 'id'] as const) this.register(it, key);
  }

  private register({ draft, document: { root } }: Loading, key: 'name' | 'id'): void {
    if (draft?.kind === 'filter') return;
    const value = root?.kind === 'map' ? root.entries.find((e) => e.key === key)?.value : undefined;
    const text = value?.kind === 'scalar' && value.value !== null ? value.text.trim() : null;
    const name = key === 'id' ? text?.toLowerCase() : text;
    if (draft) {
      if (key === 'id') this.ids.set(draft.head.id, draft.head.id);
      else if (name && !this.ids.has(name)) this.ids.set(name, draft.head.id);
    } else if (name) this.failed.add(name);
  }

  /** Links a correlation and, before it, those it stands on. False when it cannot be used. */
  link(id: string): boolean {
    if (this.linked.has(id)) return true;
    const it = this.drafts.get(id);
    if (it?.draft?.kind !== 'correlation') return false;
    const draft = it.draft;
    const { remarks } = it.document;
    this.open.add(id);
    const names = new Map<string, string>();
    this.references.set(it, names);
    for (const reference of draft.rules) this.look(reference, it, names);
    this.open.delete(id);
    for (const { name, at } of draft.aliases.flatMap((alias) => alias.fields)) {
      const found = this.idOf(name);
      if (found === undefined || ![...names.values()].includes(found)) remarks.error('rule-unknown', at, { name });
    }
    if (remarks.fatal) {
      it.draft = null;
      return false;
    }
    const made = correlation(it, draft, (name) => this.idOf(name)!);
    const height = 1 + Math.max(...made.rules.map((rule) => this.heights.get(rule) ?? 0));
    const { expression: written } = made.condition;
    const at = it.document.root!.at;
    if (height > LONGEST_CHAIN) remarks.error('chain-too-long', at, { limit: LONGEST_CHAIN });
    else if (written && termsOf(written) === null) remarks.error('rule-too-large', at, { limit: MOST_TERMS });
    else {
      this.heights.set(id, height);
      this.linked.set(id, made);
      return true;
    }
    it.draft = null;
    return false;
  }

  private look({ name, at }: RuleReference, it: Loading, names: Map<string, string>): void {
    const { remarks } = it.document;
    const id = this.idOf(name);
    if (id === undefined) {
      remarks.error(
        this.failed.has(name) || this.failed.has(name.toLowerCase()) ? 'rule-not-loaded' : 'rule-unknown',
        at,
        { name },
      );
      return;
    }
    if (this.open.size > LONGEST_CHAIN) {
      remarks.error('chain-too-long', at, { limit: LONGEST_CHAIN });
      return;
    }
    if (this.open.has(id)) {
      remarks.error('correlation-cycle', at, { name });
      return;
    }
    names.set(name, id);
    if (!this.known.has(id) && !this.link(id)) remarks.error('rule-not-loaded', at, { name });
  }

  private idOf(name: string): string | undefined {
    return this.ids.get(name) ?? this.ids.get(name.toLowerCase());
  }
}

function correlation(it: Loading, draft: CorrelationDraft, idOf: (name: string) => string): Correlation {
  const aliases: Record<string, Record<string, string>> = {};
  for (const { alias, fields } of draft.aliases)
    aliases[alias] = Object.fromEntries(fields.map(({ name, field }) => [idOf(name), field]));
  return {
    kind: 'correlation',
    ...draft.head,
    file: it.file,
    line: it.document.line,
    type: draft.type,
    rules: draft.rules.map(({ name }) => idOf(name)),
    groupBy: draft.groupBy,
    timespan: draft.timespan,
    aliases,
    condition: { ...draft.condition, expression: draft.expression && expression(draft.expression, idOf) },
    reported: true,
  };
}

function expression(condition: Condition, idOf: (name: string) => string): RuleExpression {
  if (condition.op === 'name') return { op: 'rule', id: idOf(condition.name) };
  if (condition.op === 'not') return { op: 'not', of: expression(condition.of, idOf) };
  if (condition.op === 'count') throw new TypeError('an expression over rules has no quantifiers');
  return { op: condition.op, of: condition.of.map((one) => expression(one, idOf)) };
}

/** The fields that each rule's hits need: what a correlation groups by and measures, and what those above it do. */
function carries(correlations: readonly Correlation[]): ReadonlyMap<string, ReadonlySet<string>> {
  const carried = new Map<string, Set<string>>();
  const need = (id: string, field: string): void => {
    const fields = carried.get(id) ?? new Set<string>();
    if (fields.has(field)) return;
    carried.set(id, fields.add(field));
    const above = byId.get(id);
    if (above) for (const rule of above.rules) need(rule, above.aliases[field]?.[rule] ?? field);
  };
  const byId = new Map(correlations.map((it) => [it.id, it]));
  for (const it of correlations)
    for (const field of [...it.groupBy, ...it.condition.field])
      for (const rule of it.rules) need(rule, it.aliases[field]?.[rule] ?? field);
  return carried;
}
