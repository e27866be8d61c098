import type { StatementView } from '../../model/view.ts';

/** The lanes of a dispute, in the order they are drawn: what it is about first, what came of it last. */
export const LANES = [
  'trigger',
  'cyber',
  'economic',
  'diplomatic',
  'military',
  'legal',
  'response',
  'outcome',
] as const;
export type LaneName = (typeof LANES)[number];

type Cues = readonly (readonly [LaneName, RegExp])[];

const ARMS =
  'missiles?|batter(?:y|ies)|shield|thaad|radars?|launchers?|defen[cs]e system|the system|weapons?|interceptors?';
const BASING =
  'deploy(?:s|ed|ing|ment)?|station(?:s|ed|ing)?|host(?:s|ed|ing)?|install(?:s|ed|ing|ation)?|operational|in service|moved|arriv(?:ed|es|al)';

/** What a measure outside of cyberspace is, by its words. The first lane that fits decides, so the plainer words stand first. */
const MEASURES: Cues = [
  // The act that others answer: a system is based somewhere, or a government decides or agrees to something.
  [
    'economic',
    /\b(?:stores?|shops?|supermarkets?|tours?|touris\w+)\b.{0,60}\b(?:clos(?:ed|ure|ing)|shut|stop|told|halt)/i,
  ],
  [
    'trigger',
    new RegExp(
      `\\b(?:${BASING})\\b.{0,80}\\b(?:${ARMS})|\\b(?:${ARMS})\\b.{0,80}\\b(?:${BASING})|\\bagree[sd]? to (?:host|station|deploy)|\\b(?:the|a|its|their) decision\\b|\\bdecided to\\b|\\bland swap\\b`,
      'i',
    ),
  ],
  [
    'economic',
    /\b(?:sanction\w*|embargo\w*|tariffs?|boycott\w*|anti-dumping|export (?:ban|control)s?|trade (?:ban|restriction|war)s?|economic (?:pressure|measures?|retaliation|coercion|punishment)|heavy-handed measures)\b/i,
  ],
  [
    'legal',
    /\b(?:indict\w*|charg(?:es|ed) (?:\S+ ){0,4}(?:with|against|over)|courts?\b|lawsuits?\b|prosecut\w+|arrest\w*|extradit\w*|warrants?|wanted man|custody|captured|convict\w+|sentenced|legislat\w+|regulation|new law|restrictions on (?:\w+ )?media)/i,
  ],
  [
    'military',
    /\b(?:troops|armed forces|(?:military|live-fire|joint) (?:exercises?|drills?|action|strikes?)|exercises|drills|navy|naval|warships?|air force|invaded|invasion|annexed|seized the (?:province|peninsula|territory)|nuclear tests?|missile (?:tests?|launch\w*)|weapons?)\b/i,
  ],
  [
    'diplomatic',
    /\b(?:ambassador|embassy|consulate|diplomats?\b(?! from)|diplomatic|summon\w*|expel\w*|persona non grata|talks|summit|minister|negotiat\w+|engage|relations|pressur\w+|security council|united nations|u\.n\.|treaty|condemn\w*|recall\w*)/i,
  ],
  [
    'economic',
    /\b(?:trade|imports?|exports?|retail\w*|touris\w+|[Tt]ravel agenc\w+|[Ss]upermarkets?|[Ss]tores?|[Ss]hops?|entertainment|ban(?:s|ned)? (?:on|the|of|from)|investment)\b/,
  ],
  ['response', /\b(?:demonstrated against|demonstrat(?:ors|ions?)|protesters|protests? (?:against|outside))\b/i],
];

/** What a consequence is: of a measure, of the dispute as a whole; else it is what an attack did. */
const EFFECTS: Cues = [
  ['economic', MEASURES[0]![1]],
  ['legal', /\bindictment\b/i],
  [
    'outcome',
    /\b(?:public opinion|backfired?|fail(?:ed|ing|s) to (?:prevent|stop|deter|achieve)|succeed\w* in|concession\w*|gave in|withdr[ae]w\w*|trade war|tensions?|strategic balance|balance of (?:forces|power)|security interests|militarization|peninsula|denucleari[sz]\w+|arms race|trade and tourism|will suffer|relations (?:between|with))\b/i,
  ],
];

const NO_LANE = new Set(['alias', 'uses']);

/** Which lane a statement belongs to, by its kind; measures and consequences by their words. Names, tools and measures without a word of any lane belong to none. */
export function laneOf(statement: Pick<StatementView, 'kind' | 'quote' | 'object'>): LaneName | null {
  const { kind, quote, object } = statement;
  const first = (cues: Cues) => cues.find(([, words]) => words.test(`${object ?? ''} ${quote}`))?.[0] ?? null;
  if (NO_LANE.has(kind)) return null;
  if (kind === 'response') return 'response';
  if (kind === 'measure') return first(MEASURES);
  if (kind === 'effect') return first(EFFECTS) ?? 'cyber';
  return 'cyber';
}

/** Two statements of different origin that date the same rise differently. */
export interface TimeConflict {
  readonly a: string;
  readonly b: string;
  /** The first days the two name. */
  readonly a_since: string;
  readonly b_since: string;
}

const APART_DAYS = 31;
const DAY_MS = 86_400_000;

/** Words by which a claim says when something began, whatever its kind. */
const BEGINNING = /\b(?:since|began|begun|started|under way|from .{3,20} on)\b/i;
const ACTIVITY = new Set(['intrusion', 'targeting', 'attribution']);

/** Whether a claim says when activity began or rose. */
const tellsBeginning = ({ kind, quote }: Pick<StatementView, 'kind' | 'quote'>): boolean =>
  kind === 'trend' || (ACTIVITY.has(kind) && BEGINNING.test(quote));

/** Sources that disagree on when the activity began or rose: claims of it between the same parties whose first days lie apart. */
export function timeConflicts(statements: readonly StatementView[]): TimeConflict[] {
  const trends = statements.filter(
    (s) => tellsBeginning(s) && s.stance === 'asserts' && s.when && s.review !== 'rejected',
  );
  const found: TimeConflict[] = [];
  for (const [i, a] of trends.entries())
    for (const b of trends.slice(i + 1)) {
      if (
        a.origin === b.origin ||
        !sameParty(a.actor_country, b.actor_country) ||
        !sameParty(a.target_country, b.target_country)
      )
        continue;
      const apart = Math.abs(Date.parse(a.when!.first) - Date.parse(b.when!.first)) / DAY_MS;
      if (apart > APART_DAYS) found.push({ a: a.id, b: b.id, a_since: a.when!.first, b_since: b.when!.first });
    }
  return found;
}

const sameParty = (a: string | null, b: string | null) => a === null || b === null || a === b;
