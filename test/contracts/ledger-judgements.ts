import { beforeEach, describe, expect, test } from 'vitest';
import { NotFoundError, UsageError } from '../../src/base/errors.ts';
import { ACCUSATION, DENIAL, entry, UNDATED } from './ledger-fixtures.ts';
import { ANALYST, type Bench } from './ledger-subject.ts';

/** What the ledger promises about what analysts add and what it works out: reviews, contradictions, echoes. */
export function judgementContract(t: Bench): void {
  const accusation = ACCUSATION.reading.statements[0]!;
  const denial = DENIAL.reading.statements[0]!;

  describe('reviews', () => {
    beforeEach(async () => {
      await t.ledger.add([ACCUSATION, DENIAL], ANALYST);
    });

    test('the state is the latest that was not undone, by whomever', async () => {
      expect((await t.review(accusation.id, 'accept')).review).toBe('accepted');
      expect((await t.review(accusation.id, 'reject', { analyst: 'ben' })).review).toBe('rejected');
      expect((await t.review(accusation.id, 'undo', { analyst: 'ben' })).review).toBe('accepted');
      await expect(t.review(accusation.id, 'undo', { analyst: 'ben' })).rejects.toThrow(UsageError);
      expect((await t.review(accusation.id, 'undo')).review).toBe('unreviewed');
      const { reviews } = await t.ledger.statement(accusation.id);
      expect(reviews.map((one) => `${one.analyst} ${one.verdict}`)).toEqual([
        'ann accept',
        'ben reject',
        'ben undo',
        'ann undo',
      ]);
    });

    test('undo goes back one step at a time', async () => {
      await t.review(accusation.id, 'accept');
      await t.review(accusation.id, 'reject');
      expect((await t.review(accusation.id, 'undo')).review).toBe('accepted');
      expect((await t.review(accusation.id, 'undo')).review).toBe('unreviewed');
    });

    test('a rejected statement counts only where review states are asked for', async () => {
      await t.review(accusation.id, 'reject');
      const facets = await t.ledger.facets({});
      expect(facets).toMatchObject({ stance: { asserts: 1, doubts: 1, denies: 1 }, country: { CN: 1, KR: 1 } });
      expect(facets.kind).not.toHaveProperty('intrusion');
      expect(facets.review).toEqual({ rejected: 1, unreviewed: 3 });
      expect((await t.ledger.facets({ review: ['rejected'] })).kind).toEqual({ intrusion: 1 });
      expect(await t.ledger.timeline({})).toMatchObject({ dated_total: 0, undated_total: 3 });
      expect(await t.ledger.timeline({ review: ['rejected'] })).toMatchObject({ dated_total: 1, undated_total: 0 });
      const [target] = (await t.ledger.names({ role: 'target' })).rows;
      expect(target).toMatchObject({ name: 'Lotte Mart', statements: 1, origins: 1 });
      expect((await t.ledger.statements({})).total).toBe(4);
    });

    test('a correction shows the corrected claim and what stood before; lists and counts follow it', async () => {
      const shown = await t.review(accusation.id, 'correct', {
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
      expect((await t.ledger.statements({ target: 'lotte group' })).total).toBe(1);
      expect((await t.ledger.statements({ q: '"lotte group"' })).total).toBe(1);
      expect((await t.ledger.statements({ target: 'lotte mart', kind: ['intrusion'] })).total).toBe(0);
      expect((await t.ledger.facets({})).certainty).toEqual({ possible: 2, certain: 2 });
      expect((await t.ledger.facets({})).review).toEqual({ corrected: 1, unreviewed: 3 });
      expect((await t.ledger.statements({ review: ['corrected'] })).rows.map((row) => row.id)).toEqual([accusation.id]);
      expect((await t.review(accusation.id, 'undo')).target).toBe('Lotte Mart');
    });

    test('a second correction starts from the source again', async () => {
      await t.review(accusation.id, 'correct', { corrected: { target: 'Lotte Group' } });
      const shown = await t.review(accusation.id, 'correct', { corrected: { object: null } });
      expect(shown).toMatchObject({ target: 'Lotte Mart', object: null, before: { object: 'servers' } });
    });

    test('an earlier day knows only the reviews of its time', async () => {
      t.at('2024-05-01T23:59:59.999Z');
      await t.review(accusation.id, 'accept');
      t.at('2024-05-02T00:00:00.000Z');
      await t.review(accusation.id, 'undo');
      t.at('2024-05-03T12:00:00.000Z');
      await t.review(accusation.id, 'reject');
      const on = async (day?: string) => (await t.ledger.statement(accusation.id, day)).review;
      expect(await on('2024-04-30')).toBe('unreviewed');
      expect(await on('2024-05-01')).toBe('accepted');
      expect(await on('2024-05-02')).toBe('unreviewed');
      expect(await on()).toBe('rejected');
      expect((await t.ledger.statement(accusation.id, '2024-05-02')).reviews).toHaveLength(2);
      expect((await t.ledger.statements({ review: ['accepted'], as_of: '2024-05-01' })).total).toBe(1);
      expect((await t.ledger.document(ACCUSATION.document.id)).reviewed).toBe(1);
    });

    test('nonsense is refused and leaves no trace', async () => {
      const { total } = await t.ledger.journal();
      await expect(t.review('st-none', 'accept')).rejects.toThrow(NotFoundError);
      await expect(t.review(accusation.id, 'correct')).rejects.toThrow(UsageError);
      await expect(t.review(accusation.id, 'undo')).rejects.toThrow(UsageError);
      expect((await t.ledger.journal()).total).toBe(total);
      expect((await t.ledger.status()).reviews).toBe(0);
    });
  });

  describe('contradictions', () => {
    test('a claim and its denial are shown to each other', async () => {
      await t.ledger.add([ACCUSATION, DENIAL, UNDATED], ANALYST);
      const { pairs, total } = await t.ledger.contradictions({});
      expect(total).toBe(1);
      expect(pairs[0]).toMatchObject({ a: { id: accusation.id }, b: { id: denial.id } });
      expect(pairs[0]!.reason).toContain('Lotte');
      expect((await t.ledger.statement(denial.id)).contradicted_by).toEqual([accusation.id]);
      expect((await t.ledger.statement(accusation.id)).contradicted_by).toEqual([denial.id]);
    });

    test('found whichever came first', async () => {
      await t.ledger.add([DENIAL], ANALYST);
      await t.ledger.add([ACCUSATION], ANALYST);
      expect((await t.ledger.contradictions({})).total).toBe(1);
    });

    test('filters ask that one side passes; an earlier day does not know the denial', async () => {
      await t.ledger.add([ACCUSATION, DENIAL], ANALYST);
      expect((await t.ledger.contradictions({ stance: ['denies'] })).total).toBe(1);
      expect((await t.ledger.contradictions({ document: ACCUSATION.document.id })).total).toBe(1);
      expect((await t.ledger.contradictions({ kind: ['alias'] })).total).toBe(0);
      expect((await t.ledger.contradictions({ as_of: '2017-04-01' })).total).toBe(0);
      expect((await t.ledger.statement(accusation.id, '2017-04-01')).contradicted_by).toEqual([]);
    });

    test('a correction of the stance makes and unmakes them', async () => {
      await t.ledger.add([ACCUSATION, DENIAL], ANALYST);
      await t.review(denial.id, 'correct', { corrected: { stance: 'asserts', kind: 'intrusion' } });
      expect((await t.ledger.contradictions({})).total).toBe(0);
      await t.review(accusation.id, 'correct', { corrected: { stance: 'denies' } });
      expect((await t.ledger.contradictions({})).pairs.map(({ a, b }) => [a.id, b.id])).toEqual([
        [denial.id, accusation.id],
      ]);
      await t.review(denial.id, 'undo');
      await t.review(accusation.id, 'undo');
      expect((await t.ledger.contradictions({})).pairs.map(({ a, b }) => [a.id, b.id])).toEqual([
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
      await t.ledger.add([first], ANALYST);
      await t.ledger.add([repost, edited, UNDATED], ANALYST);
      const page = await t.ledger.statements({ q: 'drawings' });
      expect(page).toMatchObject({ total: 2, origins: 1 });
      expect(page.rows.map((row) => [row.origin, row.echoes])).toEqual([
        [first.document.id, 1],
        [first.document.id, 1],
      ]);
      const view = await t.ledger.document(first.document.id);
      expect(view.echoes).toBe(2);
      expect(view.same_origin.map((other) => other.title)).toEqual(['Repost', 'Edited']);
      expect(await t.ledger.status()).toMatchObject({ documents: 4, origins: 2 });
      expect((await t.ledger.documents({ as_of: '2020-01-02' })).rows.map((row) => row.echoes)).toEqual([1, 1]);
      const [row] = (await t.ledger.names({ role: 'target', unnamed: true })).rows;
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
      await t.ledger.add([a, b], ANALYST);
      expect((await t.ledger.status()).origins).toBe(2);
      await t.ledger.add([both], ANALYST);
      expect((await t.ledger.status()).origins).toBe(1);
      expect((await t.ledger.document(b.document.id)).origin).toBe(a.document.id);
      expect((await t.ledger.journal()).rows.filter((line) => line.action === 'origins.join')).toHaveLength(1);
    });
  });
}
