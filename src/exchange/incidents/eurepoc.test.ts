import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accusations } from '../../analysis/dispute/countries.ts';
import type { Incident } from '../../model/incident.ts';
import { readEurepoc } from './eurepoc.ts';
import { csvRows, pythonList } from './rows.ts';

const HEAD =
  'ID,name,description,start_date,end_date,incident_type,receiver_country,receiver_category,initiator_country,attribution_date,attribution_basis,attributing_actor,attributing_country,attributed_initiator_country,data_theft,disruption,hijacking,physical_effects_spatial,physical_effects_temporal,unweighted_cyber_intensity,target_multiplier,weighted_cyber_intensity,has_disruption,number_of_political_responses,number_of_legal_responses';
const table = (...rows: string[]) => csvRows([HEAD, ...rows].join('\n'), 'table.csv');

describe('a table in the shape of EuRepoC', () => {
  const { data, problems } = readEurepoc(
    table(
      `1,A campaign,,2016-07-08,2016-07-20,Disruption,"['Korea, Republic of']","[['Military']]","['China']",,,,,,none,Short (incident scores 1 point in intensity),none,none,none,1,Moderate,1.0,True,1,0`,
      `2,Another,,2017-01-01,2016-05-03,Data theft,"['Japan', 'EU (region)']","[['Media']]","['Unknown']",2016-02-02 00:00:00,,,,,x (incident scores 2 points in intensity),none,none,none,none,1,Very high (multiplied by 1.5),2.0,False,0,0`,
      '3,A hack in August 2022,,2023-08-13,,,[],[],[],,,,,,,,,,,,,,,,',
    ),
    'table.csv',
  );

  test('becomes incidents with dates as exactly as they are known', () => {
    expect(
      data.incidents.map(({ id, time, initiators, targets }) => [id, time?.precision, initiators, targets]),
    ).toEqual([
      ['eurepoc:1', 'day', ['CN'], ['KR']],
      ['eurepoc:2', 'year', [], ['JP', 'EU (region)']],
      ['eurepoc:3', 'day', [], []],
    ]);
  });

  test('keeps each scheme of scores apart', () => {
    expect(data.incidents[0]!.scores).toEqual([
      { scheme: 'eurepoc-intensity', value: 1 },
      { scheme: 'eurepoc-weighted-intensity', value: 1 },
    ]);
  });

  test('says what is wrong, row by row', () => {
    expect(problems.map(({ code, place, details }) => [code, place.line, details.id])).toEqual([
      ['end-before-start', 3, 'eurepoc:2'],
      ['lag-negative', 3, 'eurepoc:2'],
      ['score-sum', 3, 'eurepoc:2'],
      ['score-product', 3, 'eurepoc:2'],
      ['date-differs-from-name', 4, 'eurepoc:3'],
      ['score-sum', 4, 'eurepoc:3'],
    ]);
  });
});

const FOLDER = join(process.env.LONGWATCH_SHARED ?? join(import.meta.dirname, '../../../../shared'), 'data/eurepoc');
const has = existsSync(FOLDER);
if (!has) console.log(`EuRepoC's tables are not at ${FOLDER}: the counts of version 1.1 are not checked`);

describe.skipIf(!has)('EuRepoC 1.1', () => {
  const rows = (name: string) => csvRows(readFileSync(join(FOLDER, name), 'utf8'), name);
  const read = () =>
    readEurepoc(rows('EuRepoC_Global_Database_1.1.csv'), 'global', rows('EuRepoC_Attribution_dataset_1.1.csv').rows);

  test('counts by year, initiator and receiver', () => {
    const { incidents } = read().data;
    expect(incidents.length).toBe(1643);
    expect(incidents.filter((i) => i.time === null).length).toBe(16);
    const years = countsOf(incidents.flatMap((i) => (i.time ? [i.time.first.slice(0, 4)] : [])));
    expect(
      [
        2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017,
        2018, 2019, 2020, 2021, 2022, 2023,
      ].map((y) => years.get(String(y))),
    ).toEqual([3, 6, 1, 1, 4, 4, 14, 30, 29, 31, 33, 140, 117, 147, 103, 131, 165, 127, 116, 83, 45, 111, 135, 51]);
    const by = (code: string) => incidents.filter((i) => i.initiators.includes(code)).length;
    expect(['CN', 'RU', 'IR', 'KP', 'US'].map(by)).toEqual([240, 163, 103, 74, 51]);
    const korea = incidents.filter((i) => i.targets.includes('KR'));
    expect(korea.length).toBe(68);
    // Alone as named: 39. One of them has a further receiver that is "Unknown", which others do not count as alone: 38.
    const alone = new Set(korea.filter((i) => i.targets.length === 1).map((i) => i.id));
    const lists = new Map(
      rows('EuRepoC_Global_Database_1.1.csv').rows.map(({ cells }) => [
        `eurepoc:${cells.ID}`,
        new Set(pythonList(cells.receiver_country!)).size,
      ]),
    );
    expect([alone.size, [...alone].filter((id) => lists.get(id) === 1).length]).toEqual([39, 38]);
    expect([...alone].filter((id) => lists.get(id) !== 1)).toEqual(['eurepoc:1411']);
    const onKorea = (year: string) => korea.filter((i) => i.time?.first.startsWith(year)).length;
    expect(['2011', '2013', '2014', '2015', '2016', '2017', '2018', '2021'].map(onKorea)).toEqual([
      8, 5, 5, 3, 5, 5, 9, 6,
    ]);
    const against = (code: string) => korea.filter((i) => i.initiators.includes(code)).length;
    expect(['CN', 'US', 'JP', 'BR'].map(against)).toEqual([13, 1, 1, 1]);
    // Seven "Unknown", and one left empty.
    expect(korea.filter((i) => i.initiators.length === 0).length).toBe(8);
    expect(korea.filter((i) => i.initiators.includes('KP')).length).toBe(39);
    expect(incidents.filter((i) => i.initiators.length === 0).length).toBe(610);
  });

  test('China against South Korea: thirteen rows', () => {
    const pair = read().data.incidents.filter((i) => i.initiators.includes('CN') && i.targets.includes('KR'));
    expect(pair.map((i) => i.time!.first.slice(0, 7)).sort()).toEqual([
      '2004-07',
      '2005-01',
      '2006-01',
      '2009-01',
      '2009-01',
      '2009-09',
      '2010-06',
      '2011-01',
      '2011-05',
      '2012-05',
      '2017-07',
      '2019-01',
      '2019-01',
    ]);
  });

  test('months of 2016 and 2017 with attacks on South Korea', () => {
    const { incidents } = read().data;
    const months = (some: readonly Incident[]) =>
      Object.fromEntries(
        [...countsOf(some.flatMap((i) => i.time?.first.slice(0, 7) ?? []))]
          .filter(([m]) => m >= '2016-07' && m <= '2017-12')
          .sort(),
      );
    const korea = incidents.filter((i) => i.targets.includes('KR'));
    expect(months(korea)).toEqual({ '2016-08': 1, '2017-01': 2, '2017-04': 1, '2017-05': 1, '2017-07': 1 });
    expect(months(korea.filter((i) => i.initiators.includes('CN')))).toEqual({ '2017-07': 1 });
  });

  test('the United States against China: seven rows; China as the target of 62, 18 of them by nobody known and one by nobody given', () => {
    const { incidents } = read().data;
    const china = incidents.filter((i) => i.targets.includes('CN'));
    expect(
      china
        .filter((i) => i.initiators.includes('US'))
        .map((i) => i.time!.first.slice(0, 4))
        .sort(),
    ).toEqual([...['2001', '2008', '2008', '2009', '2009', '2009', '2011']]);
    expect([china.length, china.filter((i) => i.initiators.length === 0).length]).toEqual([62, 19]);
  });

  test('who accuses Iran: a firm in the United States is not the United States', () => {
    const found = accusations([], read().data.incidents).filter((a) => a.accused === 'IR');
    // Australia: the table of attributions names it for one incident; a second incident is "by the receiver's government", and it was the receiver.
    expect(Object.fromEntries(found.map((a) => [a.accuser, a.accusations]))).toMatchObject({ US: 10, AU: 2 });
  });

  test('the rows known to be faulty are reported: thirteen sums, twenty products, one date', () => {
    const { problems } = read();
    const of = (code: string) => problems.filter((p) => p.code === code).map((p) => String(p.details.id).slice(8));
    expect(of('score-sum')).toEqual([
      '1000',
      '1002',
      '1005',
      '1095',
      '1127',
      '1493',
      '1503',
      '1542',
      '1543',
      '1613',
      '1628',
      '1858',
      '1889',
    ]);
    expect(of('score-product').length).toBe(20);
    expect(of('date-differs-from-name')).toContain('2110');
    expect(of('row-undated').length).toBe(16);
  });
});

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
