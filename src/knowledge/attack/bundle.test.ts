import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttackBundle } from './bundle.ts';

const ref = (external_id: string) => ({ source_name: 'mitre-attack', external_id });
const cited = (source_name: string, description: string, url?: string) => ({
  source_name,
  description,
  ...(url ? { url } : {}),
});
const REPORT = cited(
  'Vendor 2021',
  'Vendor. (2021, May 3). Title. Retrieved June 1, 2021.',
  'https://vendor.example/a/',
);

const OBJECTS: readonly unknown[] = [
  {
    type: 'attack-pattern',
    id: 'attack-pattern--1',
    name: 'Phishing',
    modified: '2022-01-02T00:00:00.000Z',
    external_references: [ref('T1566')],
    kill_chain_phases: [{ phase_name: 'initial-access' }],
  },
  { type: 'attack-pattern', id: 'attack-pattern--2', name: 'Old', revoked: true, external_references: [ref('T1193')] },
  {
    type: 'relationship',
    relationship_type: 'revoked-by',
    source_ref: 'attack-pattern--2',
    target_ref: 'attack-pattern--1',
  },
  {
    type: 'malware',
    id: 'malware--1',
    name: 'Dropline',
    x_mitre_aliases: ['Dropline', 'DL'],
    external_references: [ref('S0001')],
  },
  { type: 'tool', id: 'tool--1', name: 'Opener', external_references: [ref('S0002')] },
  {
    type: 'intrusion-set',
    id: 'intrusion-set--1',
    created: '2018-10-17T00:14:20.652Z',
    name: 'Group One',
    aliases: ['Group One', 'First'],
    description:
      '[Group One](https://x.example) is a North Korean group that has targeted banks in Japan.(Citation: Vendor 2021)',
    external_references: [ref('G0001'), cited('First', '(Citation: Vendor 2021)'), REPORT],
  },
  {
    type: 'intrusion-set',
    id: 'intrusion-set--2',
    name: 'Gone',
    x_mitre_deprecated: true,
    external_references: [ref('G0002')],
  },
  {
    type: 'campaign',
    id: 'campaign--1',
    name: 'Wave',
    first_seen: '2021-02-01T05:00:00.000Z',
    external_references: [ref('C0001')],
  },
  {
    type: 'relationship',
    relationship_type: 'uses',
    source_ref: 'intrusion-set--1',
    target_ref: 'attack-pattern--1',
    description: 'Used CVE-2021-26855.',
    external_references: [REPORT, cited('Vendor again', 'x', 'https://VENDOR.example/a')],
  },
  {
    type: 'relationship',
    relationship_type: 'uses',
    source_ref: 'intrusion-set--1',
    target_ref: 'malware--1',
    external_references: [],
  },
  { type: 'relationship', relationship_type: 'uses', source_ref: 'intrusion-set--2', target_ref: 'malware--1' },
  {
    type: 'relationship',
    relationship_type: 'uses',
    source_ref: 'malware--1',
    target_ref: 'attack-pattern--1',
    external_references: [REPORT],
  },
  {
    type: 'relationship',
    relationship_type: 'attributed-to',
    source_ref: 'campaign--1',
    target_ref: 'intrusion-set--1',
    external_references: [REPORT],
  },
];

test('takes over facts with the sources cited for them', () => {
  const { table, problems } = readAttackBundle({ type: 'bundle', objects: OBJECTS }, { version: '99.1' });
  expect(problems).toEqual([]);
  expect(table).toEqual({
    format: 1,
    domain: 'enterprise-attack',
    version: '99.1',
    modified: '2022-01-02',
    techniques: [
      ['T1193', 'Old', [], 'T1566'],
      ['T1566', 'Phishing', ['initial-access'], null],
    ],
    software: [
      ['S0001', 'Dropline', 'malware', [['DL', []]]],
      ['S0002', 'Opener', 'tool', []],
    ],
    groups: [['G0001', 'Group One', [['First', [0]]], ['finance'], ['JP'], ['KP'], '2018-10-17']],
    campaigns: [['C0001', 'Wave', '2021-02-01', null, [['G0001', [0]]], [], []]],
    sources: [['Vendor 2021', 'https://vendor.example/a/', '2021-05-03']],
    uses: [
      ['G0001', 'S0001', []],
      ['G0001', 'T1566', [0]],
      ['S0001', 'T1566', [0]],
    ],
    exploits: [['G0001', 'CVE-2021-26855', [0]]],
  });
  expect(JSON.stringify(table)).not.toMatch(/has targeted|Title/);
});

test('a bad object is a problem with its place, and the others are read', () => {
  const { table, problems } = readAttackBundle({
    objects: [
      null,
      { type: 'malware', id: 'malware--9', external_references: [ref('S0009')] },
      { type: 'tool', id: 'tool--9', name: 'No id of its own' },
      { type: 'relationship', relationship_type: 'uses', source_ref: 'intrusion-set--1', target_ref: 'malware--404' },
      ...OBJECTS,
      OBJECTS[3],
    ],
  });
  expect(problems.map((p) => [p.code, p.place.part, p.details.field])).toEqual([
    ['object-unreadable', 'object 1', 'type'],
    ['object-unreadable', 'object 2', 'name'],
    ['object-unreadable', 'object 3', 'external_references'],
    ['object-twice', `object ${4 + OBJECTS.length + 1}`, 'malware--1'],
    ['link-broken', 'object 4', 'malware--404'],
  ]);
  expect(table.uses).toHaveLength(3);
});

test.each([null, 7, 'text', [], {}, { objects: 3 }])('%j is no bundle', (value) => {
  const { table, problems } = readAttackBundle(value);
  expect(problems.map((p) => p.code)).toEqual(['not-a-bundle']);
  expect(table.uses).toEqual([]);
});

test('no JSON value makes it throw, and fields of any type are borne', () => {
  const junk = fc.letrec((tie) => ({
    value: fc.oneof(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>, tie('value')),
  })).value;
  const object = fc
    .constantFrom(...OBJECTS)
    .chain((o) =>
      fc
        .tuple(fc.constantFrom(...Object.keys(o as object)), junk)
        .map(([key, value]) => ({ ...(o as object), [key]: value })),
    );
  fc.assert(
    fc.property(fc.array(fc.oneof(object, junk), { maxLength: 8 }), (objects) => {
      const { table } = readAttackBundle({ objects });
      return table.uses.every(([, , sources]) => sources.every((s) => table.sources[s] !== undefined));
    }),
  );
});
