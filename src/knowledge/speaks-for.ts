import type { Statement } from '../model/statement.ts';
import { NARRATOR } from '../model/statement.ts';
import { countryOf, findPlaces, type PlaceMention } from './countries.ts';
import { NO_OFFICE, NOT_GOVERNMENT } from './places/not-government.ts';

/** Words for governments, ministries, agencies, armed forces, and for those who hold an office in one. */
const OF_STATE =
  /\b(?:governments?|ministr(?:y|ies)|(?:\w+ )?ministers?|departments?|(?<!news |press |advertising |rating )agenc(?:y|ies)|intelligence (?:services?|officials?|agenc\w+|community|directorate)|(?:secret|security) services?|authorities|(?<!(?:bank|company|election|school|university|union|team|hospital|church|party) )officials?|military|army|navy|air force|armed forces|defen[cs]e (?:forces?|chief|staff)|police|prosecutors?|attorney general|grand jury|embass(?:y|ies)|ambassadors?|consulates?|diplomats?|presidents?|presidential|prime minister|premier|chancellor|(?:defen[cs]e|state|foreign|home|interior|treasury|homeland security) secretary|secretary of (?:state|defen[cs]e|the treasury|homeland security)|national security (?:advis[eo]r|council)|directorate|C(?:ER|SIR)T|administration)\b/i;

/** Words for those who speak for nobody but a body or themselves, whatever country stands beside them. */
const PRIVATE =
  /\b(?:former(?:ly)?|retired|ex[-‑]\w+|firms?|compan(?:y|ies)|corporations?|vendors?|contractors?|newspapers?|papers?|magazines?|broadcasters?|outlets?|media|news|journalists?|reporters?|researchers?|analysts?|experts?|consultants?|scholars?|universit(?:y|ies)|institutes?|think[- ]tanks?|labs?|hackers?|students?|residents|people|opposition|dissidents?|lawmakers?|legislators?|senators?|congress(?:man|woman|men)|chambers?|associations?|federations?|foundations?|unions?|clubs?|candidates?|campaigns?|party|parties)\b/i;

const SPOKESMAN = /\bspokes(?:man|woman|men|person|people)\b/gi;
const IDLE = /\b(?:the|a|an|of|for|its|mr|mrs|ms)\b|['’]s?\b|[^\p{L}\p{N}]+/giu;

/**
 * The state in whose name somebody speaks, ISO code; null for everybody else. Only a state itself ("Beijing"), its government,
 * ministries, agencies and armed forces, and those who hold office in them or speak for them do: a firm, a paper, a researcher or
 * the people of a country speak for none, wherever they are at home. An organization decides where one is told.
 */
export function stateSpeaking({ speaker, speaker_org }: Pick<Statement, 'speaker' | 'speaker_org'>): string | null {
  if (!speaker_org) return speaker === NARRATOR ? null : stateOf(speaker);
  const state = stateOf(speaker_org);
  if (state || PRIVATE.test(speaker_org)) return state;
  // "Foreign Ministry" has no country of its own: it is that of its spokesman.
  return OF_STATE.test(speaker_org) && countryOf(speaker_org) === null && !PRIVATE.test(speaker)
    ? countryOf(speaker)
    : null;
}

function stateOf(phrase: string): string | null {
  if (PRIVATE.test(phrase)) return null;
  const country = countryOf(phrase);
  if (country === null) return null;
  const places = findPlaces(phrase);
  if (places.some(({ class: kind, words }) => kind === 'company' || NOT_GOVERNMENT.has(words))) return null;
  const own = places.filter((place) => place.country === country);
  if (OF_STATE.test(phrase) || own.some(({ class: kind }) => kind === 'body')) return country;
  const only = own.find((place) => nothingBeside(phrase, place));
  if (!only) return null;
  const spokesman = new RegExp(SPOKESMAN.source, 'i').test(phrase);
  return only.class === 'country' || only.class === 'capital' || (only.class === 'demonym' && spokesman)
    ? country
    : only.class === 'person' && !NO_OFFICE.has(only.words)
      ? country
      : null;
}

/** Whether a phrase is this place and nothing else but an article or its spokesman. */
function nothingBeside(phrase: string, { start, end }: PlaceMention): boolean {
  const rest = `${phrase.slice(0, start)} ${phrase.slice(end)}`;
  return rest.replace(SPOKESMAN, '').replace(IDLE, '') === '';
}
