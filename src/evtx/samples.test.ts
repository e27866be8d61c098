import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FieldTable } from '../base/fields.ts';
import type { Problem } from '../base/problem.ts';
import { EvtxDecoder } from './decoder.ts';
import { CHUNK_SIZE, FILE_HEADER_SIZE } from './limits.ts';
import type { EvtxRecord } from './record.ts';

const shared = resolve(import.meta.dirname, '../..', process.env.LONGWATCH_SHARED ?? '../shared');
const regression = join(shared, 'data/sigma/regression_data');
const attacks = join(shared, 'data/evtx/attack-samples');

describe.skipIf(missing(regression))('the logs of the regression tests', () => {
  test('give the JSON beside them, but for trailing spaces', () => {
    const decoder = new EvtxDecoder(new FieldTable());
    let records = 0;
    for (const file of logs(regression)) {
      const wanted = jsonDocuments(readFileSync(file.replace(/\.evtx$/, '.json'), 'utf8'));
      read(decoder, file, (record) => {
        records++;
        expect(trimmed(JSON.parse(record.toJson()!)), file).toEqual(trimmed(wanted.shift()));
      });
    }
    expect(records).toBeGreaterThan(100);
  });

  test('hold what the JSON beside them says, but for trailing spaces, which the JSON lost', () => {
    const fields = new FieldTable();
    const decoder = new EvtxDecoder(fields);
    const tally = { files: 0, records: 0, values: 0, trailing: 0 };
    for (const file of logs(regression)) {
      const wanted = jsonDocuments(readFileSync(file.replace(/\.evtx$/, '.json'), 'utf8'));
      tally.files++;
      const problems = read(decoder, file, (record) => {
        const event = wanted.shift();
        tally.records++;
        // Exported logs number the headers of their records anew: what counts is what the event says.
        expect(record.record, file).toBe(Number(event.Event.System.EventRecordID));
        for (const [name, value] of [...leaves(event.Event.System), ...leaves(event.Event.EventData ?? {})]) {
          const got = record.value(fields.id(name));
          tally.values++;
          if (typeof got === 'string' && got !== value && got.trimEnd() === value) tally.trailing++;
          else expect([name, got], file).toEqual([name, value]);
        }
      });
      expect(problems, file).toEqual([]);
      expect(wanted, file).toEqual([]);
    }
    expect(tally.files).toBeGreaterThanOrEqual(100);
    expect(tally.values).toBeGreaterThan(20 * tally.records);
    expect(tally.trailing).toBeLessThan(0.05 * tally.values);
  });
});

describe.skipIf(missing(attacks))('the attack samples', () => {
  test('are read whole: every record, without a problem, with its System fields', () => {
    const decoder = new EvtxDecoder(new FieldTable());
    const tally = { files: 0, records: 0 };
    for (const file of logs(attacks)) {
      tally.files++;
      const problems = read(decoder, file, (record) => {
        tally.records++;
        // Traces converted from ETL have no channel.
        if (!file.endsWith('etw_rpc_zerologon.evtx')) expect(record.channel, file).not.toBe('');
        expect(record.computer, file).not.toBe('');
        expect(record.provider, file).not.toBe('');
        expect(record.eventId, file).toBeGreaterThanOrEqual(0);
        expect(record.time, file).toBeGreaterThan(Date.UTC(2000, 0));
        expect(record.texts().length, file).toBeGreaterThan(3);
      });
      expect(problems, file).toEqual([]);
    }
    expect(tally).toEqual({ files: 277, records: 8_255 });
  });
});

function missing(folder: string): boolean {
  const missed = !existsSync(folder);
  if (missed) console.log(`skipped: no sample logs at ${folder}`);
  return missed;
}

function logs(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.evtx'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

function read(decoder: EvtxDecoder, file: string, onRecord: (record: EvtxRecord) => void): Problem[] {
  const bytes = readFileSync(file);
  const problems = decoder.begin(bytes.subarray(0, FILE_HEADER_SIZE));
  for (let at = FILE_HEADER_SIZE; at < bytes.length; at += CHUNK_SIZE)
    decoder.chunk(bytes.subarray(at, at + CHUNK_SIZE), at, onRecord, (problem) => problems.push(problem));
  return problems;
}

/** One document after the other, each pretty-printed. */
// biome-ignore lint/suspicious/noExplicitAny: JSON of another tool, looked at in a test
function jsonDocuments(text: string): any[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/^(?=\{)/m)
    .filter((part) => part.trim() !== '')
    .map((part) => JSON.parse(part));
}

function trimmed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, text) => (typeof text === 'string' ? text.trimEnd() : text));
}

/** Names as rules write them, values as text. */
function* leaves(node: object): Generator<[string, string | null]> {
  for (const [name, value] of Object.entries(node)) {
    if (value === null || typeof value !== 'object') yield [name, value === null ? null : String(value)];
    else {
      for (const [attribute, text] of Object.entries(value['#attributes'] ?? {}))
        yield [`${name}_${attribute}`, String(text)];
      if ('#text' in value) yield [name, String(value['#text'])];
    }
  }
}
