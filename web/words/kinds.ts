import type { Kind } from '../../src/http/contract/index.ts';

/** What each kind of statement claims, for menus and tooltips. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  intrusion: 'an attack or attempt happened',
  attribution: 'something belongs to an actor or state',
  alias: 'two names are the same, overlap or differ',
  uses: 'an actor uses a technique, tool or weakness',
  targeting: 'an actor goes after a kind of victim',
  intent: 'why it was done',
  trend: 'the number of attacks rises, falls or totals',
  measure: 'a state or society acts outside cyberspace',
  response: 'a party confirms, denies, condemns or declines',
  effect: 'what followed from it',
};

export const KINDS = Object.keys(KIND_WORDS) as readonly Kind[];
