import type { NamingPolicy } from '../../model/name.ts';

const LISTED = { origins: 1, joins: ['same'], least: 'probable', forbids: 1, shared: 'apart' } as const;

/** The policies that come with the program; the first is the one in force until another is chosen. */
export const POLICIES: readonly NamingPolicy[] = [
  {
    ...LISTED,
    id: 'two',
    title: 'Two independent origins',
    words: 'Names are one actor where two origins that do not copy each other say so.',
    speakers: 'all',
    origins: 2,
  },
  {
    ...LISTED,
    id: 'mitre',
    title: 'MITRE’s',
    words: 'Names are one actor where MITRE ATT&CK lists them as one group.',
    speakers: ['MITRE'],
  },
  {
    ...LISTED,
    id: 'microsoft',
    title: 'Microsoft’s',
    words: 'Names are one actor where Microsoft says so, as MISP galaxy passes it on.',
    speakers: ['Microsoft'],
  },
  {
    ...LISTED,
    id: 'misp',
    title: 'MISP galaxy’s',
    words:
      'Names are one actor where MISP galaxy lists them as one. A name it gives to several actors stays with each.',
    speakers: ['MISP galaxy'],
  },
  {
    ...LISTED,
    id: 'everyone',
    title: 'Everyone’s',
    words:
      'Names are one actor as soon as anybody says so, even where a name that several actors carry is all that ties them.',
    speakers: 'all',
    least: 'possible',
    shared: 'join',
  },
  {
    ...LISTED,
    id: 'none',
    title: 'Nobody’s',
    words: 'Every name stands for itself.',
    speakers: [],
  },
];

/** The policy of that id, or null. */
export function policyOf(id: string): NamingPolicy | null {
  return POLICIES.find((it) => it.id === id) ?? null;
}
