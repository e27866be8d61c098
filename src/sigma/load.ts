import type { Problem } from '../base/problem.ts';
import { problem } from '../base/problem.ts';
import { linkCorrelations } from './link.ts';
import { route } from './logsource/routes.ts';
import type { LogsourceTable } from './logsource/table.ts';
import { applyFilters } from './rule/apply-filters.ts';
import { type DocumentKind, type Draft, kindOfDocument, readDraft } from './rule/document.ts';
import type { RuleDraft } from './rule/rule.ts';
import type { Rule, RulePack } from './rule/tree.ts';
import type { Variables } from './rule/variables.ts';
import { readYaml, type YamlDocument } from './rule/yaml.ts';
import { entry } from './rule/yaml-node.ts';

/** The text of a file of rules; `file` names it in problems. */
export interface RuleFile {
  readonly file: string;
  readonly text: string;
}

export interface LoadOptions {
  readonly logsources: LogsourceTable;
  /** Values for placeholders. */
  readonly variables?: Variables;
}

/** What became of a document. There is one for every document of every file, and one for a file without any. */
export interface DocumentAccount {
  readonly file: string;
  /** From 1 in the file, 0 for a file without documents. */
  readonly document: number;
  readonly line: number;
  readonly kind: DocumentKind | null;
  readonly id: string | null;
  readonly title: string | null;
  readonly loaded: boolean;
  /** The problem that kept it from being loaded. */
  readonly why: Problem | null;
  /** Everything remarked on it, `why` included. */
  readonly problems: readonly Problem[];
}

export interface LoadedRules {
  readonly pack: RulePack;
  readonly problems: readonly Problem[];
  readonly account: readonly DocumentAccount[];
}

/** A document on its way into the pack. */
export interface Loading {
  readonly file: string;
  readonly number: number;
  readonly document: YamlDocument;
  readonly kind: DocumentKind | null;
  draft: Draft | null;
}

/**
 * Reads rules, correlations and filters and makes one pack of them: filters joined to their rules, log sources found, names of
 * rules looked up. A document that cannot be used is reported and does not touch the others; of two with one id the first
 * counts. Never throws.
 */
export function loadRules(files: Iterable<RuleFile>, { logsources, variables = {} }: LoadOptions): LoadedRules {
  const loading: Loading[] = [];
  const empty: { at: number; account: DocumentAccount }[] = [];
  for (const { file, text } of files) {
    const documents = readYaml(file, text);
    if (documents.length === 0) empty.push({ at: loading.length, account: nothingIn(file) });
    for (const [i, document] of documents.entries()) {
      const kind = kindOfDocument(document);
      const draft = kind && readDraft(document, kind, variables);
      loading.push({ file, number: i + 1, document, kind, draft });
    }
  }
  refuseDoubles(loading);
  applyFilters(loading);
  const rules = loading.flatMap((it) => toRule(it, logsources) ?? []);
  const linked = linkCorrelations(loading, rules);
  const account = loading.map(accountOf);
  for (const { at, account: it } of empty.reverse()) account.splice(at, 0, it);
  return {
    pack: Object.freeze({
      rules: Object.freeze(sorted(linked.rules)),
      correlations: Object.freeze(sorted(linked.correlations)),
    }),
    problems: account.flatMap(({ problems }) => problems),
    account,
  };
}

function nothingIn(file: string): DocumentAccount {
  const why = problem('no-document', { source: file, line: 1, column: 1 }, {}, 'error');
  return { file, document: 0, line: 1, kind: null, id: null, title: null, loaded: false, why, problems: [why] };
}

function refuseDoubles(loading: readonly Loading[]): void {
  const ids = new Map<string, Loading>();
  const names = new Map<string, Loading>();
  for (const it of loading) {
    if (!it.draft) continue;
    const { id, name } = it.draft.head;
    const first = ids.get(id);
    if (first) {
      it.document.remarks.error('duplicate-id', keyAt(it, 'id'), {
        id,
        first: `${first.file}, line ${first.document.line}`,
      });
      it.draft = null;
      continue;
    }
    ids.set(id, it);
    if (name === null) continue;
    const named = names.get(name);
    if (named) it.document.remarks.warn('duplicate-name', keyAt(it, 'name'), { name, first: named.file });
    else names.set(name, it);
  }
}

function toRule(it: Loading, logsources: LogsourceTable): Rule | null {
  if (it.draft?.kind !== 'rule') return null;
  const { head, logsource, where } = it.draft as RuleDraft;
  const routing = route(logsource, where, logsources);
  if ('code' in routing) {
    const { product, category, service } = logsource;
    const source = [product, category, service].filter(Boolean).join(' / ');
    it.document.remarks.error(routing.code, keyAt(it, 'logsource'), {
      source,
      why: routing.why && ` (${routing.why})`,
    });
    it.draft = null;
    return null;
  }
  return {
    kind: 'rule',
    ...head,
    file: it.file,
    line: it.document.line,
    logsource,
    routes: routing.routes,
    where,
    reported: true,
    carries: [],
  };
}

/** Offset of a key of the document, for problems. */
export function keyAt({ document: { root } }: Loading, key: string): number {
  if (root?.kind !== 'map') return root?.at ?? 0;
  return entry(root, key)?.keyAt ?? root.at;
}

function accountOf({ file, number, document: { root, remarks, line }, kind, draft }: Loading): DocumentAccount {
  const text = (key: string): string | null => {
    const value = root?.kind === 'map' ? entry(root, key)?.value : undefined;
    return value?.kind === 'scalar' && value.value !== null ? value.text : null;
  };
  const id = draft?.head.id ?? text('id');
  return {
    file,
    document: number,
    line,
    kind,
    id,
    title: text('title'),
    loaded: draft !== null,
    why: remarks.fatal,
    problems: remarks.problems,
  };
}

function sorted<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
