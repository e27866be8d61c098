import { type Correlation, LEVELS, type Rule } from '../../sigma/rule/tree.ts';

/** Which rules of a pack a hunt runs. Empty lists choose all. */
export interface RuleFilter {
  readonly minLevel: string | null;
  readonly statuses: readonly string[];
  /** Tags or their beginnings: `attack.t1059` chooses `attack.t1059.001` too. Any of them is enough. */
  readonly tags: readonly string[];
  /** Ids, or parts of titles in any case. */
  readonly only: readonly string[];
  readonly except: readonly string[];
}

export const NO_FILTER: RuleFilter = { minLevel: null, statuses: [], tags: [], only: [], except: [] };

/** Whether hits of a rule or correlation are wanted. */
export function isWanted(rule: Rule | Correlation, filter: RuleFilter): boolean {
  const { minLevel, statuses, tags, only, except } = filter;
  if (minLevel !== null && rank(rule.level) < rank(minLevel)) return false;
  if (statuses.length > 0 && !statuses.includes(rule.status)) return false;
  if (tags.length > 0 && !tags.some((tag) => rule.tags.some((own) => startsAt(own.toLowerCase(), tag.toLowerCase()))))
    return false;
  if (only.length > 0 && !only.some((one) => names(rule, one))) return false;
  return !except.some((one) => names(rule, one));
}

/**
 * Numbers of the rules that must run, in ascending order: those that are wanted, and those that a wanted correlation stands on,
 * directly or through others.
 */
export function selectRules(
  rules: readonly Rule[],
  correlations: readonly Correlation[],
  filter: RuleFilter,
): ChosenRules {
  const byId = new Map(correlations.map((one) => [one.id, one]));
  const needed = new Set<string>();
  const chosen = new Set<Correlation>();
  const need = (one: Correlation) => {
    if (chosen.has(one)) return;
    chosen.add(one);
    for (const id of one.rules) {
      needed.add(id);
      const below = byId.get(id);
      if (below) need(below);
    }
  };
  for (const one of correlations) if (isWanted(one, filter)) need(one);
  const reported = new Set<number>();
  const run: number[] = [];
  rules.forEach((rule, n) => {
    const wanted = rule.reported && isWanted(rule, filter);
    if (wanted) reported.add(n);
    if (wanted || needed.has(rule.id)) run.push(n);
  });
  const running = correlations.filter((one) => chosen.has(one));
  const shown = new Set(running.filter((one) => one.reported && isWanted(one, filter)).map(({ id }) => id));
  return { run, reported, correlations: running, shown };
}

/** What of a pack runs, and what of it is reported. */
export interface ChosenRules {
  /** Numbers of the rules that run, ascending, and those of them whose own hits are wanted. */
  readonly run: readonly number[];
  readonly reported: ReadonlySet<number>;
  /** Correlations that run, and the ids of those whose hits are wanted. */
  readonly correlations: readonly Correlation[];
  readonly shown: ReadonlySet<string>;
}

function rank(level: string): number {
  return LEVELS.indexOf(level as (typeof LEVELS)[number]);
}

function startsAt(own: string, tag: string): boolean {
  return own === tag || own.startsWith(`${tag}.`) || own === `attack.${tag}` || own.startsWith(`attack.${tag}.`);
}

function names({ id, title }: Rule | Correlation, text: string): boolean {
  return id === text.toLowerCase() || title.toLowerCase().includes(text.toLowerCase());
}
