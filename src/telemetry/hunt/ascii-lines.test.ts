import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AsciiLines, asciiLines } from './ascii-lines.ts';

test('every value comes back from its own line, whatever characters it has', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      const text = asciiLines(values);
      expect(text).toMatch(/^[\0-\x7f]*$/);
      const lines = new AsciiLines(Buffer.from(text, 'latin1'));
      const wanted = JSON.parse(JSON.stringify(values)) as unknown[];
      expect(Array.from({ length: lines.count }, (_, n) => lines.read(n))).toEqual(wanted);
    }),
  );
});

test('what is cut off or not of this form is refused', () => {
  const text = asciiLines(['é', { a: 1 }]);
  expect(new AsciiLines(Buffer.from(text)).read(0)).toBe('é');
  for (const bad of [text.slice(0, -1), `${text}x`, '', 'x', '[3]'])
    expect(() => new AsciiLines(Buffer.from(bad))).toThrow();
});
