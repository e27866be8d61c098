import { expect, test } from 'vitest';
import { actorNamed, findActorNames } from './actors.ts';

const show = (text: string): string[] =>
  findActorNames(text).map((m) => `${m.words}=${m.name}/${m.kind}/${m.country ?? '-'}${m.disputed ? '/disputed' : ''}`);
const words = (text: string): string[] => findActorNames(text).map((m) => m.words);

test.each<[string, string[]]>([
  ['APT28 did it', ['APT28=APT28/group/RU']],
  ['APT 28 and APT-28', ['APT 28=APT28/group/RU', 'APT-28=APT28/group/RU']],
  ['the group known as Fancy Bear', ['Fancy Bear=Fancy Bear/group/RU']],
  ["APT10's tools", ['APT10=APT10/group/CN']],
  ['Lazarus Group', ['Lazarus Group=Lazarus Group/group/KP']],
])('names in %j', (text, wanted) => {
  expect(show(text)).toEqual(wanted);
});

test.each<[string, string[]]>([
  ['WannaCry hit hospitals', ['WannaCry']],
  ['They ran Mimikatz and mimikatz.', ['Mimikatz', 'mimikatz']],
  ['Turla is old', ['Turla']],
  ['The victim will act in silence.', []],
  ['Silence fell over the room.', []],
  ['The Silence group robbed banks.', ['Silence group']],
  ['a gang called Silence', ['Silence']],
  ['Ping me when the net is at rest.', []],
  ['They ran ping.exe and net.exe', ['ping', 'net.exe']],
  ['The Empire strikes back', []],
  ['Anchor the boat', []],
  ['the Anchor malware', ['Anchor']],
  ['He owns the Trump Taj Mahal and a farm in Nevada.', []],
  ['fancy bear pictures', []],
  ['see https://example.com/turla/apt28', []],
  ['xAPT28y', []],
  ['', []],
])('words in %j', (text, wanted) => {
  expect(words(text)).toEqual(wanted);
});

test('a name that one source gives to several groups is disputed, keeps its owners, and needs them all for a country', () => {
  const oilrig = actorNamed('OilRig');
  expect(oilrig?.disputed).toBe(true);
  expect(oilrig?.owners.filter((o) => o.source === 'galaxy').length).toBe(2);
  expect(oilrig?.country).toBeNull();
  expect(actorNamed('COBALT GYPSY')).toMatchObject({ disputed: true, country: 'IR' });
});

test.each(['Hafnium', 'Dragonfly', 'Gallium', 'Turla', 'Sliver', 'Cicada', 'Emotet'])(
  '%s counts by its spelling',
  (name) => {
    expect(words(`It was ${name} that came back.`)).toEqual([name]);
  },
);

test.each(['Silence', 'Phoenix', 'James', 'Anchor', 'Mercury', 'Global', 'Nevada', 'Royal', 'Patchwork'])(
  '%s needs more than its spelling',
  (name) => {
    expect(words(`It was ${name} that came back.`)).toEqual([]);
    expect(words(`It was the ${name} malware that came back.`)).toEqual([name]);
  },
);

test('looks a name up however it is spaced or cased', () => {
  expect(actorNamed('apt-28')?.country).toBe('RU');
  expect(actorNamed('No Such Name')).toBeNull();
});

test('disputed names have a country only when every group of that name has the same', () => {
  for (const name of ['APT28', 'Tailgater Team', 'Hippo Team', 'Winnti', 'Charming Kitten', 'Sofacy']) {
    const entry = actorNamed(name);
    if (!entry?.country) continue;
    const stated = entry.owners.filter((o) => o.kind === 'group' && o.country).map((o) => o.country);
    expect(new Set(stated)).toEqual(new Set([entry.country]));
  }
});

test('mentions quote the text, in order and apart', () => {
  const text = 'APT28 (Fancy Bear, Sofacy) used X-Agent; APT29 used "Cobalt Strike" — Emotet, too. '.repeat(5);
  const found = findActorNames(text);
  expect(found.length).toBe(35);
  expect(found.map((m) => m.words)).toEqual(found.map((m) => text.slice(m.start, m.end)));
  expect(found.every((m, i) => i === 0 || found[i - 1]!.end <= m.start)).toBe(true);
});
