import type { WeighingTemplate } from '../../model/weighing/view.ts';
import type { Hypothesis } from '../../model/weighing/weighing.ts';
import type { Role } from './observations.ts';

/** The usual questions. Who did it and what for are questions of their own (Rid and Buchanan 2015): their answers do not exclude each other. */
export const TEMPLATES: readonly WeighingTemplate[] = [
  {
    id: 'who',
    title: 'Who did it?',
    question: 'Who is behind it?',
    help: 'Name the accused state in the first hypothesis; keep the others, and add one for each other suspect.',
    hypotheses: numbered([
      ['A service of the accused state', 'state-espionage'],
      ['Another state that poses as the accused', 'false-flag'],
      ['Volunteers who act on their own', 'patriotic'],
      ['Criminals', 'criminal'],
      ['Somebody else', 'other'],
    ]),
  },
  {
    id: 'state-or-criminal',
    title: 'State or criminals?',
    question: 'Do they work for a state?',
    help: 'Criminals who also work for a state are an answer of their own.',
    hypotheses: numbered([
      ['A state service', 'state-espionage'],
      ['Criminals who work for themselves', 'criminal'],
      ['Criminals who work for a state', 'criminal-for-state'],
    ]),
  },
  {
    id: 'false-flag',
    title: 'A false flag?',
    question: 'Is it really the accused?',
    help: 'Evidence that is easy to forge cannot speak against a false flag: rate it alike for both.',
    hypotheses: numbered([
      ['The accused', 'state-espionage'],
      ['Somebody who poses as the accused', 'false-flag'],
      ["Somebody who uses the accused's infrastructure", 'borrowed-access'],
    ]),
  },
  {
    id: 'purpose',
    title: 'What for?',
    question: 'What is the purpose?',
    help: 'Rate what was done, and what was not done though it could have been: mark the latter as absence.',
    hypotheses: numbered([
      ['Espionage', 'state-espionage'],
      ['Disruption', 'state-disruption'],
      ['Coercion', 'state-coercion'],
      ['Money', 'criminal'],
    ]),
  },
];

function numbered(list: readonly (readonly [string, Role])[]): readonly Hypothesis[] {
  return list.map(([text, role], i) => ({
    id: `H${i + 1}`,
    text,
    role,
    prior: null,
    false_flag: role === 'false-flag',
  }));
}
