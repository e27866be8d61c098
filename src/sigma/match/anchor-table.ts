import type { Anchor } from './anchors.ts';
import { rarestWindows } from './literals.ts';

/** Numbers of rules: most anchors belong to one. */
export type Rules = number | readonly number[];

/** Texts, and beside each the rules that need it. */
export interface AnchorTexts {
  readonly texts: readonly string[];
  readonly rules: readonly Rules[];
}

/** The anchors of one field, laid out so that an index is quickly made of them; plain data, to be kept. */
export interface AnchorTable {
  readonly equals: AnchorTexts;
  /** Last path components with their backslash, for `\cmd.exe`. */
  readonly components: AnchorTexts;
  readonly startswith: AnchorTexts;
  readonly endswith: AnchorTexts;
  /** `windows`: where in each text the window begins under which it is filed, see `LiteralSet`. */
  readonly contains: AnchorTexts & { readonly windows: readonly number[] };
}

/** Lays out pairs of an anchor and the rule that needs it. */
export function anchorTable(anchors: Iterable<readonly [Anchor, number]>): AnchorTable {
  const kinds = {
    equals: new Map<string, Set<number>>(),
    components: new Map<string, Set<number>>(),
    startswith: new Map<string, Set<number>>(),
    endswith: new Map<string, Set<number>>(),
    contains: new Map<string, Set<number>>(),
  };
  for (const [{ kind, text }, rule] of anchors) {
    const texts = kinds[kind === 'endswith' && text.lastIndexOf('\\') === 0 ? 'components' : kind];
    const known = texts.get(text);
    if (known) known.add(rule);
    else texts.set(text, new Set([rule]));
  }
  const contains = listed(kinds.contains);
  return {
    equals: listed(kinds.equals),
    components: listed(kinds.components),
    startswith: listed(kinds.startswith),
    endswith: listed(kinds.endswith),
    contains: { ...contains, windows: rarestWindows(contains.texts) },
  };
}

function listed(byText: ReadonlyMap<string, ReadonlySet<number>>): AnchorTexts {
  return {
    texts: [...byText.keys()],
    rules: [...byText.values()].map((rules): Rules => (rules.size === 1 ? [...rules][0]! : [...rules])),
  };
}
