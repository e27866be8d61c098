import type { Certainty, Stance } from '../../model/statement.ts';

/**
 * How a verb brings in a claim. `report`: the claim is what follows or precedes; `think`: the same, the verb is a hedge and
 * belongs to the quote; `perform`: the utterance itself is the claim (denies, calls on, condemns), with its stance; `find`: the
 * subject vouches for what it found.
 */
export interface SpeechVerb {
  readonly group: 'report' | 'think' | 'perform' | 'find';
  readonly stance?: Stance;
  readonly certainty?: Certainty;
  /** Speaks only where it is attacks that are numbered: "counted over 1,300 attacks". */
  readonly counts?: boolean;
  /** A performing verb that reports when a "that" clause follows: "confirmed that …". */
  readonly that?: boolean;
}

const REPORT: SpeechVerb = { group: 'report' };
const BELIEVE: SpeechVerb = { group: 'think', certainty: 'probable' };
const SUSPECT: SpeechVerb = { group: 'think', certainty: 'possible' };
const FIND: SpeechVerb = { group: 'find' };
const perform = (stance: Stance): SpeechVerb => ({ group: 'perform', stance });

/** Verb families by their base form; inflected forms are made below. */
const FAMILIES: readonly [string, SpeechVerb][] = [
  [
    'say tell note add state explain report announce reveal claim argue insist write comment describe stress emphasise emphasize ' +
      'disclose testify tweet remark express recall declare assert observe caution quip elaborate relate contend maintain explain conclude',
    REPORT,
  ],
  ['count record log register', { group: 'report', counts: true }],
  ['allege', { group: 'report', certainty: 'certain' }],
  ['warn predict', REPORT],
  ['believe think assess reckon estimate expect consider presume assume feel guess', BELIEVE],
  ['suspect fear worry speculate hint', SUSPECT],
  ['doubt question', { group: 'perform', stance: 'doubts' }],
  ['deny reject dismiss refute rebut dispute', perform('denies')],
  ['decline refuse', perform('declines')],
  ['urge demand implore recommend advise encourage', perform('demands')],
  [
    'condemn oppose object criticise criticize slam denounce welcome vow pledge apologise apologize reiterate complain protest',
    perform('asserts'),
  ],
  ['confirm acknowledge admit concede', { group: 'perform', stance: 'asserts', that: true }],
  ['accuse blame link attribute', perform('asserts')],
  ['discover find detect identify uncover show suggest indicate demonstrate determine establish', FIND],
];

const IRREGULAR: Readonly<Record<string, string>> = {
  log: 'logs logged logging',
  say: 'says said saying',
  tell: 'tells told telling',
  write: 'writes wrote written writing',
  think: 'thinks thought thinking',
  feel: 'feels felt feeling',
  deny: 'denies denied denying',
  worry: 'worries worried worrying',
  testify: 'testifies testified testifying',
  identify: 'identifies identified identifying',
  find: 'finds found finding',
  show: 'shows showed shown showing',
  admit: 'admits admitted admitting',
  quip: 'quips quipped quipping',
  slam: 'slams slammed slamming',
};

function forms(verb: string): string[] {
  const irregular = IRREGULAR[verb];
  if (irregular) return [verb, ...irregular.split(' ')];
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  return [verb, `${verb}${/(?:s|x|ch|sh)$/.test(verb) ? 'es' : 's'}`, `${stem}ed`, `${stem}ing`];
}

/** Every inflected form, lower-case, to what it does. */
export const SPEECH_VERBS: ReadonlyMap<string, SpeechVerb> = new Map(
  FAMILIES.flatMap(([verbs, kind]) =>
    verbs.split(' ').flatMap((verb) => forms(verb).map((form) => [form, kind] as const)),
  ),
);
