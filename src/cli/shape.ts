import type { ReadDocument } from '../actions/reading-tools.ts';
import type { Problem } from '../base/problem.ts';
import { describe } from '../base/problem-words.ts';
import type { Indicator } from '../model/indicator.ts';
import type { TechniqueMention } from '../model/reading.ts';
import type { Statement } from '../model/statement.ts';
import type { DocumentView } from '../model/view.ts';

/** What `read --json` and `--out` write for a document. Fields may be added, never renamed: other programs read this. */
export interface ReadShape {
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly author: string | null;
    readonly published: string | null;
    readonly url: string | null;
    readonly language: string | null;
    /** Echo group in the ledger; null when the document was only read. */
    readonly origin: string | null;
    readonly medium: string;
    readonly name: string;
    readonly read: boolean;
  };
  readonly statements: readonly Statement[];
  readonly indicators: readonly Indicator[];
  readonly techniques: readonly TechniqueMention[];
  readonly problems: readonly (Problem & { readonly message: string })[];
}

/** A document that was only read. */
export function shapeOfRead({ document, reading, problems, read }: ReadDocument, name: string): ReadShape {
  return {
    document: { ...facts(document), origin: null, name, read },
    statements: reading.statements.map(statement),
    indicators: reading.indicators,
    techniques: reading.techniques,
    problems: [...problems, ...reading.problems].map(told),
  };
}

/** A document of the ledger, as it stands there. */
export function shapeOfView(view: DocumentView): ReadShape {
  return {
    document: { ...facts(view), origin: view.origin, name: view.name, read: view.read },
    statements: view.all_statements.map(statement),
    indicators: view.all_indicators,
    techniques: view.techniques,
    problems: view.all_problems.map(told),
  };
}

function facts(from: ReadDocument['document'] | DocumentView) {
  const { id, title, publisher, author, published, url, language, medium } = from;
  return { id, title, publisher, author, published, url, language, medium };
}

/** The fields of a statement in a fixed order, without what a ledger knows beyond them. */
function statement(s: Statement): Statement {
  return {
    id: s.id,
    start: s.start,
    end: s.end,
    quote: s.quote,
    kind: s.kind,
    speaker: s.speaker,
    speaker_org: s.speaker_org,
    via: s.via,
    stance: s.stance,
    certainty: s.certainty,
    actor: s.actor,
    actor_country: s.actor_country,
    target: s.target,
    target_country: s.target_country,
    object: s.object,
    time: s.time,
    quantities: s.quantities,
    score: s.score,
    extractor: s.extractor,
  };
}

function told(problem: Problem) {
  const { code, severity, place, details } = problem;
  return { code, message: describe({ ...problem, place: {} }), severity, place, details };
}
