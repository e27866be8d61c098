import type { AliasStatement, Relation } from '../../model/name.ts';
import { NARRATOR } from '../../model/statement.ts';
import type { StatementView } from '../../model/view.ts';

/**
 * What documents say about names: statements of kind `alias` in which somebody asserts or denies that two names go together. What
 * was rejected in review does not count; what somebody doubts or declines to say ties nothing and parts nothing.
 */
export function aliasesSaid(statements: Iterable<StatementView>): AliasStatement[] {
  return [...statements].flatMap((it) => {
    const relation = it.kind === 'alias' && it.review !== 'rejected' ? relationSaid(it) : null;
    if (!relation || !it.actor || !it.object) return [];
    const said: AliasStatement = {
      id: it.id,
      names: [it.actor, it.object],
      relation,
      certainty: it.certainty,
      speaker: whoSays(it),
      via: it.via.at(-1) ?? null,
      said: it.said,
      origin: it.origin,
      entries: [null, null],
      citation: { title: [it.publisher, it.document_title].filter(Boolean).join(': '), url: it.document_url },
      source: 'ledger',
    };
    return [said];
  });
}

/** The body whose word it is: naming policies name bodies, not their spokespeople. */
function whoSays({ speaker, speaker_org, publisher, document_title }: StatementView): string {
  if (speaker !== NARRATOR) return speaker_org ?? speaker;
  return publisher ?? document_title ?? NARRATOR;
}

/** The relation that a passage states; null where nothing is stated. */
export function relationSaid({
  quote,
  stance,
}: {
  readonly quote: string;
  readonly stance: StatementView['stance'];
}): Relation | null {
  const relation = CUES.find(({ words }) => words.test(quote))?.relation ?? 'same';
  if (stance === 'asserts') return relation;
  // Who denies that two names are one says that they are two; who denies that they are two does not say what they are.
  return stance === 'denies' && relation === 'same' ? 'distinct' : null;
}

/** In this order: "a distinct group that overlaps with" speaks of two groups. */
const CUES: readonly { readonly relation: Relation; readonly words: RegExp }[] = [
  {
    relation: 'distinct',
    words:
      /\b(?:distinct|separate(?:ly)? (?:from|group|actor|entit|cluster|threat|activit)|(?:is|are|be) separate\b|not the same|different (?:group|actor|entit|cluster|threat)|unrelated|no (?:relation|connection|link)|differs? from|not to be confused)/i,
  },
  {
    relation: 'part-of',
    words:
      /\b(?:sub-?groups?|sub-?sets?|sub-?units?|sub-?clusters?|(?:a |an |is |are )(?:part|unit|arm|branch|division|offshoot|faction) of|umbrella|belongs? to)\b/i,
  },
  {
    relation: 'overlaps',
    words:
      /\b(?:overlap\w*|similar\w*|resembl\w*|shar(?:es?|ed|ing)\b|link(?:s|ed|age)?\b|connect(?:s|ed|ion)|ties to|tied to|relat(?:es?|ed) to|associat(?:ed|ion)|closely|in common|reminiscent)/i,
  },
];
