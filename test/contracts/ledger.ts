import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotFoundError, UsageError } from '../../src/base/errors.ts';
import type { Review } from '../../src/model/review.ts';
import type { Ledger } from '../../src/store/ledger.ts';
import { ACCUSATION, DENIAL, entry, UNDATED } from './ledger-fixtures.ts';

/** A ledger to test: opened on an empty database for each test. */
export interface Subject {
  /** `now` is the clock that gives the recorded times. */
  open(now: () => Date): Promise<Ledger>;
  /** Called after each test, when the ledger is closed. */
  clean(): Promise<void>;
  start?(): Promise<void>;
  stop?(): Promise<void>;
  /** Tries a statement of SQL behind the ledger's back; rejects when the database does. */
  attempt(ledger: Ledger, statement: string): Promise<void>;
}

const ANALYST = 'ann';

/** What every implementation of the Ledger promises. */
export function ledgerContract(name: string, subject: Subject): void {
  describe(`the ledger on ${name}`, () => {
    let ledger: Ledger;
    let clock = '';
    const at = (instant: string) => {
      clock = instant;
    };
    const review = (statement_id: string, verdict: Review['verdict'], more: Partial<Review> = {}) =>
      ledger.review({ statement_id, analyst: ANALYST, verdict, corrected: null, note: null, ...more });

    beforeAll(async () => subject.start?.());
    afterAll(async () => subject.stop?.());
    beforeEach(async () => {
      at('2024-05-01T10:00:00.000Z');
      ledger = await subject.open(() => new Date(clock));
    });
    afterEach(async () => {
      await ledger?.close();
      await subject.clean();
    });

    const accusation = ACCUSATION.reading.statements[0]!;
    const denial = DENIAL.reading.statements[0]!;

    describe('documents', () => {
      test('come back as they were added, with their bytes and all that was read', async () => {
        expect(await ledger.add([ACCUSATION], ANALYST)).toEqual([{ id: ACCUSATION.document.id, added: true }]);
        const view = await ledger.document(ACCUSATION.document.id);
        expect(view).toMatchObject({
          ...ACCUSATION.document,
          name: ACCUSATION.name,
          recorded: '2024-05-01T10:00:00.000Z',
          origin: ACCUSATION.document.id,
          characters: ACCUSATION.document.text.length,
          statements: 3,
          reviewed: 0,
          indicators: 1,
          problems: 1,
          echoes: 0,
          read: true,
          all_indicators: ACCUSATION.reading.indicators,
          techniques: ACCUSATION.reading.techniques,
          all_problems: ACCUSATION.reading.problems,
          same_origin: [],
        });
        expect(view.all_statements).toHaveLength(3);
        expect(view.all_statements[0]).toMatchObject({
          ...accusation,
          document_id: ACCUSATION.document.id,
          document_title: 'Retailer hit after land deal',
          publisher: 'Example Wire',
          said: '2017-03-20',
          when: { first: '2017-03-01', last: '2017-03-31', precision: 'month' },
          review: 'unreviewed',
          before: null,
          reviews: [],
          echoes: 0,
        });
        const { bytes, name: file } = await ledger.bytes(ACCUSATION.document.id);
        expect(file).toBe(ACCUSATION.name);
        expect(Buffer.from(bytes).equals(Buffer.from(ACCUSATION.bytes))).toBe(true);
      });

      test('added twice are there once', async () => {
        await ledger.add([ACCUSATION], ANALYST);
        expect(await ledger.add([ACCUSATION, DENIAL, DENIAL], ANALYST)).toEqual([
          { id: ACCUSATION.document.id, added: false },
          { id: DENIAL.document.id, added: true },
          { id: DENIAL.document.id, added: false },
        ]);
        expect(await ledger.status()).toEqual({
          engine: ledger.engine,
          documents: 2,
          statements: 4,
          reviews: 0,
          origins: 2,
        });
      });

      test('without statements or text are kept', async () => {
        const silent = entry({
          document: { text: '', language: null, medium: 'unknown' },
          read: false,
          bytes: new Uint8Array([0, 255, 7]),
        });
        await ledger.add([silent], ANALYST);
        expect(await ledger.document(silent.document.id)).toMatchObject({
          read: false,
          statements: 0,
          text: '',
          medium: 'unknown',
        });
        expect([...(await ledger.bytes(silent.document.id)).bytes]).toEqual([0, 255, 7]);
      });

      test('with characters that the database cannot hold keep their offsets', async () => {
        const text = 'NUL \0 here, half a pair \ud83d there, a whole one 😀, then hackers broke in.';
        await ledger.add([entry({ document: { text }, statements: [{ quote: 'hackers broke in' }] })], ANALYST);
        const [found] = (await ledger.statements({ q: 'hackers' })).rows;
        const { text: kept } = await ledger.document(found!.document_id);
        expect(kept).toBe('NUL \ufffd here, half a pair \ufffd there, a whole one 😀, then hackers broke in.');
        expect(kept.slice(found!.start, found!.end)).toBe('hackers broke in');
      });

      test('are listed by date, title and size, searched and filtered', async () => {
        await ledger.add([ACCUSATION], ANALYST);
        at('2024-05-02T10:00:00.000Z');
        await ledger.add([DENIAL, UNDATED], ANALYST);
        const titles = async (query: Parameters<Ledger['documents']>[0]) =>
          (await ledger.documents(query)).rows.map((row) => row.title!.split(' ')[0]);
        expect(await titles({})).toEqual(['A', 'Ministry', 'Retailer']);
        expect(await titles({ sort: 'published' })).toEqual(['Ministry', 'Retailer', 'A']);
        expect(await titles({ sort: 'title' })).toEqual(['A', 'Ministry', 'Retailer']);
        expect(await titles({ sort: 'statements' })).toEqual(['Retailer', 'A', 'Ministry']);
        expect(await titles({ q: 'hacker' })).toEqual(['Retailer']);
        expect(await titles({ q: 'minis' })).toEqual(['Ministry']);
        expect(await titles({ publisher: 'PAPER' })).toEqual(['Ministry']);
        expect(await titles({ after: '2017-04-15', before: '2017-12-31' })).toEqual(['Ministry']);
        expect(await titles({ as_of: '2017-04-29' })).toEqual(['Retailer']);
        expect(await titles({ as_of: '2017-04-30' })).toEqual(['Ministry', 'Retailer']);
        expect(await ledger.documents({ limit: 1, offset: 1 })).toMatchObject({
          total: 3,
          origins: 3,
          rows: [{ title: 'Ministry rejects claims' }],
        });
      });

      test('unknown ones are not found', async () => {
        await expect(ledger.document('doc-none')).rejects.toThrow(NotFoundError);
        await expect(ledger.bytes('doc-none')).rejects.toThrow(NotFoundError);
        await ledger.add([ACCUSATION], ANALYST);
        await expect(ledger.document(ACCUSATION.document.id, '2017-03-19')).rejects.toThrow(NotFoundError);
      });
    });

    describe('statements', () => {
      beforeEach(async () => {
        await ledger.add([ACCUSATION, DENIAL, UNDATED], ANALYST);
      });
      const quotes = async (query: Parameters<Ledger['statements']>[0]) =>
        (await ledger.statements(query)).rows.map((row) => row.quote.slice(0, 14));

      test.each([
        [{}, ['Ember is the o', 'The ministry i', 'Chinese hacker', 'More than 40 a', 'The motive is ']],
        [{ q: 'attempts' }, ['More than 40 a']],
        [{ q: 'hacker -server' }, []],
        [{ q: '"broke into"' }, ['Chinese hacker']],
        [{ q: 'cinder or motive' }, ['Ember is the o', 'The motive is ']],
        [{ kind: ['trend', 'intent'] as const }, ['More than 40 a', 'The motive is ']],
        [{ stance: ['denies', 'doubts'] as const }, ['The ministry i', 'The motive is ']],
        [{ certainty: ['possible'] }, ['The motive is ']],
        [{ speaker: 'FIRM' }, ['Ember is the o', 'Chinese hacker', 'More than 40 a']],
        [{ actor: 'hack' }, ['Chinese hacker']],
        [{ target: 'lotte' }, ['The ministry i', 'Chinese hacker']],
        [{ target: '100%' }, []],
        [{ country: 'KR' }, ['The ministry i', 'Chinese hacker']],
        [{ actor_country: 'KR' }, []],
        [{ target_country: 'KR' }, ['The ministry i', 'Chinese hacker']],
        [{ document: DENIAL.document.id }, ['The ministry i']],
        [{ origin: DENIAL.document.id }, ['The ministry i']],
        [{ after: '2017-03-31' }, ['Chinese hacker']],
        [{ after: '2017-04-01' }, []],
        [{ before: '2017-03-01' }, ['Chinese hacker']],
        [{ as_of: '2017-04-01' }, ['Chinese hacker', 'More than 40 a', 'The motive is ']],
        [
          { sort: 'time' as const },
          ['Chinese hacker', 'More than 40 a', 'The motive is ', 'The ministry i', 'Ember is the o'],
        ],
        [{ sort: 'score' as const, descending: false, limit: 1 }, ['Ember is the o']],
        [{ sort: 'document' as const, limit: 2 }, ['Ember is the o', 'The ministry i']],
        [
          { sort: 'said' as const, descending: false, offset: 1, limit: 3 },
          ['More than 40 a', 'The motive is ', 'The ministry i'],
        ],
        [{ offset: 5 }, []],
      ])('%j', async (query, expected) => {
        expect(await quotes(query)).toEqual(expected);
      });

      test('pages count all that match, and their origins', async () => {
        expect(await ledger.statements({ limit: 1 })).toMatchObject({ total: 5, origins: 3 });
        expect(await ledger.statements({ limit: 0, speaker: 'firm' })).toEqual({ rows: [], total: 3, origins: 2 });
      });

      test('counts follow what is added later', async () => {
        expect((await ledger.statements({ kind: ['trend'] })).total).toBe(1);
        await ledger.add(
          [
            entry({
              document: { text: 'Attacks doubled.' },
              statements: [{ quote: 'Attacks doubled', kind: 'trend' }],
            }),
          ],
          ANALYST,
        );
        expect((await ledger.statements({ kind: ['trend'] })).total).toBe(2);
      });

      test('a page seen through any window is the same list', async () => {
        const ids = (await ledger.statements({ descending: false })).rows.map((row) => row.id);
        for (let offset = 0; offset < 5; offset++) {
          const window = await ledger.statements({ descending: false, offset, limit: 2 });
          expect(window.rows.map((row) => row.id)).toEqual(ids.slice(offset, offset + 2));
        }
      });

      test('facets count each value', async () => {
        expect(await ledger.facets({})).toEqual({
          kind: { intrusion: 1, trend: 1, intent: 1, response: 1, alias: 1 },
          stance: { asserts: 3, doubts: 1, denies: 1 },
          certainty: { probable: 1, certain: 3, possible: 1 },
          review: { unreviewed: 5 },
          country: { CN: 2, KR: 2 },
        });
        expect((await ledger.facets({ stance: ['denies'] })).kind).toEqual({ response: 1 });
      });

      test('the timeline sets those without a time apart', async () => {
        const { dated, undated, dated_total, undated_total } = await ledger.timeline({});
        expect(dated.map((row) => row.id)).toEqual([accusation.id]);
        expect([dated_total, undated_total, undated.length]).toEqual([1, 4, 4]);
      });

      test('unknown ones are not found', async () => {
        await expect(ledger.statement('st-none')).rejects.toThrow(NotFoundError);
        await expect(ledger.statement(denial.id, '2017-04-29')).rejects.toThrow(NotFoundError);
        expect((await ledger.statement(denial.id, '2017-04-30')).id).toBe(denial.id);
      });
    });

    describe('readings', () => {
      const second = entry({
        document: ACCUSATION.document,
        statements: [
          { quote: 'broke into Lotte Mart servers', kind: 'uses', extractor: { name: 'rules', version: '2' } },
        ],
      });
      const model = entry({
        document: ACCUSATION.document,
        statements: [{ quote: 'Chinese hackers', kind: 'attribution', extractor: { name: 'endpoint', version: '1' } }],
      });

      test('the latest one is shown, the older ones stay within reach', async () => {
        await ledger.add([ACCUSATION], ANALYST);
        expect(await ledger.add([second], ANALYST)).toEqual([{ id: ACCUSATION.document.id, added: false }]);
        expect((await ledger.statements({})).rows.map((row) => row.kind)).toEqual(['uses']);
        expect((await ledger.statements({ extractor: 'rules@1' })).total).toBe(3);
        expect((await ledger.statements({ extractor: 'rules' })).total).toBe(1);
        expect((await ledger.statement(accusation.id)).extractor).toEqual({ name: 'rules', version: '1' });
      });

      test('the preferred extractor goes before a later one', async () => {
        await ledger.add([ACCUSATION], ANALYST);
        await ledger.add([model], ANALYST);
        expect((await ledger.statements({})).total).toBe(3);
        expect((await ledger.statements({ extractor: 'endpoint' })).rows.map((row) => row.kind)).toEqual([
          'attribution',
        ]);
        expect((await ledger.statements({ extractor: 'nobody' })).total).toBe(0);
      });

      test('the same reading again adds nothing', async () => {
        await ledger.add([ACCUSATION], ANALYST);
        const { total } = await ledger.journal();
        await ledger.add([ACCUSATION], ANALYST);
        expect((await ledger.journal()).total).toBe(total);
      });
    });

    describe('reviews', () => {
      beforeEach(async () => {
        await ledger.add([ACCUSATION, DENIAL], ANALYST);
      });

      test('the state is the latest that was not undone, by whomever', async () => {
        expect((await review(accusation.id, 'accept')).review).toBe('accepted');
        expect((await review(accusation.id, 'reject', { analyst: 'ben' })).review).toBe('rejected');
        expect((await review(accusation.id, 'undo', { analyst: 'ben' })).review).toBe('accepted');
        await expect(review(accusation.id, 'undo', { analyst: 'ben' })).rejects.toThrow(UsageError);
        expect((await review(accusation.id, 'undo')).review).toBe('unreviewed');
        const { reviews } = await ledger.statement(accusation.id);
        expect(reviews.map((one) => `${one.analyst} ${one.verdict}`)).toEqual([
          'ann accept',
          'ben reject',
          'ben undo',
          'ann undo',
        ]);
      });

      test('undo goes back one step at a time', async () => {
        await review(accusation.id, 'accept');
        await review(accusation.id, 'reject');
        expect((await review(accusation.id, 'undo')).review).toBe('accepted');
        expect((await review(accusation.id, 'undo')).review).toBe('unreviewed');
      });

      test('a correction shows the corrected claim and what stood before; lists and counts follow it', async () => {
        const shown = await review(accusation.id, 'correct', {
          corrected: {
            target: 'Lotte Group',
            certainty: 'possible',
            time: '2017-02-27/2017-03-05',
            actor: accusation.actor,
          },
          note: 'the firm says group',
        });
        expect(shown).toMatchObject({
          review: 'corrected',
          target: 'Lotte Group',
          certainty: 'possible',
          speaker: 'Analysts',
          when: { first: '2017-02-27', last: '2017-03-05', precision: 'range' },
          before: { target: 'Lotte Mart', certainty: 'probable', time: '2017-03' },
        });
        expect(Object.keys(shown.before!).sort()).toEqual(['certainty', 'target', 'time']);
        expect((await ledger.statements({ target: 'lotte group' })).total).toBe(1);
        expect((await ledger.statements({ q: '"lotte group"' })).total).toBe(1);
        expect((await ledger.statements({ target: 'lotte mart', kind: ['intrusion'] })).total).toBe(0);
        expect((await ledger.facets({})).certainty).toEqual({ possible: 2, certain: 2 });
        expect((await ledger.facets({})).review).toEqual({ corrected: 1, unreviewed: 3 });
        expect((await ledger.statements({ review: ['corrected'] })).rows.map((row) => row.id)).toEqual([accusation.id]);
        expect((await review(accusation.id, 'undo')).target).toBe('Lotte Mart');
      });

      test('a second correction starts from the source again', async () => {
        await review(accusation.id, 'correct', { corrected: { target: 'Lotte Group' } });
        const shown = await review(accusation.id, 'correct', { corrected: { object: null } });
        expect(shown).toMatchObject({ target: 'Lotte Mart', object: null, before: { object: 'servers' } });
      });

      test('an earlier day knows only the reviews of its time', async () => {
        at('2024-05-01T23:59:59.999Z');
        await review(accusation.id, 'accept');
        at('2024-05-02T00:00:00.000Z');
        await review(accusation.id, 'undo');
        at('2024-05-03T12:00:00.000Z');
        await review(accusation.id, 'reject');
        const on = async (day?: string) => (await ledger.statement(accusation.id, day)).review;
        expect(await on('2024-04-30')).toBe('unreviewed');
        expect(await on('2024-05-01')).toBe('accepted');
        expect(await on('2024-05-02')).toBe('unreviewed');
        expect(await on()).toBe('rejected');
        expect((await ledger.statement(accusation.id, '2024-05-02')).reviews).toHaveLength(2);
        expect((await ledger.statements({ review: ['accepted'], as_of: '2024-05-01' })).total).toBe(1);
        expect((await ledger.document(ACCUSATION.document.id)).reviewed).toBe(1);
      });

      test('nonsense is refused and leaves no trace', async () => {
        const { total } = await ledger.journal();
        await expect(review('st-none', 'accept')).rejects.toThrow(NotFoundError);
        await expect(review(accusation.id, 'correct')).rejects.toThrow(UsageError);
        await expect(review(accusation.id, 'undo')).rejects.toThrow(UsageError);
        expect((await ledger.journal()).total).toBe(total);
        expect((await ledger.status()).reviews).toBe(0);
      });
    });

    describe('contradictions', () => {
      test('a claim and its denial are shown to each other', async () => {
        await ledger.add([ACCUSATION, DENIAL, UNDATED], ANALYST);
        const { pairs, total } = await ledger.contradictions({});
        expect(total).toBe(1);
        expect(pairs[0]).toMatchObject({ a: { id: accusation.id }, b: { id: denial.id } });
        expect(pairs[0]!.reason).toContain('lotte');
        expect((await ledger.statement(denial.id)).contradicted_by).toEqual([accusation.id]);
        expect((await ledger.statement(accusation.id)).contradicted_by).toEqual([denial.id]);
      });

      test('found whichever came first', async () => {
        await ledger.add([DENIAL], ANALYST);
        await ledger.add([ACCUSATION], ANALYST);
        expect((await ledger.contradictions({})).total).toBe(1);
      });

      test('filters ask that one side passes; an earlier day does not know the denial', async () => {
        await ledger.add([ACCUSATION, DENIAL], ANALYST);
        expect((await ledger.contradictions({ stance: ['denies'] })).total).toBe(1);
        expect((await ledger.contradictions({ document: ACCUSATION.document.id })).total).toBe(1);
        expect((await ledger.contradictions({ kind: ['alias'] })).total).toBe(0);
        expect((await ledger.contradictions({ as_of: '2017-04-01' })).total).toBe(0);
        expect((await ledger.statement(accusation.id, '2017-04-01')).contradicted_by).toEqual([]);
      });

      test('a correction of the stance makes and unmakes them', async () => {
        await ledger.add([ACCUSATION, DENIAL], ANALYST);
        await review(denial.id, 'correct', { corrected: { stance: 'asserts' } });
        expect((await ledger.contradictions({})).total).toBe(0);
        await review(accusation.id, 'correct', { corrected: { stance: 'denies' } });
        expect((await ledger.contradictions({})).pairs.map(({ a, b }) => [a.id, b.id])).toEqual([
          [denial.id, accusation.id],
        ]);
        await review(denial.id, 'undo');
        await review(accusation.id, 'undo');
        expect((await ledger.contradictions({})).pairs.map(({ a, b }) => [a.id, b.id])).toEqual([
          [accusation.id, denial.id],
        ]);
      });
    });

    describe('echo', () => {
      const story = (extra = '') =>
        `${'The intruders came in through a mail with a forged invoice and stayed for ninety days before anybody saw them at work in the network. They took drawings of engines and the mail of four directors, then wiped the logs of every host they had used. '}${extra}`;
      const told = (text: string, title: string, published: string) =>
        entry({
          document: { text, title, published },
          statements: [{ quote: 'They took drawings of engines', kind: 'effect', target: 'directors' }],
        });

      test('the same words and nearly the same words have one origin; it counts once', async () => {
        const first = told(story('Firm One said so on Monday.'), 'First', '2020-01-01');
        const repost = entry({
          document: {
            text: `${story('Firm One said so on Monday.').replaceAll(' ', '\n')}\n`,
            title: 'Repost',
            published: '2020-01-02',
          },
        });
        const edited = told(story('Firm One said so on Tuesday.'), 'Edited', '2020-01-03');
        await ledger.add([first], ANALYST);
        await ledger.add([repost, edited, UNDATED], ANALYST);
        const page = await ledger.statements({ q: 'drawings' });
        expect(page).toMatchObject({ total: 2, origins: 1 });
        expect(page.rows.map((row) => [row.origin, row.echoes])).toEqual([
          [first.document.id, 1],
          [first.document.id, 1],
        ]);
        const view = await ledger.document(first.document.id);
        expect(view.echoes).toBe(2);
        expect(view.same_origin.map((other) => other.title)).toEqual(['Repost', 'Edited']);
        expect(await ledger.status()).toMatchObject({ documents: 4, origins: 2 });
        expect((await ledger.documents({ as_of: '2020-01-02' })).rows.map((row) => row.echoes)).toEqual([1, 1]);
        const [row] = (await ledger.names({ role: 'target' })).rows;
        expect(row).toMatchObject({ name: 'directors', statements: 2, documents: 2, origins: 1 });
      });

      test('a document that ties two groups joins them, and the journal says so', async () => {
        const quote = (n: number) =>
          `The ${n} investigators found that the same stolen certificate had signed every sample they were shown in those months`;
        const filler = (word: string) => Array.from({ length: 40 }, (_, i) => `${word}${i}`).join(' ');
        const a = entry({ document: { text: `${filler('alpha')} “${quote(1)}” and “${quote(2)}”.` } });
        const b = entry({ document: { text: `${filler('beta')} “${quote(3)}” and “${quote(4)}”.` } });
        const both = entry({
          document: { text: `${filler('gamma')} “${quote(1)}” “${quote(2)}” “${quote(3)}” “${quote(4)}”.` },
        });
        await ledger.add([a, b], ANALYST);
        expect((await ledger.status()).origins).toBe(2);
        await ledger.add([both], ANALYST);
        expect((await ledger.status()).origins).toBe(1);
        expect((await ledger.document(b.document.id)).origin).toBe(a.document.id);
        expect((await ledger.journal()).rows.filter((line) => line.action === 'origins.join')).toHaveLength(1);
      });
    });

    test('names are counted by role, whatever their spelling', async () => {
      const more = entry({
        document: { text: 'LOTTE  MART was hit again in 2018.', published: '2018-06-01' },
        statements: [
          { quote: 'LOTTE  MART was hit again in 2018', target: 'LOTTE MART', target_country: 'KR', time: '2018' },
        ],
      });
      await ledger.add([ACCUSATION, DENIAL, more], ANALYST);
      const { rows, total, origins } = await ledger.names({ role: 'target' });
      expect([total, origins]).toEqual([1, 3]);
      expect(rows[0]).toEqual({
        name: 'Lotte Mart',
        role: 'target',
        country: 'KR',
        statements: 3,
        documents: 3,
        origins: 3,
        stances: { asserts: 2, denies: 1 },
        kinds: { intrusion: 2, response: 1 },
        first: '2017-03-01',
        last: '2018-12-31',
      });
      expect((await ledger.names({ role: 'speaker' })).rows.map((row) => row.name)).toEqual([
        'narrator',
        'Analysts',
        'Ministry of Foreign Affairs',
      ]);
      expect((await ledger.names({ role: 'actor', q: 'HACK' })).rows.map((row) => row.name)).toEqual([
        'Chinese hackers',
      ]);
      expect((await ledger.names({ role: 'actor', as_of: '2017-03-31' })).total).toBe(1);
    });

    test('the journal tells what was done, newest first', async () => {
      await ledger.add([DENIAL], 'ben');
      at('2024-05-02T08:00:00.000Z');
      await review(denial.id, 'accept', { note: 'checked' });
      const { rows, total } = await ledger.journal();
      expect(total).toBe(3);
      expect(rows.map((row) => `${row.seq} ${row.analyst} ${row.action} ${row.subject}`)).toEqual([
        `3 ann reviews.add ${denial.id}`,
        `2 ben readings.add ${DENIAL.document.id}`,
        `1 ben documents.add ${DENIAL.document.id}`,
      ]);
      expect(rows[0]).toMatchObject({
        recorded: '2024-05-02T08:00:00.000Z',
        details: { verdict: 'accept', note: 'checked' },
      });
      expect((await ledger.journal(2, 1)).rows.map((row) => row.seq)).toEqual([1]);
    });

    test.each([
      `update statements set stance = 'denies'`,
      'delete from documents',
      'delete from reviews',
      'truncate journal',
      `update origins set origin = 'x'`,
      'delete from contents',
    ])('the database itself refuses: %s', async (statement) => {
      await ledger.add([ACCUSATION], ANALYST);
      await expect(subject.attempt(ledger, statement)).rejects.toThrow(/append-only/);
    });

    test('an add that fails leaves nothing of it behind', async () => {
      const broken = entry({
        document: { text: 'A broken one.' },
        statements: [{ quote: 'A broken one', score: Number.NaN }],
      });
      await expect(ledger.add([ACCUSATION, broken], ANALYST)).rejects.toThrow();
      expect(await ledger.status()).toMatchObject({ documents: 0, statements: 0 });
      expect((await ledger.journal()).total).toBe(0);
      await ledger.add([ACCUSATION], ANALYST);
      expect(await ledger.status()).toMatchObject({ documents: 1, statements: 3 });
    });

    test('writers and readers at the same time do not get in each other’s way', async () => {
      const many = Array.from({ length: 12 }, (_, i) =>
        entry({ document: { text: `Report ${i}: hackers broke in.` }, statements: [{ quote: 'hackers broke in' }] }),
      );
      await Promise.all(
        many.flatMap((one) => [ledger.add([one], ANALYST), ledger.statements({ q: 'hackers' }), ledger.facets({})]),
      );
      expect(await ledger.status()).toMatchObject({ documents: 12, statements: 12 });
      expect((await ledger.journal()).total).toBe(24);
    });

    test('a dump restores to an equal ledger, and only into an empty one', async () => {
      await ledger.add([ACCUSATION, DENIAL, UNDATED], ANALYST);
      await review(accusation.id, 'correct', { corrected: { target: 'Lotte Group' }, note: 'ümlaut "quoted"' });
      await review(denial.id, 'accept');
      await review(denial.id, 'undo');
      const lines = await collect(ledger.dump());
      const seen = await everything(ledger);
      await expect(ledger.restore(from(lines))).rejects.toThrow(UsageError);
      await ledger.close();
      await subject.clean();
      ledger = await subject.open(() => new Date(clock));
      await expect(ledger.restore(from(['{"format":"other"}']))).rejects.toThrow(UsageError);
      await expect(ledger.restore(from([...lines.slice(0, 3), 'not json']))).rejects.toThrow(/line 4/);
      expect(await ledger.restore(from(lines))).toEqual({ documents: 3, statements: 5, reviews: 3 });
      expect(await collect(ledger.dump())).toEqual(lines);
      expect(await everything(ledger)).toEqual(seen);
      await ledger.add([entry({ document: { text: 'One more.' } })], ANALYST);
      expect((await ledger.status()).documents).toBe(4);
    });
  });
}

/** All that a ledger shows, for comparing two of them. */
export async function everything(ledger: Ledger): Promise<unknown> {
  const { rows: documents } = await ledger.documents({ limit: 1000 });
  return {
    documents: await Promise.all(documents.map(({ id }) => ledger.document(id))),
    statements: await ledger.statements({ limit: 1000 }),
    contradictions: await ledger.contradictions({}),
    names: await ledger.names({ role: 'actor' }),
    journal: await ledger.journal(),
  };
}

export async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

export async function* from(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}
