import { expect, test } from 'vitest';
import { loadRules } from '../../sigma/index.ts';
import { planOf } from '../../sigma/match/plan.ts';
import { defaultLogsources } from '../logsources.ts';
import { packText, readPack } from './pack-text.ts';

const RULE = `title: A tool
id: 11111111-1111-4111-8111-111111111111
status: test
description: |
    Two lines
    of prose
references: [https://example.org/a]
author: The project
date: 2024-01-02
tags: [attack.execution, attack.t1059]
logsource: {category: process_creation, product: windows}
detection:
    selection: {Image|endswith: '\\tool.exe'}
    filter: {User|fieldref: Owner}
    condition: selection and not filter
falsepositives: [Tests]
level: high
`;
const BAD = 'title: No detection\nid: 22222222-2222-4222-8222-222222222222\nlogsource: {product: windows}\n';

test('rules come back as they were, trees and prose too', () => {
  const loaded = loadRules(
    [
      { file: 'a.yml', text: RULE },
      { file: 'b.yml', text: BAD },
    ],
    { logsources: defaultLogsources() },
  );
  const read = readPack(Buffer.from(packText(loaded), 'latin1'));
  const plain = ({ ...rule }: object) => ({ ...rule });
  const [given] = loaded.pack.rules;
  const [kept] = read.pack.rules;
  for (const key of Object.keys(given!))
    expect(kept![key as keyof typeof kept]).toEqual(given![key as keyof typeof given]);
  expect(plain(read.pack.correlations)).toEqual(plain(loaded.pack.correlations));
  const { table, ...plan } = planOf(loaded.pack.rules);
  const { table: keptTable, ...keptPlan } = read.plan;
  expect(keptPlan).toEqual(plan);
  expect(plan.fields.map((_, field) => keptTable(field))).toEqual(plan.fields.map((_, field) => table(field)));
  expect([...read.plan.names].sort()).toEqual(['Image', 'Owner', 'User']);
  expect(read.refused.map(({ file, why }) => [file, why?.code])).toEqual([['b.yml', 'not-a-rule']]);
});

test('text of another form is refused, not misread', () => {
  for (const text of ['', '{"pack":1}', '[10]\n{"pack":1}\n', '[10]\n{"pack":1}'])
    expect(() => readPack(Buffer.from(text))).toThrow();
});
