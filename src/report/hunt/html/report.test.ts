import { expect, test } from 'vitest';
import { RUN, SIGHTINGS } from '../../../../test/fixtures/hunt/sightings.ts';
import type { Sighting } from '../../../model/sighting.ts';
import { HuntSummary, htmlReport, type RunFacts } from '../index.ts';
import { fairShare, HitChoice } from './hit-choice.ts';
import { escapeHtml, html, logText } from './markup.ts';

function page(sightings: readonly Sighting[], run: RunFacts = RUN): string {
  return [...htmlReport(figuresOf(sightings), run, sightings, (id) => ({ name: `name of ${id}`, tactics: [] }))].join(
    '',
  );
}

function figuresOf(sightings: readonly Sighting[]) {
  const summary = new HuntSummary();
  for (const sighting of sightings) summary.add(sighting);
  return summary.result();
}

/** Every text of a value replaced by one that tries to break out. */
function poisoned<T>(value: T, text: string): T {
  if (typeof value === 'string') return `${value}${text}` as T;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, text)) as T;
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key === 'fields' ? key : key,
        key === 'kind' ? one : poisoned(one, text),
      ]),
    ) as T;
  return value;
}

test('says first how many hits of which level on how many hosts', () => {
  expect(page(SIGHTINGS)).toContain('<h1>1 critical hit on 1 host, and 12 hits of lower levels.</h1>');
  expect(page([])).toContain('<h1>No hit in what was read.</h1>');
});

test('asks nobody for anything, and allows no script but its own', () => {
  const text = page(SIGHTINGS);
  expect(text).toContain(`content="default-src 'none'; style-src 'sha256-`);
  expect(text).not.toMatch(/\b(?:src|href)="(?!#)/);
  expect(text).not.toMatch(/url\(|@import|\bon\w+=|style="/);
  expect(text.match(/<script>/g)).toHaveLength(1);
});

test('no text of a log, a rule or a run becomes part of the page', () => {
  const attack = `"'><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u0000\u001b[2J</style></title>&lt;`;
  const hostile = SIGHTINGS.map((one) => {
    const bad = poisoned(one, attack);
    // Times are the reader's own, and levels are known.
    return { ...bad, time: one.time, fields: { [`a${attack}`]: attack, b: [attack], c: null } };
  });
  const text = page(hostile, { ...poisoned(RUN, attack), started: RUN.started });
  const plain = page(SIGHTINGS);
  const tags = (markup: string) => new Set(markup.match(/<\/?[a-z][a-z0-9]*/gi));
  expect([...tags(text)].filter((tag) => !tags(plain).has(tag))).toEqual([]);
  expect(text).not.toContain('<img');
  expect(text.match(/<script>/g)).toHaveLength(1);
  expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  expect(text).toContain('&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('markup is escaped wherever a text goes in; lines are marked', () => {
  expect(html`<a title="${'"x" & <y>'}">${'<b>'}${[html`<i>1</i>`, html`<i>2</i>`]}${null}${false}${3}</a>`.html).toBe(
    '<a title="&quot;x&quot; &amp; &lt;y&gt;">&lt;b&gt;<i>1</i><i>2</i>3</a>',
  );
  expect(logText('one\r\n<two>\tthree').html).toBe('<bdi>one↵\n&lt;two&gt; three</bdi>');
  expect(escapeHtml('\u202eexe\u0007')).toBe('&lt;U+202E&gt;exe␇');
});

test('a page of bounded size shows the gravest hits and says what it leaves out', () => {
  const many = (level: string, id: string, count: number): Sighting[] =>
    Array.from({ length: count }, (_, i) => ({
      ...SIGHTINGS[0]!,
      record: i,
      rule: { ...SIGHTINGS[0]!.rule, id, level },
    }));
  const sightings = [
    ...many('high', 'a', 30),
    ...many('medium', 'b', 200),
    ...many('medium', 'c', 10),
    ...many('low', 'd', 5),
  ];
  const choice = new HitChoice(figuresOf(sightings), 100);
  const taken = sightings.filter((one) => choice.takes(one));
  expect(taken.length).toBe(choice.chosen);
  expect(['a', 'b', 'c', 'd'].map((id) => taken.filter(({ rule }) => rule.id === id).length)).toEqual([30, 60, 10, 0]);
  expect(choice.words).toBe(
    '100 of 245 hits: all of level critical, high and the first 60 of each rule of level medium. The JSON lines and the CSV timeline have all.',
  );
  expect(new HitChoice(figuresOf(sightings), 5000).words).toBe(null);
});

test.each([
  [[10, 10, 10], 30, 10],
  [[1, 1, 100], 12, 10],
  [[5], 3, 3],
  [[], 3, 0],
  [[4, 4], 1, 0],
])('of %j hits as many of each as fit into %d: %d', (counts, room, share) => {
  expect(fairShare(counts, room)).toBe(share);
});

test('thousands of hits with long fields make no page of hundreds of megabytes', () => {
  const fields = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}`, 'x'.repeat(50_000)]));
  const sightings = Array.from({ length: 6000 }, (_, record) => ({ ...SIGHTINGS[0]!, record, fields }));
  const text = page(sightings);
  expect(text.length).toBeLessThan(10_000_000);
  expect(text).toMatch(/The page would have become too large: \d+ further rows were left out/);
});

test('thousands of rules on hundreds of hosts make no such page either', () => {
  const fields = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`f${i}`, '<'.repeat(400)]));
  const sightings = Array.from({ length: 12_000 }, (_, record) => ({
    ...SIGHTINGS[0]!,
    ...{ record, fields, computer: `WKS-${record % 700}` },
    rule: { ...SIGHTINGS[0]!.rule, id: `rule-${record % 4000}`, title: `Rule ${record % 4000}` },
  }));
  const text = page(sightings);
  expect(text.length).toBeLessThan(15_000_000);
  expect(text).toContain('Its examples found no room on this page.');
  expect(text).toContain('1,000 further rules of lower levels not shown.');
});
