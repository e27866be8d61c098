import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseRates } from '../src/analysis/dispute/base-rates.ts';
import { readData } from '../src/exchange/incidents/kinds.ts';
import { csvRows } from '../src/exchange/incidents/rows.ts';

const DATA = join(resolve(import.meta.dirname, '..', process.env.LONGWATCH_SHARED ?? '../shared'), 'data');
const DCID = join(DATA, 'dcid/DCID_2.0_Release_update_February_2023.xlsx');
const CFR = join(DATA, 'cfr/cyber-operations-incidents.csv');
for (const file of [DCID, CFR])
  if (!existsSync(file)) console.log(`There is no ${file}: its known counts are not checked`);

const read = (path: string) => readData([{ name: 'file', bytes: readFileSync(path) }]);

describe.skipIf(!existsSync(DCID))('DCID 2.0, both sheets', () => {
  test('429 incidents; concessions of all, of degrading operations, and beside hostile economic measures', async () => {
    const { incidents } = read(DCID).data!;
    const severities = [1, 2, 3, 4, 5, 6].map((n) => incidents.filter((i) => i.scores[0]?.value === n).length);
    expect([incidents.length, severities]).toEqual([429, [15, 115, 160, 115, 19, 5]]);
    const rates = await baseRates(incidents);
    const of = (what: string) => rates.find((r) => r.of === what)!;
    expect([of('all incidents').concessions, of('all incidents').n]).toEqual([12, 429]);
    expect(of('all incidents').interval.map((x) => Math.round(1000 * x) / 10)).toEqual([1.6, 4.8]);
    expect([of('degrade').concessions, of('degrade').n]).toEqual([7, 46]);
    const us = incidents.filter((i) => i.initiators.includes('US'));
    expect([us.filter((i) => i.outcome?.concession).length, us.length]).toEqual([6, 20]);
    // By the first sheet's outcomes, for 58 acts that both sheets name; by the second sheet's own, which has three more, 7 of 60.
    expect(of('with hostile economic measures')).toMatchObject({ concessions: 5, n: 58 });
  });

  test('its known defects are named, row by row', () => {
    const { problems } = read(DCID);
    const of = (code: string) => problems.filter((p) => p.code === code).map((p) => p.details.id);
    expect(of('initiator-outside-dyad')).toEqual(['dcid:291', 'dcid:292', 'dcid:309', 'dcid:331']);
    expect(of('row-duplicate')).toEqual(expect.arrayContaining(['dcid:377', 'dcid:380']));
    expect(of('row-alike')).toEqual(expect.arrayContaining(['dcid:382', 'dcid:385', 'dcid:388', 'dcid:391']));
    expect(of('end-before-start')).toEqual(['dcid:236', 'dcid:237']);
    expect([of('total-differs').length, of('row-alone').length, of('sheets-disagree').length]).toEqual([24, 6, 3]);
  });
});

const SPONSORS = [
  'China',
  'Russian Federation',
  'Iran (Islamic Republic of)',
  "Korea (Democratic People's Republic of)",
  'United States',
];
const CODES = ['CN', 'RU', 'IR', 'KP', 'US'];

describe.skipIf(!existsSync(CFR))('CFR Cyber Operations Tracker', () => {
  test('768 rows, of which those without a type are actors; types and sponsors', () => {
    const { data, problems } = read(CFR);
    const actors = problems.filter((p) => p.code === 'row-without').length;
    expect(data!.incidents.length + actors).toBe(768);
    const types = (type: string) => data!.incidents.filter((i) => i.types.includes(type)).length;
    // Of all rows, actors too: cells with that sponsor and no other.
    const { rows } = csvRows(readFileSync(CFR, 'utf8'), 'cfr');
    const by = (name: string) => rows.filter(({ cells }) => cells.Sponsor === name).length;
    expect(['Espionage', 'Sabotage', 'Denial of service', 'Data destruction', 'Financial Theft'].map(types)).toEqual([
      608, 34, 27, 23, 21,
    ]);
    expect(SPONSORS.map(by)).toEqual([263, 155, 98, 79, 12]);
    expect(CODES.map((code) => data!.incidents.filter((i) => i.initiators.includes(code)).length)).toEqual([
      ...[253, 153, 92, 75, 22],
    ]);
  });

  test('cells that have slipped are named; a name with a comma of its own is none of them', () => {
    const { data, problems } = read(CFR);
    expect(problems.filter((p) => p.code === 'value-impossible').map((p) => p.place.line)).toEqual([
      127, 127, 143, 226, 257, 280, 351,
    ]);
    expect(data!.incidents.filter((i) => i.initiators.includes('PS')).length).toBeGreaterThan(0);
    expect(problems.filter((p) => p.code === 'row-duplicate').length).toBe(2);
  });
});
