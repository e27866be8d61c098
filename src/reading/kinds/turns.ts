import type { Kind } from '../../model/statement.ts';
import { PatternIndex, startsOf } from './prefixes.ts';

/** A construction that turns a clause from one kind to another, whatever its words speak for. */
interface Turn {
  readonly pattern: RegExp;
  readonly kind: Kind;
  readonly weight: number;
  readonly starts: readonly string[] | null;
}

const turn = (kind: Kind, weight: number, source: string): Turn => ({
  kind,
  weight,
  pattern: new RegExp(source, 'i'),
  starts: startsOf(source.replace(/^\b/, '')),
});

const ATTACK =
  '(?:cyber[- ]?)?(?:attacks?|hacks?|breach(?:es)?|intrusions?|campaigns?|operations?|espionage|activity|efforts?)';

/** Checked in order; all that fit add their weight. Patterns run on clauses with ASCII quotes. */
const TURNS: readonly Turn[] = [
  // "a cyberattack carried out by X": the assigning words are the claim.
  turn(
    'attribution',
    2.5,
    `\\b${ATTACK}\\b(?:\\W+\\w+){0,4}\\W+(?:carried out|conducted|perpetrated|orchestrated|launched|directed|masterminded|sponsored|ordered|backed|run|led) by\\b`,
  ),
  turn('attribution', 2, `\\b${ATTACK}\\b(?:\\W+\\w+){0,6}\\W+(?:originat(?:ed|ing)|emanat(?:ed|ing)) (?:from|in)\\b`),
  turn('attribution', 3, '\\b(?:accus|blam|alleg)\\w* (?:\\S+ ){1,8}(?:of|for|on)\\b'),
  turn('attribution', 2, '\\bsuspected (?:of|in) (?:being |having )?(?:attack|hack|breach|behind|carry|orchestrat)'),
  // Whom it may hit next, or is only tried, is targeting.
  turn(
    'targeting',
    2,
    '\\b(?:could|may|might|will|at risk of|likely to|expected to) (?:also |next |soon )?(?:being |be |get )?(?:hacked|targeted|attacked|hit)\\b',
  ),
  // A named victim on a date is an intrusion, also with the verb "targeted".
  turn(
    'intrusion',
    4,
    '\\btargeted (?:\\S+ ){1,8}(?:in|on|since|between|from|over|last) (?:\\w+ ){0,4}(?:(?:19|20)\\d\\d|week|month|year)\\b',
  ),
  turn('intrusion', 2, '^(?=.*\\b(?:19|20)\\d\\d\\b).*\\b(?:was|were) (?:also |again |later )?targeted\\b'),
  // Superlatives and counts over a period.
  turn(
    'trend',
    1.5,
    '\\b(?:largest|biggest|worst|most (?:\\w+ ){0,2}(?:aggressive|sustained|significant|active|common|widespread|prolific)|first of its kind|latest in a)\\b',
  ),
  turn(
    'trend',
    1.5,
    `\\b(?:number of|numbers of|more than \\d[\\d,]*|over \\d[\\d,]*) (?:\\w+ ){0,3}${ATTACK}\\b[^.]*\\b(?:year|month|week|(?:19|20)\\d\\d)\\b`,
  ),
  turn(
    'trend',
    1,
    '\\b(?:reduced|declined|resurgen\\w+|intensif\\w+|ramped|shot up|doubled|tripled|new phase|maturing|concluded|subsided|on the rise)\\b',
  ),
  // What an answer refuses or denies is not what it does.
  turn(
    'response',
    2,
    "\\b(?:refus\\w+|declin\\w+|decided (?:not|against)|chose not|denied|denies|denying|rejected|wouldn't|would not|won't|did not|didn't|does not|doesn't) (?:\\w+ ){0,3}(?:pay|paying|comment|say|identify|address|involvement|any|knowledge|respond|answer|name|confirm)\\b",
  ),
  turn(
    'response',
    0.7,
    "\\b(?:we are|we have|we will|we're|we've|our team|i apologi[sz]e|we apologi[sz]e|our (?:first |top )?priority)\\b",
  ),
  // "We have known these actors for years", "when we see such groups": to look on is no answer.
  turn(
    'response',
    -7,
    "^[\"']?(?:\\w+ly, )?(?:(?:and|but|when|as|while|if|since) )?we(?:'ve| have| had)? (?:\\w+ly |long |also |all )?(?:known|knew|watched|seen|saw|see|observed?|followed|been (?:watching|tracking|following|observing))\\b",
  ),
  // What a weapon is for is no intent of attackers.
  turn(
    'intent',
    -6,
    '^(?=.*\\b(?:missiles?|radars?|rockets?|air[- ]defen[cs]e|interceptors?)\\b).*\\b(?:aim\\w*|designed|meant|intended|built|deployed) (?:at|to|for) (?:\\w+ly )?(?:defend|protect|shield|intercept|guard|shoot|detect|counter|deter)',
  ),
  // Who was paid, and what the demand was.
  turn('uses', 2, '\\b(?:demand(?:ed|ing|s)?|ransom note|ransom demand|asks? for (?:a )?(?:payment|deposit))\\b'),
  turn(
    'effect',
    1.5,
    '\\b(?:no|none of|not|never|without) (?:\\w+ ){0,3}(?:data|information|records|systems?|emails?|files|documents|accounts|votes) (?:\\w+ ){0,3}(?:stolen|taken|lost|compromised|accessed|affected|impacted|breached|altered|leaked)\\b',
  ),
  // The means, whoever they are tied to.
  turn('uses', 3, '\\b(?:was|were|been|being|is|are|to be|have been) (?:\\w+ )?used (?:by|to|in|against|for)\\b'),
  turn(
    'uses',
    3,
    '\\b(?:uses?|using|used|us(?:es|ing) of|associated with|shares?|sharing) (?:\\w+ ){0,3}infrastructure\\b',
  ),
  turn(
    'uses',
    1.5,
    '^(?:[^,]{0,60} )?(?:uses|used|is using|are using|employs|employed|has used|have used|relied on|relies on) (?!to )',
  ),
  turn(
    'uses',
    2,
    '\\bspear[- ]?phish\\w*|\\bphishing (?:e-?mails?|messages|pages?|sites?)|\\b(?:fake|spoofed|lookalike|cloned) (?:\\w+ )?(?:web ?sites?|pages?|log-?in|e-?mails?|accounts?|domains?)',
  ),
  turn(
    'intent',
    2,
    '\\bto (?:\\w+ly )?(?:trick|mislead|misdirect|deceive|fool|implicate|frame|discredit|cover|shield|save|buy time|make money)\\b',
  ),
  // Charges brought by law are measures, also when they accuse.
  turn('measure', 3.5, '\\b(?:grand jury|indictment (?:was|accus|charg)|returned an indictment)\\b'),
  turn(
    'measure',
    4,
    '\\baccus\\w+ (?:\\S+ ){1,10}of (?:\\S+ ){0,4}(?:sanctions?|violating|fraud|conspiracy|boycott\\w*|pressur\\w+|retaliat\\w+)',
  ),
  turn(
    'measure',
    4,
    '\\b(?:(?:heavy-handed|economic|retaliatory|punitive|trade|diplomatic) (?:measures|sanctions|pressure|steps|action|retaliation)|retaliate(?:d)? economically)\\b',
  ),
  turn('targeting', 3, '\\b(?:at risk|ripe for|vulnerable to|danger) (?:of|attack\\w*|being|hack\\w*|such)\\b'),
  turn(
    'trend',
    2.5,
    '\\b(?:not be the last|fits? (?:a|the) pattern|came in waves|a new phase|ever (?:seen|recorded)|continues? to be (?:a|an)|growing list|stepping stones?)\\b',
  ),
  // What a tool can do, with nobody using it, is no claim.
  turn(
    'uses',
    -4,
    '\\bcan (?:\\w+ )?(?:, \\w+ \\w+, )?be used\\b|\\bcan also\\b|\\bprovides? (?:\\w+ ){0,3}(?:capabilities|features)\\b|\\bis (?:a|an) (?:\\w+ ){0,3}(?:framework|tool|program|type of malware)\\b',
  ),
  turn('attribution', 2, '\\bevidence (?:to prove|that proves|of (?:the )?(?:\\w+ ){0,2}origins?)\\b'),
  turn(
    'effect',
    2.5,
    "\\b(?:will|would|could|may|might|won't|to) (?:\\w+ )?(?:harm|hurt|undermine|threaten|fuel|stimulate|worsen|destabili[sz]e|help achieve|spiral|backfire)\\b|\\bbackfired\\b",
  ),
  turn(
    'effect',
    2.5,
    '\\bcompromis(?:ed|es|ing) (?:\\S+ ){0,8}(?:confidentiality|integrity|privacy|applications|security of)\\b',
  ),
  turn(
    'intent',
    3,
    '\\bfocus\\w* on (?:collecting|gathering|stealing|obtaining)\\b|\\binterest\\w* (?:appears|seems|is|lies)\\b|\\b(?:the |attackers.? )interest and intent\\b',
  ),
];

const INDEX = new PatternIndex(TURNS.map(({ starts }) => starts));

const NONE: Partial<Record<Kind, number>> = {};

/** The extra weight of each kind from the constructions in a clause. */
export function turnsOf(clause: string): Readonly<Partial<Record<Kind, number>>> {
  let extra: Partial<Record<Kind, number>> | null = null;
  for (const candidate of INDEX.candidates(clause.toLowerCase())) {
    const { pattern, kind, weight } = TURNS[candidate]!;
    if (!pattern.test(clause)) continue;
    extra ??= {};
    extra[kind] = (extra[kind] ?? 0) + weight;
  }
  return extra ?? NONE;
}
