import { expect, test } from 'vitest';
import { tokenize } from '../tokens.ts';
import { segment } from './segment.ts';

const clauses = (text: string) =>
  segment(tokenize(text), { start: 0, end: text.length }).map(
    ({ role, start, end }) => `${role}: ${text.slice(start, end)}`,
  );

test.each<[string, readonly string[]]>([
  ['They stole files.', ['main: They stole files']],
  ['They broke in and stole files.', ['main: They broke in', 'joined: stole files']],
  [
    'They planted tools on the server to keep access.',
    ['main: They planted tools on the server', 'purpose: to keep access'],
  ],
  ['They tried to enter the network.', ['main: They tried to enter the network']],
  [
    'The army and the police were hit, leaving services down.',
    ['main: The army and the police were hit', 'participle: leaving services down'],
  ],
  [
    'By hijacking updates, they gained control of devices.',
    ['main: By hijacking updates', 'main: they gained control of devices'],
  ],
  [
    'They took services down, however backups were kept.',
    ['main: They took services down', 'condition: however backups were kept'],
  ],
  [
    'The firm took the threat seriously given that a rival had been hit.',
    ['main: The firm took the threat seriously', 'condition: given that a rival had been hit'],
  ],
  ['The group, which is based abroad, attacked banks.', ['main: The group, which is based abroad, attacked banks']],
])('%s', (text, expected) => {
  expect(clauses(text)).toEqual(expected);
});
