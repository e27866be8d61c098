import { VARIED_MARKS } from '../words.ts';

/**
 * Keys of names written before apostrophes and quotation marks were folded. Keys are derived, so they may be worked out again;
 * what was said stays as it was.
 */
export const name = '004-plain-marks';

const KEYS = ['speaker_key', 'actor_key', 'target_key'] as const;
const { typeset, plain } = VARIED_MARKS;
const folded = (key: string) => `translate(${key}, '${typeset}', '${plain.replaceAll("'", "''")}')`;
const update = (table: string) =>
  `update ${table} set ${KEYS.map((key) => `${key} = ${folded(key)}`).join(', ')} where ${KEYS.join(' || ')} ~ '[${typeset}]'`;

export const statements: readonly string[] = ['statements', 'corrections'].flatMap((table) => [
  `alter table ${table} disable trigger append_only`,
  update(table),
  `alter table ${table} enable trigger append_only`,
]);
