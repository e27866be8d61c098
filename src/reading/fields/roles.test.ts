import { expect, test } from 'vitest';
import type { Kind } from '../../model/statement.ts';
import { tokenize } from '../tokens.ts';
import { rolesOf } from './roles.ts';

/** Clause, kind, actor, target. */
const CASES: readonly [string, Kind, string | null, string | null][] = [
  // Active and passive voice.
  ['Iranian hackers attacked a bank in Madrid', 'intrusion', 'Iranian hackers', 'bank in Madrid'],
  ['The ministry was hacked by a group from Minsk', 'intrusion', 'group', 'ministry'],
  ['The records were stolen by insiders', 'effect', 'insiders', 'records'],
  ['Two hospitals were breached in March', 'intrusion', null, 'Two hospitals'],
  // What an attack's noun leads to.
  [
    'Russian operatives launched a wave of attacks against Baltic ministries',
    'intrusion',
    'Russian operatives',
    'Baltic ministries',
  ],
  [
    'The intruders broke into the network of a shipping company',
    'intrusion',
    'intruders',
    'network of a shipping company',
  ],
  ['The attackers gained access to the mail server', 'effect', 'attackers', 'mail server'],
  // Chains of verbs.
  ['The spies tried to infiltrate an embassy', 'intrusion', 'spies', 'embassy'],
  ['The group is believed to have penetrated a power plant', 'intrusion', 'group', 'power plant'],
  // Who suffers is no actor.
  ['The airline suffered a breach', 'intrusion', null, 'airline'],
  ['The agency was the victim of a cyberattack', 'intrusion', null, 'agency'],
  // Names beside descriptions; times stay outside.
  ['A gang called Silver Finch hit three ports last month', 'intrusion', 'Silver Finch', 'three ports'],
  ['On 21 February the attackers copied files from the court', 'effect', 'attackers', 'court'],
  ['It is thought that the crew targeted two shipyards', 'intrusion', 'crew', 'two shipyards'],
  // Assigning words.
  ['Berlin accused Russia of hacking parliament computers', 'attribution', 'Russia', 'parliament computers'],
  ['The officials blamed the outage on Chinese contractors', 'attribution', 'Chinese contractors', null],
  ['The malware has been linked to North Korea', 'attribution', 'North Korea', null],
  ['A military unit is behind the attacks on the ports', 'attribution', 'military unit', 'ports'],
  ['The theft was carried out by Silver Finch', 'attribution', 'Silver Finch', null],
  ['those responsible for the leak', 'attribution', null, null],
  // Instruments do not act.
  ['A worm was used to infect the exchange', 'uses', null, 'exchange'],
  ['The ransom note demanded bitcoin', 'uses', null, null],
  // What is not a victim.
  ['The leak raises questions about the audit', 'effect', 'leak', null],
];

test.each(CASES)('%s (%s) → %s, %s', (clause, kind, actor, target) => {
  const roles = rolesOf(clause, tokenize(`${clause}.`), { start: 0, end: clause.length }, kind, 0);
  expect([roles.actor?.words ?? null, roles.target?.words ?? null]).toEqual([actor, target]);
});

test('a clause without a subject takes the one before it', () => {
  const text = 'The intruders entered the server, stealing customer records.';
  const start = text.indexOf('stealing');
  const roles = rolesOf(text, tokenize(text), { start, end: text.length - 1 }, 'effect', 0);
  expect([roles.actor?.words, roles.target?.words]).toEqual(['intruders', 'customer records']);
});
