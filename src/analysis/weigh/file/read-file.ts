import type * as z from 'zod';
import { type Problem, problem } from '../../../base/problem.ts';
import { type Credibility, parseGrade, type Reliability } from '../../../model/weighing/grade.ts';
import type { Rating } from '../../../model/weighing/rating.ts';
import { ratingKey, type WeighingEntry, type WeighingPart } from '../../../model/weighing/weighing.ts';
import { ROLES } from '../observations.ts';
import { KINDS_OF_EVIDENCE } from '../tables.ts';
import { check, type Path, parseSource, type Source, unknownKeys } from './node.ts';
import * as schema from './schema.ts';

export interface WeighingFile {
  /** In the order of their days; null when the file holds no question that can be weighed. */
  readonly entries: readonly WeighingEntry[] | null;
  /** Passages by which evidence names statements of the ledger. */
  readonly passages: readonly { readonly evidence: string; readonly passage: string }[];
  readonly problems: readonly Problem[];
}

export interface FileDefaults {
  /** For what the file does not sign or date. */
  readonly analyst: string;
  readonly today: string;
}

/**
 * Reads a weighing from YAML or JSON: hypotheses, graded evidence, ratings by analyst and day. What is wrong in it becomes a problem
 * with its line, and the rest is read.
 */
export function readWeighingFile(text: string, defaults: FileDefaults): WeighingFile {
  const problems: Problem[] = [];
  const source = parseSource(text, problems);
  if (!source) return { entries: null, passages: [], problems };
  return new FileReader(source, problems, defaults).read();
}

type Known = Map<string, string>;

class FileReader {
  readonly #entries: WeighingEntry[] = [];
  readonly #passages: { evidence: string; passage: string }[] = [];
  readonly #hypotheses: Known = new Map();
  readonly #evidence: Known = new Map();
  readonly #source: Source;
  readonly #problems: Problem[];
  readonly #analyst: string;
  readonly #day: string;

  constructor(source: Source, problems: Problem[], defaults: FileDefaults) {
    this.#source = source;
    this.#problems = problems;
    this.#analyst = this.#head('analyst') ?? defaults.analyst;
    this.#day = this.#head('date') ?? defaults.today;
  }

  read(): WeighingFile {
    const { value } = this.#source;
    unknownKeys(value, schema.KEYS, [], this.#source, this.#problems);
    const question = this.#head('question');
    if (question === null && value.question === undefined) this.#say('weigh-no-question', [], {}, 'error');
    this.#items('hypotheses', schema.hypothesis, (item, path, n) => this.#hypothesis(item, path, n));
    if (this.#hypotheses.size < 2)
      this.#say('weigh-too-few-hypotheses', ['hypotheses'], { count: this.#hypotheses.size }, 'error');
    this.#items('evidence', schema.evidence, (item, path, n) => this.#item(item, path, n));
    this.#items('analysts', schema.analyst, (item, path) => this.#hears(item, path));
    this.#items('look_for', schema.lookFor, (item, path, n) =>
      this.#add(this.#day, this.#analyst, {
        part: 'look-for',
        key: item.id ?? `L${n}`,
        body: { text: item.text, expects: Object.fromEntries(this.#row(item.expects, [...path, 'expects'])) },
      }),
    );
    this.#ownView();
    const outcome = this.#head('outcome');
    if (outcome !== null && this.#known(this.#hypotheses, outcome, 'hypothesis', ['outcome']))
      this.#add(this.#day, this.#analyst, { part: 'outcome', key: '', body: { hypothesis: outcome } });
    if (question === null || this.#hypotheses.size < 2) return this.#result(null);
    const days = this.#entries.map(({ recorded }) => recorded).sort();
    const first = days[0] ?? this.#day;
    const head: WeighingEntry = {
      part: 'question',
      key: '',
      analyst: this.#analyst,
      recorded: first,
      body: { question, template: this.#head('template'), case: this.#head('case'), note: this.#head('note') },
    };
    const entries = this.#entries.map((entry) => (entry.part === 'hypothesis' ? { ...entry, recorded: first } : entry));
    // Array.sort is stable: entries of one day stay in the order of the file.
    return this.#result([
      head,
      ...entries.sort((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0)),
    ]);
  }

  #result(entries: readonly WeighingEntry[] | null): WeighingFile {
    return { entries, passages: entries ? this.#passages : [], problems: this.#problems };
  }

  #head<K extends keyof typeof schema.head>(key: K): string | null {
    const value = this.#source.value[key];
    if (value === undefined || value === null) return null;
    return check<string>(schema.head[key] as z.ZodType<string>, value, [key], this.#source, this.#problems);
  }

  /** Each item of a list that the schema takes; the others become problems. */
  #items<T>(key: string, shape: z.ZodType<T> & { shape: object }, use: (item: T, path: Path, n: number) => void): void {
    const list = this.#source.value[key];
    if (list === undefined || list === null) return;
    if (!Array.isArray(list)) {
      this.#say('weigh-field', [key], { field: key, reason: 'expected a list' }, 'error');
      return;
    }
    for (const [i, given] of list.entries()) {
      const raw = typeof given === 'string' ? { text: given } : given;
      unknownKeys(raw, Object.keys(shape.shape), [key, i], this.#source, this.#problems);
      const item = check(shape, raw, [key, i], this.#source, this.#problems);
      if (item) use(item, [key, i], i + 1);
    }
  }

  #hypothesis(item: z.infer<typeof schema.hypothesis>, path: Path, n: number): void {
    const id = item.id ?? `H${n}`;
    if (!this.#fresh(this.#hypotheses, id, path)) return;
    const role = item.role ?? null;
    if (role !== null && !(role in ROLES)) this.#say('weigh-role-unknown', [...path, 'role'], { role }, 'note');
    this.#add(this.#day, this.#analyst, {
      part: 'hypothesis',
      key: id,
      body: { text: item.text, role, prior: item.prior ?? null, false_flag: item.false_flag ?? role === 'false-flag' },
    });
  }

  #item(item: z.infer<typeof schema.evidence>, path: Path, n: number): void {
    const id = item.id ?? `E${n}`;
    if (!this.#fresh(this.#evidence, id, path)) return;
    const day = item.since ?? this.#day;
    const type = item.type ?? null;
    if (type !== null && !(type in KINDS_OF_EVIDENCE))
      this.#say('weigh-type-unknown', [...path, 'type'], { type }, 'note');
    const halves =
      item.reliability || item.credibility
        ? {
            reliability: (item.reliability ?? 'F') as Reliability,
            credibility: (item.credibility ?? '6') as Credibility,
          }
        : null;
    for (const passage of item.passages ?? []) this.#passages.push({ evidence: id, passage });
    this.#add(day, this.#analyst, {
      part: 'evidence',
      key: id,
      body: {
        text: item.text,
        type,
        source: item.source ?? null,
        via: item.via ?? [],
        origin: item.origin ?? null,
        grade: item.grade ? parseGrade(item.grade) : halves,
        weight: item.weight ?? null,
        forgeability: item.forgeability ?? null,
        absence: item.absence ?? false,
        looked: item.looked ?? null,
        date: item.date ?? null,
        statements: item.statements ?? [],
        records: item.records ?? [],
        note: item.note ?? null,
      },
    });
    if (item.ratings) this.#rate(id, item.ratings, [...path, 'ratings'], this.#analyst, day);
  }

  /** Ratings, probabilities and judgement of one more analyst. */
  #hears({ analyst, date, ratings, stated, judgement }: z.infer<typeof schema.analyst>, path: Path): void {
    const day = date ?? this.#day;
    for (const [evidence, row] of Object.entries(ratings ?? {})) {
      const here = [...path, 'ratings', evidence];
      if (this.#known(this.#evidence, evidence, 'evidence', here)) this.#rate(evidence, row, here, analyst, day);
    }
    this.#view({ stated, judgement }, path, analyst, day);
  }

  /** What stands beside the lists belongs to the analyst of the file. */
  #ownView(): void {
    const { stated, judgement } = this.#source.value;
    const read = <T>(shape: z.ZodType<T>, key: string, value: unknown) =>
      value === undefined || value === null ? null : check(shape, value, [key], this.#source, this.#problems);
    this.#view(
      { stated: read(schema.stated, 'stated', stated), judgement: read(schema.judgement, 'judgement', judgement) },
      [],
      this.#analyst,
      this.#day,
    );
  }

  #view(
    { stated, judgement }: Pick<z.infer<typeof schema.analyst>, 'stated' | 'judgement'>,
    path: Path,
    analyst: string,
    day: string,
  ): void {
    if (stated) {
      const known = Object.entries(stated).filter(([id]) =>
        this.#known(this.#hypotheses, id, 'hypothesis', [...path, 'stated', id]),
      );
      this.#add(day, analyst, { part: 'stated', key: '', body: Object.fromEntries(known) });
    }
    if (judgement) {
      const { text, confidence = null, because = null } = judgement;
      this.#add(day, analyst, { part: 'judgement', key: '', body: { text, confidence, because } });
    }
  }

  #rate(evidence: string, row: z.infer<typeof schema.row>, path: Path, analyst: string, day: string): void {
    for (const [hypothesis, rating] of this.#row(row, path))
      this.#add(day, analyst, { part: 'rating', key: ratingKey(evidence, hypothesis), body: rating });
  }

  #row(row: z.infer<typeof schema.row>, path: Path): (readonly [string, Rating])[] {
    const ids = [...this.#hypotheses.keys()];
    if (Array.isArray(row) && row.length !== ids.length)
      this.#say('weigh-ratings-count', path, { found: row.length, wanted: ids.length });
    const cells = Array.isArray(row)
      ? row.flatMap((rating, i) => (ids[i] === undefined ? [] : [[ids[i], rating] as const]))
      : Object.entries(row).filter(([id]) => this.#known(this.#hypotheses, id, 'hypothesis', [...path, id]));
    return cells.flatMap(([id, rating]) => (rating === null ? [] : [[id, rating] as const]));
  }

  #fresh(known: Known, id: string, path: Path): boolean {
    const before = known.get(id);
    if (before === undefined) known.set(id, path.join('.'));
    else this.#say('weigh-id-twice', [...path, 'id'], { id });
    return before === undefined;
  }

  #known(known: Known, id: string, what: string, path: Path): boolean {
    if (known.has(id)) return true;
    this.#say('weigh-id-unknown', path, { what, id, known: [...known.keys()].join(', ') });
    return false;
  }

  #say(code: string, path: Path, details: Problem['details'], severity: Problem['severity'] = 'warning'): void {
    this.#problems.push(problem(code, this.#source.place(path), details, severity));
  }

  #add(recorded: string, analyst: string, part: WeighingPart): void {
    this.#entries.push({ ...part, analyst, recorded });
  }
}
