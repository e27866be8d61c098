import { type CorrelationDraft, readCorrelation } from './correlation.ts';
import { type FilterDraft, readFilter } from './filter.ts';
import { type RuleDraft, readRule } from './rule.ts';
import type { Variables } from './variables.ts';
import type { YamlDocument } from './yaml.ts';
import { entry, kindOf } from './yaml-node.ts';

export type Draft = RuleDraft | CorrelationDraft | FilterDraft;
export type DocumentKind = Draft['kind'];

/** The key that makes a document what it is. */
const KEYS = { rule: 'detection', correlation: 'correlation', filter: 'filter' } as const;

/** What kind of document it is, null when it is none of Sigma's; the remarks then say why. */
export function kindOfDocument({ root, remarks }: YamlDocument): DocumentKind | null {
  if (root === null) return null;
  if (root.kind !== 'map') {
    remarks.error('not-a-rule', root.at, { found: kindOf(root) });
    return null;
  }
  const kinds = (Object.keys(KEYS) as DocumentKind[]).filter((kind) => entry(root, KEYS[kind]));
  if (kinds.length === 1) return kinds[0]!;
  if (kinds.length === 0) remarks.error('not-a-rule', root.at, { found: 'map' });
  else remarks.error('kinds-mixed', entry(root, KEYS[kinds[1]!])!.keyAt, { kinds: kinds.join(', ') });
  return null;
}

/** Reads a document of a known kind; null when it cannot be used. */
export function readDraft(
  { root, remarks, text }: YamlDocument,
  kind: DocumentKind,
  variables: Variables,
): Draft | null {
  if (root?.kind !== 'map') return null;
  const reading = { map: root, remarks };
  if (kind === 'rule') return readRule(reading, text, variables);
  return kind === 'correlation' ? readCorrelation(reading, text) : readFilter(reading, text, variables);
}
