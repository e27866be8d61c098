import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { expectGolden } from '../../../test/fixtures/hunt/golden.ts';
import { SIGHTINGS } from '../../../test/fixtures/hunt/sightings.ts';
import { csvHeader, csvLine, jsonLine, timesketchLine } from './index.ts';

const hostile = SIGHTINGS.find(({ rule }) => rule.title === 'Service made from a share')!;

test('JSON lines are as stored, and read back as the sightings', () => {
  const lines = SIGHTINGS.map(jsonLine);
  expectGolden('sightings.jsonl', lines.join(''));
  const back = lines.map((line) => JSON.parse(line));
  expect(back).toEqual(SIGHTINGS);
  expect(Object.keys(back[0])).toEqual(['file', 'record', 'time', 'channel', 'event_id', 'computer', 'rule', 'fields']);
});

test('a JSON line holds no character that a terminal or a line reader could take for a command', () => {
  const fields = { 'a\u2028b': '\u001b[2J \u009b1m \u202e \u0085 \ud800' };
  const line = jsonLine({ ...hostile, fields });
  expect(line.trimEnd()).toMatch(/^[\x20-\x7e]*$/);
  expect(JSON.parse(line).fields).toEqual(fields);
});

test('fields stand in the order of their names, however the engine found them', () => {
  const [one, other] = [
    { b: '1', a: '2' },
    { a: '2', b: '1' },
  ].map((fields) => jsonLine({ ...hostile, fields }));
  expect(one).toBe(other);
});

test('the CSV timeline is as stored, and an ordinary CSV reader reads it', () => {
  const text = csvHeader() + SIGHTINGS.map(csvLine).join('');
  expectGolden('timeline.csv', text);
  const rows: string[][] = parse(text);
  expect(rows).toHaveLength(SIGHTINGS.length + 1);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([14]));
  expect(rows[2]?.[7]).toContain('CommandLine: cmd.exe /c "whoami & hostname"');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\uff1d1'])(
  'a cell that begins with a formula is no formula: %j',
  (title) => {
    const rows: string[][] = parse(csvLine({ ...hostile, rule: { ...hostile.rule, title } }));
    expect(rows[0]?.[2]).toBe(`'${title}`);
  },
);

test('cells show control characters instead of holding them', () => {
  const line = csvLine({ ...hostile, computer: '\t=1\r\n', fields: {} });
  expect(line).toContain(',␉=1␍␊,');
  expect(csvLine(hostile)).toContain('upd<U+202E>gpj.exe');
});

test('a line for Timesketch has what its importer wants; one without a time would stop the whole file', () => {
  const lines = SIGHTINGS.map(timesketchLine);
  expectGolden('timesketch.jsonl', lines.join(''));
  expect(lines.at(-1)).toBe('');
  for (const line of lines.slice(0, -1)) {
    const event = JSON.parse(line);
    expect(event.message && event.timestamp_desc).toBeTruthy();
    expect(Number.isSafeInteger(event.timestamp)).toBe(true);
    expect(Date.parse(event.datetime)).toBe(Math.floor(event.timestamp / 1000));
    expect(event.tag.every((tag: unknown) => typeof tag === 'string' && tag)).toBe(true);
  }
  expect(JSON.parse(lines[1]!).timestamp % 1_000_000).toBe(123_456);
});

test('a field of a log cannot take the place of what Timesketch needs, nor become an object', () => {
  const fields = { message: 'false', datetime: '1970-01-01', _index: 'x', 'id.orig_h': '192.0.2.1', __proto__x: 'y' };
  const event = JSON.parse(timesketchLine({ ...hostile, fields }));
  expect(event.message).toMatch(/^\[high\] Service made/);
  expect(event.datetime).toBe('2024-05-01T11:30:05.000001+00:00');
  expect(event).toMatchObject({ field_message: 'false', index: 'x', id_orig_h: '192.0.2.1' });
});
