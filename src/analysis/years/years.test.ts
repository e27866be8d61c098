import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTime } from '../../base/time.ts';
import type { Incident, TallyRecord } from '../../model/incident.ts';
import { type AttackClaims, type CountedClaim, YEAR_SPLITS } from '../../model/year.ts';
import { codedIncidents, reportedAttacks, statedFigures, yearReport } from './index.ts';
import { tabulate, within, yearsOf } from './table.ts';

const claim = (given: Partial<AttackClaims> & { time?: string }): AttackClaims => {
  const { time, ...rest } = given;
  const range = time ? parseTime(time)! : null;
  return {
    ...{ kind: 'intrusion', origin: 'o1', actor_country: null, target_country: null, who: null, actor: null },
    ...{ target: null, speaker: null, speaker_org: null, publisher: null, quote: null, techniques: null, disputed: 0 },
    statements: [1],
    time_first: range?.first ?? null,
    time_last: range?.last ?? null,
    ...rest,
  };
};

const counted = (given: Partial<CountedClaim> & { id: string; time?: string }): CountedClaim => {
  const { time, ...rest } = given;
  const range = time ? parseTime(time)! : null;
  return {
    ...{ speaker: 'narrator', speaker_org: null, publisher: null, stance: 'asserts', certainty: 'certain' },
    ...{ actor_country: null, target_country: null, quantities: [], origin: given.id, disputed_by: [] },
    time_first: range?.first ?? null,
    time_last: range?.last ?? null,
    time_precision: range?.precision ?? null,
    ...rest,
  };
};

const OPEN = { from: null, to: null, accused: null, target: null } as const;
const ASKED = { ...OPEN, by: 'year', counter: null, unit: null } as const;

describe('stated figures', () => {
  const centre = counted({
    id: 's1',
    speaker: 'A response centre',
    target_country: 'CN',
    time: '2024',
    quantities: [{ value: 600, unit: 'incident', bound: 'at-least' }],
  });
  const firm = counted({
    id: 's2',
    speaker: 'A spokesman',
    speaker_org: 'Firm B',
    time: '2024',
    quantities: [{ value: 1300, unit: 'attack', bound: 'at-least' }],
  });

  test('600 incidents by one and 1,300 attacks by another in the same year are two figures that point at each other', () => {
    const { stated } = statedFigures([centre, firm], []);
    expect(stated.map(({ year, covers, value, unit, counter }) => [year, covers, value, unit, counter])).toEqual([
      [2024, 'year', 1300, 'attack', 'Firm B'],
      [2024, 'year', 600, 'incident', 'A response centre'],
    ]);
    expect(stated.map(({ differs }) => differs)).toEqual([
      [{ id: stated[1]!.id, unit: true, counter: true, excludes: false }],
      [{ id: stated[0]!.id, unit: true, counter: true, excludes: false }],
    ]);
  });

  test('an echo and a second source add nothing but an origin: one figure', () => {
    const again = { ...centre, id: 's3' };
    const elsewhere = { ...centre, id: 's4', origin: 'other' };
    const { stated } = statedFigures([centre, { ...again, origin: centre.origin }, elsewhere], []);
    expect(stated.length).toBe(1);
    expect(stated[0]).toMatchObject({ origins: 2, statements: ['s1', 's3', 's4'], differs: [] });
  });

  test('one counter that gives two exact numbers for one year contradicts itself; "at least 600" and "at least 500" do not exclude each other', () => {
    const exact = (id: string, value: number) =>
      counted({ id, speaker: 'Agency', time: '2023', quantities: [{ value, unit: 'incident', bound: 'exact' }] });
    expect(statedFigures([exact('a', 5), exact('b', 7)], []).stated.map((f) => f.differs[0])).toMatchObject([
      { unit: false, counter: false, excludes: true },
      { unit: false, counter: false, excludes: true },
    ]);
    const least = { ...centre, id: 'c', quantities: [{ value: 500, unit: 'incident', bound: 'at-least' as const }] };
    expect(statedFigures([centre, least], []).stated[0]!.differs[0]!.excludes).toBe(false);
  });

  test('figures of other states, other times and other things do not differ', () => {
    const other = [
      counted({
        id: 'x',
        speaker: 'B',
        target_country: 'KR',
        time: '2024',
        quantities: [{ value: 9, unit: 'attack', bound: 'exact' }],
      }),
      counted({ id: 'y', speaker: 'C', time: '2023', quantities: [{ value: 9, unit: 'attack', bound: 'exact' }] }),
      counted({ id: 'z', speaker: 'D', time: '2024', quantities: [{ value: 9, unit: 'sample', bound: 'exact' }] }),
    ];
    expect(statedFigures([centre, ...other], []).stated.flatMap((f) => f.differs)).toEqual([]);
  });

  test('a year, a part of one, several and none; 2024 is the year, never its first of January', () => {
    const at = (id: string, time?: string) =>
      counted({ id, ...(time && { time }), quantities: [{ value: 3, unit: 'attack', bound: 'exact' }] });
    const { stated } = statedFigures(
      [at('a', '2024'), at('b', '2024-03-02/2024-03-08'), at('c', '2022-07/2023-07'), at('d'), at('e', '2024-01-01')],
      [],
    );
    expect(stated.map(({ covers, year, first }) => [covers, year, first])).toEqual([
      ['several', null, '2022-07-01'],
      ['year', 2024, '2024-01-01'],
      ['part', 2024, '2024-01-01'],
      ['part', 2024, '2024-03-02'],
      ['none', null, null],
    ]);
  });

  test('a part with its whole and share: recomputed; several counts without one are left out and said', () => {
    const share = (value: number) =>
      counted({
        id: `s${value}`,
        time: '2016',
        quantities: [
          { value: 4509, unit: 'attack', bound: 'exact' },
          { value: 8263, unit: 'attack', bound: 'exact' },
          { value, unit: 'percent', bound: 'exact' },
        ],
      });
    expect(statedFigures([share(54.6)], []).stated[0]).toMatchObject({ value: 4509, of: 8263, share_fits: true });
    expect(statedFigures([share(56.4)], []).stated[0]).toMatchObject({ share_fits: false });
    const unclear = counted({
      id: 'u',
      time: '2016',
      quantities: [
        { value: 5, unit: 'attack', bound: 'exact' },
        { value: 9, unit: 'attack', bound: 'exact' },
      ],
    });
    expect(statedFigures([unclear], [])).toEqual({
      stated: [],
      uncounted: [{ reason: 'several-counts', statements: ['u'] }],
    });
  });

  test('imported counts keep their unit and counter and stand beside those of statements', () => {
    const tally: TallyRecord = {
      ...{ id: 't', dataset: 'counts:x', period: parseTime('2024')!, value: 700, unit: 'incident', counter: 'Bureau' },
      ...{ counter_country: 'KR', initiator: null, target: 'CN', origin: 'x', source: null, statement: null },
      ...{ of: null, share: null },
    };
    const { stated } = statedFigures([centre], [tally]);
    expect(stated.map(({ counter, dataset, differs }) => [counter, dataset, differs.length])).toEqual([
      ['Bureau', 'counts:x', 1],
      ['A response centre', null, 1],
    ]);
    // "More than 600" and exactly 700 can both be right.
    expect(stated[0]!.differs[0]!.excludes).toBe(false);
  });
});

describe('counted', () => {
  test('echoes are one attack; a range counts where it began; without a date it has no year', () => {
    const { items } = reportedAttacks(
      [
        claim({ time: '2022-07/2023-07', actor_country: 'US', target_country: 'CN', statements: [1, 9] }),
        claim({ time: '2024', target_country: 'CN', statements: [2] }),
        claim({ target_country: 'CN', statements: [3] }),
        claim({ kind: 'uses', target_country: 'KR', time: '2024' }),
      ],
      'year',
    );
    expect(items.map(({ year, records }) => [year, records])).toEqual([
      [2024, [2, 3]],
      [2022, [1, 9]],
    ]);
  });

  test('what one report tells again, with a coarser time or none, counts once; another victim or another report does not join', () => {
    const pair = { actor_country: 'US', target_country: 'CN' } as const;
    const years = (...claims: AttackClaims[]) =>
      reportedAttacks(claims, 'year').items.map(({ year, records }) => [year, records.length]);
    const dated = claim({ ...pair, time: '2022-07', statements: [1] });
    expect(
      years(
        dated,
        claim({ ...pair, statements: [2] }),
        claim({ ...pair, time: '2022', statements: [3] }),
        claim({ who: 'attackers|domaincontroller', statements: [4] }),
      ),
    ).toEqual([[2022, 4]]);
    expect(years(dated, claim({ who: 'attackers|aclinic', statements: [5] }))).toEqual([
      [2022, 1],
      [null, 1],
    ]);
    expect(years(dated, claim({ ...pair, origin: 'o2', statements: [6] }))).toEqual([
      [2022, 1],
      [null, 1],
    ]);
    expect(years(dated, claim({ ...pair, target_country: 'KR', statements: [7] })).length).toBe(2);
    expect(years(dated, claim({ ...pair, time: '2023', statements: [8] })).length).toBe(2);
  });

  test('a firm with and without its legal form is one accuser; an outlet that only reports is none', () => {
    const by = (speaker: string, origin: string, publisher: string | null = null) =>
      claim({ actor: 'APT1', speaker, publisher, origin });
    const series = reportedAttacks(
      [
        by('FireEye', 'a'),
        by('FireEye Inc.', 'b'),
        by('FireEye, Inc', 'c'),
        by('Reuters', 'd'),
        by('narrator', 'e', 'The Korea Times'),
        by('narrator', 'f', 'Example Labs Ltd'),
      ],
      'accuser',
    );
    expect(tabulate(series, []).rows.map(({ label, total }) => [label, total])).toEqual([
      ['FireEye', 3],
      ['Example Labs', 1],
      [null, 2],
    ]);
  });

  test('entry is read from the words of what was used in the same attack', () => {
    const pair = { actor_country: 'US', target_country: 'CN', time: '2022-07/2023-07' } as const;
    const series = reportedAttacks(
      [
        claim({ ...pair, quote: 'hackers entered a defence firm' }),
        claim({ ...pair, kind: 'uses', quote: 'they exploited a zero-day in the mail server' }),
        claim({
          time: '2023',
          target_country: 'KR',
          quote: 'staff received phishing mails',
          techniques: ['T1566.001'],
        }),
        claim({ time: '2023', target_country: 'JP', quote: 'systems were entered', techniques: ['T1070'] }),
      ],
      'entry',
    );
    expect(tabulate(series, [2022, 2023]).rows.map(({ key, label, counts }) => [key, label, counts])).toEqual([
      ['T1190', 'Exploit Public-Facing Application', [1, 0]],
      ['T1566', 'Phishing', [0, 1]],
      [null, null, [0, 1]],
    ]);
  });

  test('sectors come from the target, actors only from names, accusers where somebody is accused', () => {
    const claims = [
      claim({ target: 'a university and a ministry', actor: 'attackers', actor_country: 'CN', speaker: 'Firm A' }),
      claim({ target: 'a bank', actor: 'APT99', speaker: 'narrator', publisher: 'The Wire', origin: 'o2' }),
      claim({ target: 'someone', speaker: 'Firm A', origin: 'o3' }),
    ];
    const keys = (by: 'sector' | 'actor' | 'accuser') =>
      tabulate(reportedAttacks(claims, by), []).rows.map(({ label, total }) => [label, total]);
    expect(keys('sector')).toEqual([
      ['education', 1],
      ['finance', 1],
      ['government', 1],
      [null, 1],
    ]);
    expect(keys('actor')).toEqual([
      ['APT99', 1],
      [null, 2],
    ]);
    expect(keys('accuser')).toEqual([
      ['Firm A', 1],
      [null, 2],
    ]);
  });

  test('incidents of two data sets, or of one in two units, are never one series', () => {
    const incident = (dataset: string, unit: string, time: string | null): Incident => ({
      ...{ id: `${dataset}:${unit}`, dataset, name: '', time: time ? parseTime(time) : null, end: null },
      ...{
        initiators: ['CN'],
        targets: ['KR'],
        sectors: ['Media'],
        types: [],
        unit,
        counter: dataset,
        origin: dataset,
      },
      ...{ scores: [], attributions: [], outcome: null, lanes: [] },
    });
    const series = codedIncidents(
      [incident('A', 'incident', '2017'), incident('A', 'disclosure', null), incident('B', 'incident', '2016/2018')],
      'actor',
    );
    expect(series.map(({ counter, unit, told, items }) => [counter, unit, told, items[0]!.year])).toEqual([
      ['A', 'incident', false, 2017],
      ['A', 'disclosure', false, null],
      ['B', 'incident', false, null],
    ]);
  });

  test('years without anything between two that have some are shown; the empty ledger has none', () => {
    expect(yearsOf([2019, null, 2016])).toEqual([2016, 2017, 2018, 2019]);
    expect(yearsOf([1016, 2016])).toEqual([1016, 2016]);
    expect(yearReport([reportedAttacks([], 'year')], statedFigures([], []), ASKED)).toMatchObject({
      years: [],
      series: [],
      stated: [],
    });
  });
});

describe('whatever was claimed', () => {
  const codes = fc.constantFrom('CN', 'KR', 'US', null);
  const anyClaim = fc.record({
    kind: fc.constantFrom('intrusion' as const, 'uses' as const),
    origin: fc.constantFrom('o1', 'o2', 'o3'),
    time: fc.constantFrom(undefined, '2015', '2016-03', '2017-03-02', '2015/2017', '2018-01-01'),
    actor_country: codes,
    target_country: codes,
    actor: fc.constantFrom('APT1', 'Unit 5', 'hackers', null),
    target: fc.constantFrom('a bank', 'a ministry and a bank', 'a house', null),
    speaker: fc.constantFrom('Firm A', 'narrator'),
    publisher: fc.constantFrom('Wire', null),
    quote: fc.constantFrom('by phishing and a zero-day', 'nobody knows how', null),
    disputed: fc.nat(1),
    statements: fc.array(fc.nat(99), { minLength: 1, maxLength: 3 }),
  });
  const claims = fc
    .array(anyClaim, { maxLength: 40 })
    .map((list) => list.map(({ time, ...rest }) => claim({ ...rest, ...(time !== undefined && { time }) })));

  test('years and "no year" add up to each row, rows to the total and what stands in several', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(...YEAR_SPLITS), fc.option(fc.nat(3)), (list, by, most) => {
        const series = reportedAttacks(list, by);
        const table = tabulate(series, yearsOf(series.items.map(({ year }) => year)), most ?? undefined);
        for (const { total, counts, no_year } of [table.all, ...table.rows])
          expect(counts.reduce((a, b) => a + b, no_year)).toBe(total);
        expect(table.rows.reduce((sum, { total }) => sum + total, table.more.total)).toBe(
          table.all.total + table.repeated,
        );
        expect(table.all.total).toBe(series.items.length);
      }),
    );
  });

  test('an echo changes nothing, nor does the order of claims', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(...YEAR_SPLITS), fc.nat(), (list, by, at) => {
        const figures = (given: readonly AttackClaims[]) => {
          const { items, ...series } = reportedAttacks(given, by);
          return tabulate({ ...series, items }, yearsOf(items.map(({ year }) => year)));
        };
        const before = figures(list);
        if (list.length === 0) return;
        expect(figures([...list, { ...list[at % list.length]! }])).toEqual(before);
        expect(figures([...list].reverse()).all).toEqual(before.all);
      }),
    );
  });

  test('years narrowed in pieces hold each dated attack once', () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: 2014, max: 2018 }), (list, cut) => {
        const { items } = reportedAttacks(list, 'year');
        const dated = (asked: Partial<typeof OPEN> & object) =>
          within(items, { ...OPEN, ...asked }).filter(({ year }) => year !== null).length;
        expect(dated({ to: cut } as object) + dated({ from: cut + 1 } as object)).toBe(dated({}));
      }),
    );
  });
});
