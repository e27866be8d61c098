import type { Kind } from '../../model/statement.ts';
import type { ClaimSpan } from '../claims.ts';
import type { Utterance } from '../speech/attribute.ts';
import type { Memory } from './memory.ts';
import type { Roles } from './roles.ts';
import type { Mention } from './sides.ts';

/** What filling the fields of a claim looks at besides the claim. */
export interface Scene {
  readonly text: string;
  readonly flat: string;
  readonly published: string | null;
  readonly mentions: readonly Mention[];
  readonly memory: Memory;
}

/** Somebody in a field: the name shown and the country behind it. */
export interface Filled {
  readonly name: string | null;
  readonly country: string | null;
}

export const NOBODY: Filled = { name: null, country: null };

export interface Given {
  readonly scene: Scene;
  readonly claim: ClaimSpan;
  readonly utterance: Utterance;
  readonly roles: Roles;
  readonly voice: { readonly name: string; readonly org: string | null };
}

/** Kinds in which somebody attacks. */
export const ATTACKING: ReadonlySet<Kind> = new Set<Kind>([
  'intrusion',
  'uses',
  'targeting',
  'effect',
  'intent',
  'trend',
  'attribution',
  'alias',
]);

/** Kinds in which somebody suffers an attack. */
export const SUFFERED: ReadonlySet<Kind> = new Set<Kind>([
  'intrusion',
  'effect',
  'targeting',
  'uses',
  'attribution',
  'intent',
]);
