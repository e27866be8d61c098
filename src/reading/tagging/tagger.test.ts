import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { tagged } from './tagger.ts';

function tags(text: string): string[] {
  const { words, tags } = tagged(text);
  return words.map((word, i) => `${word.text} ${tags[i]}`);
}

test.each<[string, readonly string[]]>([
  ['Their hackers stole data.', ['Their PRON', 'hackers NOUN', 'stole VERB', 'data NOUN', '. PUNCT']],
  ["They can't say it.", ['They PRON', 'ca AUX', "n't PART", 'say VERB', 'it PRON', '. PUNCT']],
  ['a state-sponsored group', ['a DET', 'state NOUN', '- PUNCT', 'sponsored VERB', 'group NOUN']],
  ['Lazarus\n\nAPT-28', ['Lazarus PROPN', '\n\n SPACE', 'APT-28 PROPN']],
  ['in\u00a0Seoul', ['in ADP', 'Seoul PROPN']],
  ['', []],
])('%j', (text, expected) => {
  expect(tags(text)).toEqual(expected);
});

test('words stand where they are', () => {
  const text = 'The ministry’s  site (“Portal”) wasn’t\treached.';
  const { words, starts } = tagged(text);
  expect(words.map((word, i) => text.slice(starts[i], starts[i]! + word.text.length))).toEqual(
    words.map((word) => word.text),
  );
});

test('the tags are those of wink-nlp itself', () => {
  const dossier = join(import.meta.dirname, '../../../data/dossier');
  const text = readdirSync(dossier)
    .map((name) => readFileSync(join(dossier, name), 'utf8'))
    .join('\n');
  const nlp = winkNLP(model, ['pos']);
  const tokens = nlp.readDoc(text).tokens();
  const words = tokens.out() as string[];
  const parts = tokens.out(nlp.its.pos) as unknown as string[];
  expect(words.length).toBeGreaterThan(2_000);
  expect(tags(text)).toEqual(words.map((word, i) => `${word} ${parts[i]}`));
});

test('what was read before changes no word', () => {
  const text = 'Boston Children’s answered.';
  const before = tags(text);
  // Here the tokenizer of the library comes to take "Children’s" for a word of its own, and would go on to.
  tags('at “Boston Children’s,” they said');
  expect(tags(text)).toEqual(before);
});
