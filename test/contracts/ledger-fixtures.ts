import { stableId } from '../../src/base/hash.ts';
import type { DocumentText } from '../../src/model/document.ts';
import type { Statement } from '../../src/model/statement.ts';
import type { LedgerEntry } from '../../src/store/ledger.ts';

export interface DocumentSketch extends Partial<DocumentText> {
  readonly text: string;
}

/** A statement in few words: the quote is looked up in the document's text; everything not given is plain. */
export interface StatementSketch extends Partial<Omit<Statement, 'start' | 'end' | 'id'>> {
  readonly quote: string;
}

export interface EntrySketch extends Partial<Omit<LedgerEntry, 'document' | 'reading'>> {
  readonly document: DocumentSketch;
  readonly statements?: readonly StatementSketch[];
  readonly reading?: Partial<LedgerEntry['reading']>;
}

/** A ledger entry from a sketch. Ids are derived from the text, the quote, the kind and the extractor, as the reader does it. */
export function entry({ document, statements = [], reading, ...rest }: EntrySketch): LedgerEntry {
  const id = document.id ?? stableId('doc', document.text);
  return {
    document: {
      title: null,
      publisher: null,
      author: null,
      published: null,
      url: null,
      language: 'eng',
      medium: 'text',
      blocks: [{ start: 0, end: document.text.length, kind: 'paragraph' }],
      ...document,
      id,
    },
    name: `${id}.txt`,
    bytes: new TextEncoder().encode(document.text),
    reading: {
      statements: statements.map((sketch) => statement(id, document.text, sketch)),
      indicators: [],
      techniques: [],
      problems: [],
      ...reading,
    },
    problems: [],
    read: true,
    ...rest,
  };
}

function statement(document: string, text: string, sketch: StatementSketch): Statement {
  const start = text.indexOf(sketch.quote);
  if (start < 0) throw new Error(`"${sketch.quote}" does not stand in the text`);
  const extractor = sketch.extractor ?? { name: 'rules', version: '1' };
  const kind = sketch.kind ?? 'intrusion';
  return {
    id: stableId('st', document, start, sketch.quote.length, kind, extractor.name, extractor.version),
    start,
    end: start + sketch.quote.length,
    score: 0.9,
    kind,
    extractor,
    speaker: 'narrator',
    speaker_org: null,
    via: [],
    stance: 'asserts',
    certainty: 'certain',
    actor: null,
    actor_country: null,
    target: null,
    target_country: null,
    object: null,
    time: null,
    quantities: [],
    ...sketch,
  };
}

/** A report of an intrusion, with its speaker, and the accused side's denial, in different documents. */
export const ACCUSATION = entry({
  document: {
    title: 'Retailer hit after land deal',
    publisher: 'Example Wire',
    published: '2017-03-20',
    text: 'Analysts at Firm One said Chinese hackers broke into Lotte Mart servers in March 2017. "More than 40 attempts were seen," the analyst said. The motive is not known.',
  },
  statements: [
    {
      quote: 'Chinese hackers broke into Lotte Mart servers in March 2017',
      speaker: 'Analysts',
      speaker_org: 'Firm One',
      actor: 'Chinese hackers',
      actor_country: 'CN',
      target: 'Lotte Mart',
      target_country: 'KR',
      object: 'servers',
      time: '2017-03',
      certainty: 'probable',
    },
    {
      quote: 'More than 40 attempts were seen',
      kind: 'trend',
      speaker: 'Analysts',
      speaker_org: 'Firm One',
      via: ['Example Wire'],
      quantities: [{ value: 40, unit: 'attempt', bound: 'at-least' }],
    },
    { quote: 'The motive is not known', kind: 'intent', stance: 'doubts', certainty: 'possible' },
  ],
  reading: {
    indicators: [{ type: 'domain', value: 'example.org', role: 'indicator', reason: null, start: 0, end: 8 }],
    techniques: [{ id: 'T1566', score: 0.7, start: 9, end: 11 }],
    problems: [{ code: 'text.odd', severity: 'note', place: { line: 3 }, details: { what: 'a part' } }],
  },
});

export const DENIAL = entry({
  document: {
    title: 'Ministry rejects claims',
    publisher: 'Other Paper',
    published: '2017-04',
    text: 'The ministry in Beijing denied any part in the break-in at Lotte Mart. Officials gave no further answer to the charges.',
  },
  statements: [
    {
      quote: 'The ministry in Beijing denied any part in the break-in at Lotte Mart',
      kind: 'response',
      speaker: 'Ministry of Foreign Affairs',
      actor: 'Ministry of Foreign Affairs',
      actor_country: 'CN',
      target: 'Lotte Mart',
      target_country: 'KR',
      object: 'break-in at Lotte Mart',
      stance: 'denies',
    },
  ],
});

export const UNDATED = entry({
  document: {
    title: 'A tool with two names',
    text: 'The tool that Firm Two calls Ember is the one that Firm One calls Cinder, according to both.',
  },
  statements: [
    {
      quote: 'Ember is the one that Firm One calls Cinder',
      kind: 'alias',
      speaker: 'Firm Two',
      object: 'Cinder',
      actor: 'Ember',
      score: 0.4,
    },
  ],
});
