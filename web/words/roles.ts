import type { NameRole } from '../../src/http/contract/index.ts';

/** The order everywhere: who says, about whom, to whom. */
export const ROLE_WORDS: Readonly<Record<NameRole, { tab: string; question: string }>> = {
  speaker: { tab: 'Who speaks', question: 'Persons and bodies whose claims these are' },
  actor: { tab: 'Who is said to act', question: 'To whom an act is laid; not who only answers or takes measures' },
  target: { tab: 'Who is targeted', question: 'Whom it is said to be aimed at' },
};

export const ROLES = Object.keys(ROLE_WORDS) as readonly NameRole[];
