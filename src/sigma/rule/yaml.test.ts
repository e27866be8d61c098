import { expect, test } from 'vitest';
import { brief, load } from './read.fixture.ts';
import { readYaml, YAML_LIMITS } from './yaml.ts';
import type { YamlNode } from './yaml-node.ts';

/** A node as the plain value it stands for. */
function plain(node: YamlNode | null): unknown {
  if (node === null) return undefined;
  if (node.kind === 'list') return node.items.map(plain);
  return node.kind === 'map'
    ? Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]))
    : node.text;
}

const read = (text: string): unknown[] =>
  readYaml('f', text).map(({ root, line, remarks }) => (remarks.fatal ? brief(remarks.fatal) : [line, plain(root)]));

test('documents of a stream, each with the line it starts on', () => {
  expect(read('# about\n\na: 1\n---\nb: 2\n')).toEqual([
    [3, { a: '1' }],
    [5, { b: '2' }],
  ]);
  expect(read('---\na: 1\n...\n# between\n--- # next\nb: 2\n...\n')).toEqual([
    [2, { a: '1' }],
    [6, { b: '2' }],
  ]);
  expect(read('%YAML 1.2\n---\na: 1\n')).toEqual([[3, { a: '1' }]]);
  expect(read('\ufeffa: 1\r\n---\r\nb: 2\r\n')).toEqual([
    [1, { a: '1' }],
    [3, { b: '2' }],
  ]);
  expect(read('')).toEqual([]);
  expect(read('# nothing\n---\n\n---\n')).toEqual([]);
  expect(read('--- a\n--- b\n')).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
});

test('a dash line inside a value is no border unless it stands at the left', () => {
  expect(read('a: |\n  ---\n  x\nb: "---"\n')).toEqual([[1, { a: '---\nx\n', b: '---' }]]);
});

test('a fault in one document leaves the others whole', () => {
  expect(read('a: [1\n---\nb: 2\n---\nc: 3\nc: 4\n---\nd: 5\n')).toEqual([
    'yaml-syntax 2:1',
    [3, { b: '2' }],
    'yaml-duplicate-key 6:1',
    [8, { d: '5' }],
  ]);
  expect(read('? [x, y]\n: z\n')).toEqual(['yaml-key 1:3']);
  expect(read('a: *gone\n')).toEqual(['yaml-syntax 1:4']);
  expect(read('\ta: 1\n')).toEqual(['yaml-syntax 1:1']);
});

test('anchors, aliases and merged maps', () => {
  expect(read('a: &x {p: 1, q: 2}\nb: *x\nc: {<<: *x, q: 3}\n')).toEqual([
    [1, { a: { p: '1', q: '2' }, b: { p: '1', q: '2' }, c: { q: '3', p: '1' } }],
  ]);
  // An anchor is not known inside its own node, so that nothing can contain itself.
  expect(read('a: &x [*x]\n')).toEqual(['yaml-syntax 1:8']);
});

test('aliases that stand for billions of values are refused', () => {
  const levels = 'bcdefghij'
    .split('')
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join()}]`);
  expect(read(['a: &a [1,2,3,4,5,6,7,8,9]', ...levels].join('\n'))).toEqual(['yaml-too-large 6:8']);
});

test('nesting and size have limits', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
  expect(read(nested(50))).toHaveLength(1);
  expect(read(nested(51))).toEqual(['yaml-too-deep 1:52']);
  for (const hostile of [nested(9_000), '- '.repeat(20_000), '? '.repeat(20_000), '{a: '.repeat(20_000)])
    expect(read(hostile)[0]).toMatch(/^yaml-too-deep 1:/);
  expect(read(`a: ${'x'.repeat(YAML_LIMITS.characters)}`)).toEqual(['yaml-too-large 1:1']);
});

test('a column points into quoted text where it stands letter by letter', () => {
  const [document] = load(
    `title: t\nlogsource: {product: windows}\ndetection:\n  a: {A: 1}\n  condition: "a and\\x20b"\n`,
  ).account;
  expect(document!.why).toMatchObject({ place: { source: 'x.yml', line: 5, column: 14 } });
});
