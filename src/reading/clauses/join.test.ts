import { expect, test } from 'vitest';
import { extract } from '../../text/extract.ts';
import { rulesReader } from '../read.ts';
import { joined } from './join.ts';

/** The passages that the reader makes statements of. */
async function passages(text: string): Promise<string[]> {
  const { documents } = await extract({ bytes: Buffer.from(text), name: 'text.txt' });
  const { statements } = await rulesReader().read(documents[0]!);
  return statements.map(({ start, end }) => documents[0]!.text.slice(start, end));
}

test.each<[string, readonly string[]]>([
  ['The hackers broke into the bank to steal records.', ['The hackers broke into the bank to steal records']],
  [
    'Hackers stole 40,000 records from the clinic, although no bank details were taken.',
    ['Hackers stole 40,000 records from the clinic', 'no bank details were taken'],
  ],
])('%s', async (text, expected) => {
  expect(await passages(text)).toEqual(expected);
});

const span = (start: number, end: number) => ({ start, end });
test.each<[string, boolean | null, [number, number][]]>([
  ['one claim over both', true, [[0, 20]]],
  [
    'a claim each',
    false,
    [
      [0, 10],
      [10, 20],
    ],
  ],
  ['a claim inside the first alone', null, [[2, 8]]],
  ['none', null, []],
])('two clauses: %s', (_, expected, claims) => {
  expect(
    joined(
      span(0, 10),
      span(10, 20),
      claims.map(([start, end]) => span(start, end)),
    ),
  ).toBe(expected);
});
