import { runText } from '../clauses/phrase.ts';
import type { Token } from '../tokens.ts';
import type { Frame } from './frame.ts';
import { type Noun, nounAt } from './nouns.ts';
import { doer, type Part, tidy } from './parts.ts';
import { MAKES } from './verbs.ts';

const PIN =
  /^(?:linked|link|links|tied|tying|tie|attributed|attribute|attributes|traced|connected|connect|connection|connections|pinned|pin|associated|affiliated|belongs?|belonging|aligned|pointed|points?|pointing|attributing|linking|ties|similarities)$/;
const MADE =
  /^(?:masterminded|sponsored|ordered|done|backed|supported|funded|controlled|engineered|hired|developed|created|operated|steered|sent)$/;
const FROM = /^(?:originat\w+|emanat\w+|based|headquartered|hail\w*|operating|came|come|comes|coming|stem\w*)$/;
const PART_OF = /^(?:part|arm|unit|member|members|work|handiwork|hallmarks?|fingerprints?|hand|front|cover)$/;

interface Given {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly frame: Frame;
  readonly own: Part | null;
  readonly agent: Part | null;
  readonly object: Part | null;
  readonly part: (noun: Noun | null) => Part | null;
}

/** Whom an assigning clause pins what on: "accused X of Y", "blamed Y on X", "Y is linked to X", "X is behind Y", "Y by X". */
export function pinned(given: Given): { actor: Part | null; object: string | null } {
  const { text, tokens, frame, part } = given;
  const own = doer(given.own);
  const thing = given.own?.words ?? null;
  const words = (noun: Noun | null): string | null => part(noun)?.words ?? null;
  const link = (at: number, by: RegExp, ceiling = frame.to): Noun | null =>
    frame.links.find((found) => found.at > at && found.at < ceiling && by.test(found.by))?.noun ?? null;
  const start = Math.max(frame.from, 0);
  if (
    frame.passive &&
    given.agent &&
    frame.agent &&
    !/^(?:accus|blam|suspect|link|tie)/.test(tokens[frame.verb]!.lower)
  ) {
    const clear = !tokens
      .slice(start, frame.agent.from)
      .some((token) => token.lower === 'behind' || token.lower === 'responsible');
    if (clear) return { actor: given.agent, object: thing };
  }
  for (let i = start; i < frame.to; i++) {
    const word = tokens[i]!.lower;
    if (word === 'behind') return { actor: own, object: words(nounAt(tokens, i + 1, frame.to)) };
    if (word === 'responsible' || word === 'culprit' || word === 'culprits' || word === 'perpetrator')
      return { actor: tokens[i - 1]?.lower === 'those' ? null : own, object: words(link(i, /^(?:for|of|in|behind)$/)) };
    if (/^accus/.test(word) || /^(?:suspect|suspects|charged|indicted|charging|alleging)$/.test(word)) {
      const charge = tokens.findIndex(
        (token, k) => k > i && k < frame.to && (token.lower === 'of' || token.lower === 'with'),
      );
      const told =
        charge > 0 && charge + 1 < frame.to ? tidy(runText(text, tokens, { from: charge + 1, to: frame.to })) : null;
      const passive = frame.passive && frame.verb === i;
      const accused = passive ? own : part(nounAt(tokens, i + 1, charge > 0 ? charge : frame.to));
      if (accused) return { actor: accused, object: told };
    }
    if (/^(?:suspected|accused)$/.test(word) && frame.passive) return { actor: own, object: null };
    if (/^blam/.test(word)) {
      const on = link(i, /^on$/);
      const direct = nounAt(tokens, i + 1, frame.to);
      if (on) return { actor: part(on), object: words(direct) };
      if (frame.passive && frame.verb === i) return { actor: own, object: words(link(i, /^for$/)) };
      return { actor: part(direct), object: words(link(i, /^for$/)) };
    }
    if (PIN.test(word)) {
      const to = link(i, /^(?:to|with|on|at)$/);
      if (!to) continue;
      const direct = nounAt(tokens, i + 1, frame.to);
      return { actor: part(to), object: words(direct) ?? thing };
    }
    if (MADE.test(word) || (MAKES.has(word) && /ed$|^led$|^run$|^made$/.test(word))) {
      const by = tokens.findIndex((token, k) => k > i && k < i + 4 && k < frame.to && token.lower === 'by');
      if (by > 0) return { actor: part(nounAt(tokens, by + 1, frame.to)), object: thing };
    }
    // "It works for the army and operates from X": whom it works for.
    if (/^work(?:s|ed|ing)?$/.test(word) && /^(?:for|under)$/.test(tokens[i + 1]?.lower ?? '')) {
      const whom = part(nounAt(tokens, i + 2, frame.to));
      if (whom) return { actor: whom, object: given.own?.pronoun ? null : thing };
    }
    if (FROM.test(word)) {
      const place = link(i, /^(?:from|in|of)$/);
      if (place) return { actor: part(place), object: thing };
    }
    if (PART_OF.test(word) && tokens[i + 1]?.lower === 'of')
      return { actor: part(nounAt(tokens, i + 2, frame.to)), object: thing };
  }
  const by = link(start, /^by$/);
  if (by) return { actor: part(by), object: thing };
  return { actor: own, object: given.object?.words ?? null };
}
