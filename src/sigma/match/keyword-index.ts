import type { FieldSource, TextFinder } from '../../base/fields.ts';
import { textFinder } from './finder.ts';
import { LiteralSet } from './literals.ts';
import type { Shared } from './shared.ts';

/** Texts that rules need anywhere in a record. */
export class KeywordIndex {
  private readonly shared: Shared;
  private readonly literals: LiteralSet;
  private readonly rules: readonly (readonly number[])[];
  /** A quick way to rule out all texts, null where there is none. */
  private readonly finder: TextFinder | null;
  private readonly found: number[] = [];

  /** `needs`: rules, and for each the texts of which one must be there. */
  constructor(needs: Iterable<readonly [rule: number, texts: readonly string[]]>, shared: Shared) {
    const byText = new Map<string, number[]>();
    for (const [rule, texts] of needs)
      for (const text of texts) {
        const rules = byText.get(text);
        if (rules) rules.push(rule);
        else byText.set(text, [rule]);
      }
    const texts = [...byText.keys()];
    this.shared = shared;
    this.rules = [...byText.values()];
    this.literals = new LiteralSet(texts);
    this.finder = textFinder(texts);
  }

  /** The rules that a record brings up; a rule may come several times. */
  candidates(source: FieldSource): readonly number[] {
    const { finder, found } = this;
    if (finder !== null) {
      if (source.mayHold ? !source.mayHold(finder) : !source.texts().some((text) => finder.inText(text))) return NONE;
    }
    found.length = 0;
    this.literals.find(this.shared.joined(source), found);
    return found.length === 0 ? NONE : found.flatMap((n) => this.rules[n]!);
  }
}

const NONE: readonly number[] = [];
