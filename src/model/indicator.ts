import type { Span } from '../base/span.ts';

export const INDICATOR_TYPES = [
  'ipv4',
  'ipv6',
  'domain',
  'url',
  'email',
  'md5',
  'sha1',
  'sha256',
  'cve',
  'file-name',
  'file-path',
  'registry-key',
  'mutex',
  'yara-rule',
  'sigma-rule',
  'attack-id',
] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

/** What the mention is for: something to look for, a source the text cites, or something well known and harmless. */
export const INDICATOR_ROLES = ['indicator', 'reference', 'benign'] as const;
export type IndicatorRole = (typeof INDICATOR_ROLES)[number];

/** A technical artefact named in a document. `value` is refanged and normalised; the span covers the words as written. */
export interface Indicator extends Span {
  readonly type: IndicatorType;
  readonly value: string;
  readonly role: IndicatorRole;
  /** Why the role is not `indicator`, as a code: `publisher`, `well-known`, `citation`, `reserved-range` … */
  readonly reason: string | null;
}
