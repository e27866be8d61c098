import type { Rating } from '../../model/weighing/rating.ts';

/** Roles that hypotheses of the usual questions play. */
export const ROLES = {
  'state-espionage': 'a state gathers intelligence',
  'state-disruption': 'a state breaks things',
  'state-coercion': 'a state presses another to change its mind',
  'false-flag': 'somebody poses as the accused',
  'borrowed-access': "somebody uses another group's infrastructure",
  patriotic: 'volunteers act on their own',
  criminal: 'criminals act for money',
  'criminal-for-state': 'criminals act for a state',
  other: 'somebody else, or nothing of this',
} as const;
export type Role = keyof typeof ROLES;

export interface Observation {
  readonly id: string;
  readonly text: string;
  readonly expects: Readonly<Partial<Record<Role, Rating>>>;
}

/**
 * What could be observed, and how well it would fit each role. Our own proposal, to be argued with: the ratings say what we would
 * expect, not what was measured, and an analyst's own list of things to look for goes beside it.
 */
export const OBSERVATIONS: readonly Observation[] = [
  {
    id: 'damage-after-access',
    text: 'Systems wiped, locked or shut down at a victim after access had been won',
    expects: {
      'state-espionage': 'II',
      'state-disruption': 'CC',
      'state-coercion': 'C',
      'false-flag': 'N',
      patriotic: 'C',
      criminal: 'C',
      'criminal-for-state': 'C',
      'borrowed-access': 'N',
    },
  },
  {
    id: 'collection',
    text: 'Documents or mail of a chosen subject collected and carried off',
    expects: {
      'state-espionage': 'CC',
      'state-disruption': 'I',
      'state-coercion': 'N',
      'false-flag': 'C',
      patriotic: 'I',
      criminal: 'I',
      'criminal-for-state': 'C',
      'borrowed-access': 'CC',
    },
  },
  {
    id: 'demand-for-money',
    text: 'A ransom demanded, or stolen data offered for sale',
    expects: {
      'state-espionage': 'II',
      'state-disruption': 'I',
      'state-coercion': 'I',
      'false-flag': 'N',
      patriotic: 'I',
      criminal: 'CC',
      'criminal-for-state': 'C',
      'borrowed-access': 'II',
    },
  },
  {
    id: 'public-claim',
    text: 'Somebody boasts of the attack, or leaves a message for all to see',
    expects: {
      'state-espionage': 'II',
      'state-disruption': 'N',
      'state-coercion': 'C',
      'false-flag': 'C',
      patriotic: 'CC',
      criminal: 'N',
      'criminal-for-state': 'N',
      'borrowed-access': 'II',
    },
  },
  {
    id: 'political-demand',
    text: "A demand to the victim's government, in public or not, tied to the attacks",
    expects: {
      'state-espionage': 'II',
      'state-disruption': 'I',
      'state-coercion': 'CC',
      'false-flag': 'N',
      patriotic: 'N',
      criminal: 'II',
      'criminal-for-state': 'I',
      'borrowed-access': 'II',
    },
  },
  {
    id: 'timing-with-measures',
    text: 'Attacks begin and end with the announcements and economic measures of a dispute, and not with exercises or holidays',
    expects: {
      'state-espionage': 'N',
      'state-disruption': 'C',
      'state-coercion': 'CC',
      'false-flag': 'N',
      patriotic: 'C',
      criminal: 'I',
      'criminal-for-state': 'N',
      'borrowed-access': 'N',
    },
  },
  {
    id: 'second-country-hours',
    text: 'Working hours and holidays of the operators, over months, fit another country than the accused one',
    expects: {
      'state-espionage': 'I',
      'state-disruption': 'I',
      'state-coercion': 'I',
      'false-flag': 'CC',
      patriotic: 'I',
      'borrowed-access': 'CC',
    },
  },
  {
    id: 'private-tool-of-another',
    text: 'A private tool or server of another group, in use there before this campaign began',
    expects: {
      'state-espionage': 'I',
      'state-disruption': 'I',
      'state-coercion': 'I',
      'false-flag': 'CC',
      patriotic: 'I',
      criminal: 'N',
      'borrowed-access': 'CC',
    },
  },
  {
    id: 'needless-trace',
    text: 'A trace of the accused where a real operator leaves none: foreign words in a tool that is otherwise stripped',
    expects: {
      'state-espionage': 'I',
      'state-disruption': 'I',
      'state-coercion': 'N',
      'false-flag': 'CC',
      patriotic: 'N',
      criminal: 'N',
      'borrowed-access': 'I',
    },
  },
  {
    id: 'long-dwell',
    text: 'Access held for months before anybody noticed',
    expects: {
      'state-espionage': 'CC',
      'state-disruption': 'N',
      'state-coercion': 'N',
      'false-flag': 'C',
      patriotic: 'II',
      criminal: 'I',
      'criminal-for-state': 'C',
      'borrowed-access': 'C',
    },
  },
  {
    id: 'private-tool-for-years',
    text: 'A tool that is neither shared nor sold, kept up over years',
    expects: {
      'state-espionage': 'CC',
      'state-disruption': 'C',
      'state-coercion': 'C',
      'false-flag': 'N',
      patriotic: 'II',
      criminal: 'I',
      'criminal-for-state': 'N',
    },
  },
  {
    id: 'targets-without-money',
    text: 'Targets that hold knowledge or influence and no money',
    expects: {
      'state-espionage': 'CC',
      'state-coercion': 'C',
      'false-flag': 'C',
      patriotic: 'N',
      criminal: 'II',
      'criminal-for-state': 'C',
      'borrowed-access': 'CC',
    },
  },
  {
    id: 'same-people-for-profit',
    text: 'The same operators break in for profit outside office hours',
    expects: {
      'state-espionage': 'I',
      'state-disruption': 'I',
      patriotic: 'N',
      criminal: 'C',
      'criminal-for-state': 'CC',
      'false-flag': 'N',
    },
  },
  {
    id: 'two-operators',
    text: "Two sets of operators on one victim's machines, with tools and hours of their own",
    expects: {
      'state-espionage': 'I',
      'false-flag': 'N',
      'borrowed-access': 'CC',
      criminal: 'N',
      'state-disruption': 'I',
    },
  },
];
