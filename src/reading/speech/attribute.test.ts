import { expect, test } from 'vitest';
import { splitSentences } from '../../text/sentences.ts';
import { tokenize } from '../tokens.ts';
import { attribute } from './attribute.ts';
import { quotations } from './quotations.ts';

/** Speaker and body of each utterance, with the words they govern. */
function speakers(text: string): string[] {
  const tokens = tokenize(text);
  const sentences = splitSentences(text).map((span) => ({
    ...span,
    tokens: tokens.filter((token) => token.start >= span.start && token.end <= span.end),
    opens: true,
    heading: false,
  }));
  return attribute(text, sentences).map(
    (u) => `${u.speaker}${u.speaker_org ? ` (${u.speaker_org})` : ''}: ${text.slice(u.start, u.end)}`,
  );
}

test.each<[string, readonly string[]]>([
  ['The police said the site was down.', ['police: the site was down.']],
  ['“It was an attack,” said Jo Berg, a director at Nordfirm.', ['Jo Berg (Nordfirm): “It was an attack,”']],
  ['The site was down, the police said.', ['police: The site was down']],
  ['According to Nordfirm, the site was down.', ['Nordfirm: the site was down.']],
  [
    'Jo Berg of Nordfirm said it was an attack. He said it began in May.',
    ['Jo Berg (Nordfirm): it was an attack.', 'Jo Berg (Nordfirm): it began in May.'],
  ],
  [
    'The National Computer Centre (NCC) said it saw attacks. NCC said they went on.',
    ['NCC: it saw attacks.', 'NCC: they went on.'],
  ],
  ['Ministry spokesman Li Wen said the report was groundless.', ['Li Wen (Ministry): the report was groundless.']],
  ['This was denied by the ministry.', ['ministry: This was denied by the ministry.']],
  ['Neither firm said it was an attack.', ['narrator: Neither firm said it was an attack.']],
  [
    'Nordfirm said the site was down. Some analysts said it was an attack.',
    ['Nordfirm: the site was down.', 'Some analysts: it was an attack.'],
  ],
  ['Its trade minister said it was an attack.', ['trade minister: it was an attack.']],
  ['Jo Berg, the minister, told parliament that the site was down.', ['Jo Berg: the site was down.']],
  [
    'Nordfirm said the site was down. It believes it was an attack.',
    ['Nordfirm: the site was down.', 'Nordfirm: believes it was an attack.'],
  ],
  [
    'What is new, Nordfirm says, is how often they attack.',
    ['Nordfirm: What is new, Nordfirm says, is how often they attack.'],
  ],
  [
    'Researchers at Nordfirm counted over 1,300 attacks in May.',
    ['Researchers at Nordfirm (Nordfirm): Researchers at Nordfirm counted over 1,300 attacks in May.'],
  ],
  ['Nordfirm recorded 40 attacks on banks.', ['Nordfirm: Nordfirm recorded 40 attacks on banks.']],
  [
    'Analysts at Nordfirm observed 40 attacks.',
    ['Analysts at Nordfirm (Nordfirm): Analysts at Nordfirm observed 40 attacks.'],
  ],
  ['The hackers registered 40 domains.', ['narrator: The hackers registered 40 domains.']],
  ['The hackers recorded 40 intrusions.', ['narrator: The hackers recorded 40 intrusions.']],
  ['Nordfirm counted its losses after the attack.', ['narrator: Nordfirm counted its losses after the attack.']],
  ["McDonald's said the site was down.", ["McDonald's: the site was down."]],
  ["Moody's analysts said it was an attack.", ["Moody's analysts (Moody's): it was an attack."]],
  ["Zaxon's said the site was down.", ["Zaxon's: the site was down."]],
  ["Nordfirm's analysts said it was an attack.", ["Nordfirm's analysts (Nordfirm): it was an attack."]],
  ["Jo Berg told the Herald's reporter that it was an attack.", ['Jo Berg: it was an attack.']],
  ['The site was down for hours.', ['narrator: The site was down for hours.']],
  ['Think tanks were hit too.', ['narrator: Think tanks were hit too.']],
])('%s', (text, expected) => {
  expect(speakers(text)).toEqual(expected);
});

test('via: what somebody told an outlet came through it', () => {
  const text = 'Jo Berg told Reuters that it was an attack.';
  const [sentence] = splitSentences(text);
  const [first] = attribute(text, [{ ...sentence!, tokens: tokenize(text), opens: true, heading: false }]);
  expect(first).toMatchObject({ speaker: 'Jo Berg', via: ['Reuters'] });
});

test.each<[string, readonly string[]]>([
  ['He said “yes” and “no”.', ['“yes”', '“no”']],
  ['He said "yes" and "no".', ['"yes"', '"no"']],
  ['“One.\n\n“Two.”', ['“One.', '“Two.”']],
  ['It is 6" wide.', []],
  ['No marks.', []],
])('quotations of %j', (text, expected) => {
  expect(quotations(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
