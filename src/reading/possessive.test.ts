import { expect, test } from 'vitest';
import { tokenize } from './tokens.ts';

/** The tokens of a text that hold an apostrophe, with the one before. */
const marked = (text: string): string[] =>
  tokenize(text).flatMap(({ text: word }, i, all) =>
    /['’]/.test(word) ? [/^['’]/.test(word) ? `${all[i - 1]?.text} | ${word}` : word] : [],
  );

test.each<[string, readonly string[]]>([
  ["Hackers broke into McDonald's in March.", ["McDonald's"]],
  ['Moody’s said the attack would hurt.', ['Moody’s']],
  ["The attackers read McDonald's mails.", ["McDonald's"]],
  ["Zaxon's said hackers had tried.", ["Zaxon's"]],
  ["Hackers broke into Zaxon's in March.", ["Zaxon's"]],
  ["Jo Berg is an analyst at Zaxon's.", ["Zaxon's"]],
  ["Hackers hit Zaxon's website.", ["Zaxon | 's"]],
  ["Some of the attacks were Fancy Bear's.", ["Bear | 's"]],
  ["Its army of hackers is larger than China's.", ["China | 's"]],
  ["Hackers read China's and Zaxon's mails.", ["China | 's", "Zaxon | 's"]],
  ["The ministry's site was down.", ["ministry | 's"]],
])('%s', (text, expected) => {
  expect(marked(text)).toEqual(expected);
});

test('tokens stay what stands at their place', () => {
  const text = "McDonald's, Zaxon's site and China's.";
  for (const { start, end, text: word } of tokenize(text)) expect(text.slice(start, end)).toBe(word);
});
