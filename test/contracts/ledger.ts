import { beforeEach, describe, expect, test } from 'vitest';
import { NotFoundError, UsageError } from '../../src/base/errors.ts';
import type { Ledger } from '../../src/store/ledger.ts';
import { caseContract } from './ledger-cases.ts';
import { collect, everything, from } from './ledger-contents.ts';
import { ACCUSATION, DENIAL, entry, UNDATED } from './ledger-fixtures.ts';
import { indicatorsContract } from './ledger-indicators.ts';
import { judgementContract } from './ledger-judgements.ts';
import { measureContract } from './ledger-measure.ts';
import { namesContract } from './ledger-names.ts';
import { ANALYST, opened, type Subject } from './ledger-subject.ts';
import { evidencePart, weighingContract } from './ledger-weighings.ts';
import { yearsContract } from './ledger-years.ts';

/** What every implementation of the Ledger promises. */
export function ledgerContract(name: string, subject: Subject): void {
  describe(`the ledger on ${name}`, () => {
    const t = opened(subject);
    const accusation = ACCUSATION.reading.statements[0]!;
    const denial = DENIAL.reading.statements[0]!;

    describe('documents', () => {
      test('come back as they were added, with their bytes and all that was read', async () => {
        expect(await t.ledger.add([ACCUSATION], ANALYST)).toEqual([{ id: ACCUSATION.document.id, added: true }]);
        const view = await t.ledger.document(ACCUSATION.document.id);
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
        const { bytes, name: file } = await t.ledger.bytes(ACCUSATION.document.id);
        expect(file).toBe(ACCUSATION.name);
        expect(Buffer.from(bytes).equals(Buffer.from(ACCUSATION.bytes))).toBe(true);
      });

      test('added twice are there once', async () => {
        await t.ledger.add([ACCUSATION], ANALYST);
        expect(await t.ledger.add([ACCUSATION, DENIAL, DENIAL], ANALYST)).toEqual([
          { id: ACCUSATION.document.id, added: false },
          { id: DENIAL.document.id, added: true },
          { id: DENIAL.document.id, added: false },
        ]);
        expect(await t.ledger.status()).toEqual({
          engine: t.ledger.engine,
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
        await t.ledger.add([silent], ANALYST);
        expect(await t.ledger.document(silent.document.id)).toMatchObject({
          read: false,
          statements: 0,
          text: '',
          medium: 'unknown',
        });
        expect([...(await t.ledger.bytes(silent.document.id)).bytes]).toEqual([0, 255, 7]);
      });

      test('with characters that the database cannot hold keep their offsets', async () => {
        const text = 'NUL \0 here, half a pair \ud83d there, a whole one 😀, then hackers broke in.';
        await t.ledger.add([entry({ document: { text }, statements: [{ quote: 'hackers broke in' }] })], ANALYST);
        const [found] = (await t.ledger.statements({ q: 'hackers' })).rows;
        const { text: kept } = await t.ledger.document(found!.document_id);
        expect(kept).toBe('NUL \ufffd here, half a pair \ufffd there, a whole one 😀, then hackers broke in.');
        expect(kept.slice(found!.start, found!.end)).toBe('hackers broke in');
      });

      test('are listed by date, title and size, searched and filtered', async () => {
        await t.ledger.add([ACCUSATION], ANALYST);
        t.at('2024-05-02T10:00:00.000Z');
        await t.ledger.add([DENIAL, UNDATED], ANALYST);
        const titles = async (query: Parameters<Ledger['documents']>[0]) =>
          (await t.ledger.documents(query)).rows.map((row) => row.title!.split(' ')[0]);
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
        expect(await t.ledger.documents({ limit: 1, offset: 1 })).toMatchObject({
          total: 3,
          origins: 3,
          rows: [{ title: 'Ministry rejects claims' }],
        });
      });

      test('unknown ones are not found', async () => {
        await expect(t.ledger.document('doc-none')).rejects.toThrow(NotFoundError);
        await expect(t.ledger.bytes('doc-none')).rejects.toThrow(NotFoundError);
        await t.ledger.add([ACCUSATION], ANALYST);
        await expect(t.ledger.document(ACCUSATION.document.id, '2017-03-19')).rejects.toThrow(NotFoundError);
      });
    });

    describe('statements', () => {
      beforeEach(async () => {
        await t.ledger.add([ACCUSATION, DENIAL, UNDATED], ANALYST);
      });
      const quotes = async (query: Parameters<Ledger['statements']>[0]) =>
        (await t.ledger.statements(query)).rows.map((row) => row.quote.slice(0, 14));

      test.each([
        [{}, ['The ministry i', 'Chinese hacker', 'More than 40 a', 'The motive is ', 'Ember is the o']],
        [{ sort: 'said' as const, descending: false, offset: 3 }, ['The ministry i', 'Ember is the o']],
        [{ q: 'attempts' }, ['More than 40 a']],
        [{ q: 'hacker -server' }, []],
        [{ q: '"broke into"' }, ['Chinese hacker']],
        [{ q: 'cinder or motive' }, ['The motive is ', 'Ember is the o']],
        [{ kind: ['trend', 'intent'] as const }, ['More than 40 a', 'The motive is ']],
        [{ stance: ['denies', 'doubts'] as const }, ['The ministry i', 'The motive is ']],
        [{ certainty: ['possible'] }, ['The motive is ']],
        [{ speaker: 'FIRM' }, ['Chinese hacker', 'More than 40 a', 'Ember is the o']],
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
        expect(await t.ledger.statements({ limit: 1 })).toMatchObject({ total: 5, origins: 3 });
        expect(await t.ledger.statements({ limit: 0, speaker: 'firm' })).toEqual({ rows: [], total: 3, origins: 2 });
      });

      test('counts follow what is added later', async () => {
        expect((await t.ledger.statements({ kind: ['trend'] })).total).toBe(1);
        await t.ledger.add(
          [
            entry({
              document: { text: 'Attacks doubled.' },
              statements: [{ quote: 'Attacks doubled', kind: 'trend' }],
            }),
          ],
          ANALYST,
        );
        expect((await t.ledger.statements({ kind: ['trend'] })).total).toBe(2);
      });

      test('a page seen through any window is the same list', async () => {
        const ids = (await t.ledger.statements({ descending: false })).rows.map((row) => row.id);
        for (let offset = 0; offset < 5; offset++) {
          const window = await t.ledger.statements({ descending: false, offset, limit: 2 });
          expect(window.rows.map((row) => row.id)).toEqual(ids.slice(offset, offset + 2));
        }
      });

      test('facets count each value', async () => {
        expect(await t.ledger.facets({})).toEqual({
          kind: { intrusion: 1, trend: 1, intent: 1, response: 1, alias: 1 },
          stance: { asserts: 3, doubts: 1, denies: 1 },
          certainty: { probable: 1, certain: 3, possible: 1 },
          review: { unreviewed: 5 },
          country: { CN: 2, KR: 2 },
        });
        expect((await t.ledger.facets({ stance: ['denies'] })).kind).toEqual({ response: 1 });
      });

      test('the timeline sets those without a time apart', async () => {
        const { dated, undated, dated_total, undated_total } = await t.ledger.timeline({});
        expect(dated.map((row) => row.id)).toEqual([accusation.id]);
        expect([dated_total, undated_total, undated.length]).toEqual([1, 4, 4]);
        const many = Array.from({ length: 150 }, (_, i) => `Attempt ${i} failed`);
        const document = { text: `${many.join('. ')}.` };
        await t.ledger.add([entry({ document, statements: many.map((quote) => ({ quote })) })], ANALYST);
        expect((await t.ledger.timeline({})).undated.length).toBe(154);
        expect((await t.ledger.timeline({}, 120)).undated.length).toBe(120);
      });

      test('unknown ones are not found', async () => {
        await expect(t.ledger.statement('st-none')).rejects.toThrow(NotFoundError);
        await expect(t.ledger.statement(denial.id, '2017-04-29')).rejects.toThrow(NotFoundError);
        expect((await t.ledger.statement(denial.id, '2017-04-30')).id).toBe(denial.id);
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
        await t.ledger.add([ACCUSATION], ANALYST);
        expect(await t.ledger.add([second], ANALYST)).toEqual([{ id: ACCUSATION.document.id, added: false }]);
        expect((await t.ledger.statements({})).rows.map((row) => row.kind)).toEqual(['uses']);
        expect((await t.ledger.statements({ extractor: 'rules@1' })).total).toBe(3);
        expect((await t.ledger.statements({ extractor: 'rules' })).total).toBe(1);
        expect((await t.ledger.statement(accusation.id)).extractor).toEqual({ name: 'rules', version: '1' });
      });

      test('the preferred extractor goes before a later one', async () => {
        await t.ledger.add([ACCUSATION], ANALYST);
        await t.ledger.add([model], ANALYST);
        expect((await t.ledger.statements({})).total).toBe(3);
        expect((await t.ledger.statements({ extractor: 'endpoint' })).rows.map((row) => row.kind)).toEqual([
          'attribution',
        ]);
        expect((await t.ledger.statements({ extractor: 'nobody' })).total).toBe(0);
      });

      test('the same reading again adds nothing', async () => {
        await t.ledger.add([ACCUSATION], ANALYST);
        const { total } = await t.ledger.journal();
        await t.ledger.add([ACCUSATION], ANALYST);
        expect((await t.ledger.journal()).total).toBe(total);
      });
    });

    judgementContract(t);
    namesContract(t);
    indicatorsContract(t);
    weighingContract(t);
    measureContract(t);
    yearsContract(t);
    caseContract(t);

    test('the journal tells what was done, newest first', async () => {
      await t.ledger.add([DENIAL], 'ben');
      t.at('2024-05-02T08:00:00.000Z');
      await t.review(denial.id, 'accept', { note: 'checked' });
      const { rows, total } = await t.ledger.journal();
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
      expect((await t.ledger.journal(2, 1)).rows.map((row) => row.seq)).toEqual([1]);
    });

    test.each([
      `update statements set stance = 'denies'`,
      'delete from documents',
      'delete from reviews',
      'truncate journal',
      `update origins set origin = 'x'`,
      'delete from contents',
      'update weighings set body = null',
      "update cases set name = 'x'",
    ])('the database itself refuses: %s', async (statement) => {
      await t.ledger.add([ACCUSATION], ANALYST);
      await expect(subject.attempt(t.ledger, statement)).rejects.toThrow(/append-only/);
    });

    test('an add that fails leaves nothing of it behind', async () => {
      const broken = entry({
        document: { text: 'A broken one.' },
        statements: [{ quote: 'A broken one', score: Number.NaN }],
      });
      await expect(t.ledger.add([ACCUSATION, broken], ANALYST)).rejects.toThrow();
      expect(await t.ledger.status()).toMatchObject({ documents: 0, statements: 0 });
      expect((await t.ledger.journal()).total).toBe(0);
      await t.ledger.add([ACCUSATION], ANALYST);
      expect(await t.ledger.status()).toMatchObject({ documents: 1, statements: 3 });
    });

    test('writers and readers at the same time do not get in each other’s way', async () => {
      const many = Array.from({ length: 12 }, (_, i) =>
        entry({ document: { text: `Report ${i}: hackers broke in.` }, statements: [{ quote: 'hackers broke in' }] }),
      );
      await Promise.all(
        many.flatMap((one) => [
          t.ledger.add([one], ANALYST),
          t.ledger.statements({ q: 'hackers' }),
          t.ledger.facets({}),
        ]),
      );
      expect(await t.ledger.status()).toMatchObject({ documents: 12, statements: 12 });
      expect((await t.ledger.journal()).total).toBe(24);
    });

    test('a dump restores to an equal ledger, and only into an empty one', async () => {
      await t.ledger.add([ACCUSATION, DENIAL, UNDATED], ANALYST);
      await t.review(accusation.id, 'correct', { corrected: { target: 'Lotte Group' }, note: 'ümlaut "quoted"' });
      await t.review(denial.id, 'accept');
      await t.review(denial.id, 'undo');
      const question = { question: 'Who?', template: null, case: null, note: null };
      await t.ledger.recordWeighing(
        null,
        [{ part: 'question', key: '', body: question, made: '2017-05-01' }, evidencePart('E1', [denial.id])],
        ANALYST,
      );
      const lines = await collect(t.ledger.dump());
      const seen = await everything(t.ledger);
      await expect(t.ledger.restore(from(lines))).rejects.toThrow(UsageError);
      await t.ledger.close();
      await subject.clean();
      t.ledger = await subject.open(t.now);
      await expect(t.ledger.restore(from(['{"format":"other"}']))).rejects.toThrow(UsageError);
      await expect(t.ledger.restore(from([...lines.slice(0, 3), 'not json']))).rejects.toThrow(/line 4/);
      expect(await t.ledger.restore(from(lines))).toEqual({ documents: 3, statements: 5, reviews: 3 });
      expect(await collect(t.ledger.dump())).toEqual(lines);
      expect(await everything(t.ledger)).toEqual(seen);
      await t.ledger.add([entry({ document: { text: 'One more.' } })], ANALYST);
      expect((await t.ledger.status()).documents).toBe(4);
    });

    test('attacks are counted in a restored ledger as they were before', async () => {
      const anybody = { initiator: null, target: null };
      const asked = { pair: anybody, controls: [], from: '2016-01-01', to: '2018-01-01', beside: [] };
      await t.ledger.add([ACCUSATION], ANALYST);
      const seen = await t.ledger.attackSeries(asked);
      expect(seen.pair).toEqual([{ first: '2017-03-01', last: '2017-03-31', n: 1 }]);
      const lines = await collect(t.ledger.dump());
      await t.ledger.close();
      await subject.clean();
      t.ledger = await subject.open(t.now);
      await t.ledger.restore(from(lines));
      expect(await t.ledger.attackSeries(asked)).toEqual(seen);
    });
  });
}
