import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { READERS } from '../../src/telemetry/readers/index.ts';
import { inputOf, type Seen, see } from '../fixtures/logs/see.ts';

/** A log that a reader must read, and how it lies in bytes. */
export interface Sample {
  readonly reader: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Fields to look up. */
  readonly fields: readonly string[];
  /** Records in it; all are good. */
  readonly events: number;
  /** Text whose lines are records: it may be in UTF-16, with carriage returns, and damaged line by line. */
  readonly text: boolean;
}

/** What every reader must do, whatever the bytes. */
export function logReaderContract(title: string, sample: Sample): void {
  const { bytes, fields, name } = sample;
  const read = (given: Uint8Array, options: Parameters<typeof inputOf>[1] = {}): Promise<Seen> =>
    see(inputOf(given, { name, ...options }), fields);

  describe(title, () => {
    test('is recognised by its bytes, by one reader only', async () => {
      const sure = READERS.map((reader) => [reader.name, reader.recognises(bytes.subarray(0, 65_536), name)] as const);
      const most = Math.max(...sure.map(([, level]) => level));
      expect(most).toBeGreaterThan(0);
      expect(sure.filter(([, level]) => level === most).map(([reader]) => reader)).toEqual([sample.reader]);
    });

    test('gives all records and no problem, and says how many bytes it has done', async () => {
      const { events, problems, bytes: done } = await read(bytes);
      expect(problems).toEqual([]);
      expect(events).toHaveLength(sample.events);
      expect(done).toBeGreaterThan(bytes.length - 4097);
      expect(done).toBeLessThanOrEqual(bytes.length);
      expect(events.some((event) => Object.keys(event.fields).length > 0)).toBe(true);
    });

    test('reads streams in any pieces like files', async () => {
      const whole = await read(bytes);
      for (const step of bytes.length < 10_000 ? [1, 2, 3, 64, 1000] : [4096, 65_537]) {
        const { events, problems } = await read(bytes, { step });
        expect({ step, events, problems }).toEqual({ step, events: whole.events, problems: [] });
      }
    });

    test('reads parts: every record belongs to one', async () => {
      const whole = await read(bytes);
      const random = fc.array(fc.nat(bytes.length), { maxLength: 4 });
      const property = fc.asyncProperty(random, async (cuts) => {
        const ends = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const parts = ends.map((end, i) => ({ start: i === 0 ? 0 : ends[i - 1]!, end }));
        const { events, problems } = await see(inputOf(bytes, { name }), fields, { parts });
        expect({ events, problems }).toEqual({ events: whole.events, problems: [] });
      });
      if (READERS.find((reader) => reader.name === sample.reader)?.splits) await fc.assert(property, { numRuns: 20 });
    });

    test('can be cut anywhere: what stands before is read', async () => {
      const whole = await read(bytes);
      const property = fc.asyncProperty(fc.nat(bytes.length), fc.boolean(), async (cut, streamed) => {
        const { events, problems } = await read(bytes.subarray(0, cut), streamed ? { step: 777 } : {});
        expect(events.length).toBeLessThanOrEqual(sample.events);
        // The record at the cut may be read in part; those before are whole.
        expect(events.slice(0, -1)).toEqual(whole.events.slice(0, Math.max(0, events.length - 1)));
        const cutLines = linesOf(bytes.subarray(0, cut)) - (linesOf(bytes) - sample.events);
        if (sample.text && cutLines > 0) expect(events.length).toBeGreaterThanOrEqual(cutLines);
        expect(problems.length).toBeLessThan(4);
      });
      await fc.assert(property, { numRuns: 40 });
    });

    test('survives damage: nothing is thrown, good and bad records are accounted for', async () => {
      const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
      const property = fc.asyncProperty(damage, async (changes) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, value] of changes) copy[at] = value;
        const { events, problems } = await read(copy);
        expect(events.length + problems.length).toBeGreaterThan(0);
        for (const problem of problems) expect(problem.place.source).toBe(name);
        // That is what an exception of a reader becomes.
        expect(problems.map(({ code }) => code)).not.toContain('file-unreadable');
      });
      await fc.assert(property, { numRuns: 60 });
    });

    test('stops when told to', async () => {
      const many = sample.text ? Buffer.concat(Array(40).fill(bytes)) : bytes;
      const whole = await see(inputOf(many, { name, step: 500 }), fields);
      const { events, bytes: done } = await see(inputOf(many, { name, step: 500 }), fields, { stopAfter: 1000 });
      if (many.length > 300_000) expect(done).toBeLessThan(many.length);
      expect(events.length).toBeLessThanOrEqual(whole.events.length);
    });

    test.runIf(sample.text)('reads UTF-16, byte order marks and carriage returns', async () => {
      const text = Buffer.from(bytes).toString();
      const whole = await read(bytes);
      const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
      const variants = [
        Buffer.from(`\ufeff${text}`),
        Buffer.from(text.replaceAll('\n', '\r\n')),
        wide,
        wide.subarray(2),
        Buffer.from(wide).swap16(),
      ];
      for (const variant of variants)
        for (const step of [0, 97]) {
          const { events, problems } = await read(variant, { step });
          expect(problems).toEqual([]);
          expect(events).toEqual(whole.events);
        }
    });

    test.runIf(sample.text)('a line of noise is one problem with its number', async () => {
      const lines = Buffer.from(bytes).toString().split('\n');
      const at = lines.length - 2;
      const text = [...lines.slice(0, at), '\u0001 noise', ...lines.slice(at)].join('\n');
      const { events, problems } = await read(Buffer.from(text));
      expect(problems.map(({ place }) => place.line)).toEqual([at + 1]);
      expect(events).toHaveLength(sample.events);
    });
  });
}

function linesOf(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
}
