import { entriesIn, entryNamed, entryOf } from '../../knowledge/entries.ts';
import { nameKeyOf } from '../../knowledge/names/key.ts';
import { isOutlet } from '../../knowledge/outlets.ts';
import { sectorsOf } from '../../knowledge/sectors.ts';
import { techniques } from '../../knowledge/techniques.ts';
import type { Intrusion } from '../../model/case.ts';
import type { Incident, RecordedAttribution } from '../../model/incident.ts';
import { NARRATOR } from '../../model/statement.ts';
import type { AttackClaims, YearSplit } from '../../model/year.ts';
import { attributingState } from '../dispute/accuser.ts';

/** A value of a split: what rows are told apart by, and how it is written. */
export interface Value {
  readonly key: string;
  readonly label: string;
}

/** Whose names count as one: the actor a name stands for. The identity where no policy is given. */
export type NameOf = (name: string) => Value | null;

interface Split {
  ofClaims(claims: AttackClaims, nameOf: NameOf): readonly Value[];
  /** Null where the records do not tell it at all. */
  ofIncident: ((incident: Incident, nameOf: NameOf) => readonly Value[]) | null;
  ofCase: ((intrusion: Intrusion) => readonly Value[]) | null;
}

const plain = (key: string): Value => ({ key, label: key });
const some = (key: string | null): readonly Value[] => (key ? [plain(key)] : []);
const none = () => [];

/** How each split is read off each kind of record. A row more is a split more. */
export const SPLITS: Readonly<Record<YearSplit, Split>> = {
  year: { ofClaims: none, ofIncident: none, ofCase: none },
  accused: {
    ofClaims: ({ actor_country }) => some(actor_country),
    ofIncident: ({ initiators }) => initiators.map(plain),
    ofCase: null,
  },
  target: {
    ofClaims: ({ target_country }) => some(target_country),
    ofIncident: ({ targets }) => targets.map(plain),
    ofCase: null,
  },
  actor: {
    ofClaims: ({ actor }, nameOf) => named(actor, nameOf),
    ofIncident: ({ actors }, nameOf) => (actors ?? []).flatMap((name) => named(name, nameOf)),
    ofCase: null,
  },
  accuser: {
    // Where nobody is accused, nobody accuses; nor does an outlet that reports it.
    ofClaims: ({ actor, actor_country, speaker, speaker_org, publisher }) =>
      actor || actor_country ? body(speaker_org ?? (speaker === NARRATOR ? publisher : speaker)) : [],
    ofIncident: ({ attributions }) => attributions.flatMap(accuserOf),
    ofCase: null,
  },
  sector: {
    ofClaims: ({ target }) => (target ? sectorsOf(target).map(plain) : []),
    ofIncident: ({ sectors }) => sectors.map(plain),
    ofCase: null,
  },
  entry: {
    ofClaims: ({ quote, techniques: ids }) =>
      [...(ids ?? []).flatMap((id) => entryOf(id) ?? []), ...(quote ? entriesIn(quote) : [])].map(technique),
    ofIncident: ({ entries }) =>
      (entries ?? []).map((name) => {
        const id = entryNamed(name);
        return id ? technique(id) : plain(name);
      }),
    ofCase: ({ steps }) => firstEntry(steps).map(technique),
  },
};

/** Techniques of initial access at the first moment that one was seen. */
function firstEntry(steps: Intrusion['steps']): string[] {
  const entries = steps.flatMap(({ technique: id, tactics, time }) =>
    tactics.includes('initial-access') ? [{ id: id.split('.', 1)[0]!, time }] : [],
  );
  const first = entries.reduce((a, { time }) => (time < a ? time : a), '9999');
  return entries.filter(({ time }) => time === first).map(({ id }) => id);
}

/** Who attributes, by name, else by state, else by what the source says of its kind ("IT-security community"). */
function accuserOf(attribution: RecordedAttribution): readonly Value[] {
  const { by, to_country, basis } = attribution;
  if (!to_country) return [];
  const state = attributingState(attribution);
  return state && (by === null || by === 'receiver') ? [plain(state)] : body(by ?? basis);
}

const technique = (id: string): Value => ({ key: id, label: techniques().get(id)?.name ?? id });

/** A name with a capital letter, a figure, or letters that have no capitals; "attackers" names nobody. */
const NAMES_SOMEBODY = /\p{Lu}|\d|[^\p{Script=Latin}\P{L}]/u;

function named(name: string | null, nameOf: NameOf): readonly Value[] {
  if (!name || !NAMES_SOMEBODY.test(name)) return [];
  const value = nameOf(name);
  return value ? [value] : [];
}

/** What companies are called after their name; "FireEye Inc." is FireEye. */
const LEGAL_FORM =
  /(?<=\S),?\s+(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|L\.L\.C|PLC|GmbH|AG|S\.A|B\.V|Pty|Pte)\.?$/i;

function body(given: string | null): readonly Value[] {
  let name = given?.trim() ?? '';
  while (LEGAL_FORM.test(name)) name = name.replace(LEGAL_FORM, '');
  return name === '' || isOutlet(name) ? [] : [{ key: nameKeyOf(name), label: name }];
}
