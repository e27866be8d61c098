import { expect, test } from 'vitest';
import { readData } from './kinds.ts';

const file = (name: string, ...lines: string[]) => ({ name, bytes: new TextEncoder().encode(lines.join('\n')) });
const MAIN = file(
  'types.csv',
  'ID,incident_type,weighted_cyber_intensity,start_date,receiver_country,initiator_country',
  '7,Data theft,2.0,2022-03-04,Ukraine,Russia',
  '7,Disruption,2,2022-03-04,Poland,Russia',
  '7,Disruption,3.0,2022-03-05,Poland,Unknown',
  '8,Disruption,90,2022-02-31,Not available,Unknown',
  ',Disruption,1,2022-04-05,Poland,Russia',
  '9,Disruption,1,,Poland,Belarus',
);
const RESPONSES = file(
  'responses.csv',
  'ID,political_response,legal_response,weighted_cyber_intensity,start_date,receiver_country,initiator_country,incident_type',
  '7,1,0,2.0,2022-03-04,Ukraine,Russia,Data theft',
);
const SECTORS = file(
  'sectors.csv',
  'ID,start_date,initiator_country,receiver_country,receiver_category',
  '7,2022-03-04,Russia,Ukraine,Military',
);

test('tables in long form: rows of one number are one incident, its lists are unions over the tables', () => {
  const { data } = readData([SECTORS, MAIN, RESPONSES]);
  expect(data!.dataset).toBe('eurepoc');
  expect(data!.incidents.map(({ id }) => id)).toEqual(['eurepoc:7', 'eurepoc:8', 'eurepoc:9']);
  expect(data!.incidents[0]).toMatchObject({
    time: { first: '2022-03-04', precision: 'day' },
    initiators: ['RU'],
    targets: ['UA', 'PL'],
    types: ['Data theft', 'Disruption'],
    sectors: ['Military'],
    lanes: ['cyber', 'diplomatic'],
    scores: [{ scheme: 'eurepoc-weighted-intensity', value: 2 }],
  });
  expect(data!.incidents[1]).toMatchObject({ time: null, initiators: [], targets: [], scores: [] });
});

test('rows of one incident that differ, impossible days and scores, rows without a number and dates are named', () => {
  const { problems } = readData([MAIN], 'eurepoc');
  expect(problems.map(({ code, place, details }) => [code, place.line, details.field ?? details.id])).toEqual([
    ['sheets-disagree', 4, 'start_date'],
    ['sheets-disagree', 4, 'weighted_cyber_intensity'],
    ['row-without', 6, 'ID'],
    ['value-impossible', 5, 'weighted_cyber_intensity'],
    ['date-impossible', 5, 'eurepoc:8'],
    ['row-undated', 7, 'eurepoc:9'],
  ]);
});
