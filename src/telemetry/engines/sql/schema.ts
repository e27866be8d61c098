import { fieldKey } from '../../../base/fields.ts';
import type { RulePack } from '../../../sigma/rule/tree.ts';
import { type Column, columnName, columnsOf } from '../../../sigma/sql/columns.ts';
import type { SqlDialect } from '../../../sigma/sql/dialect.ts';

/** The columns every row has. Names hold no colon, those of fields always do. */
export const CORE = {
  /** Number of the row, the first is 0. */
  row: 'integer',
  /** Number of the event; views are rows of their own. */
  event: 'integer',
  source: 'integer',
  /** Whether its columns are fenced: some field has several texts. */
  fenced: 'flag',
  file: 'text',
  record: 'float',
  time: 'float',
  channel: 'text',
  event_id: 'integer',
  provider: 'text',
  computer: 'text',
  product: 'text',
  category: 'text',
  service: 'text',
  view: 'text',
  /** The fields as JSON: by their folded names, as the record has them. */
  fields: 'text',
} as const satisfies Record<string, keyof SqlDialect['types']>;

export type CoreName = keyof typeof CORE;
export const CORE_NAMES = Object.keys(CORE) as CoreName[];

/** The columns of the table of events for a pack, sorted by name: what the rules ask for and nothing else. */
export function columnsOfPack(pack: RulePack): Column[] {
  const trees = pack.rules.flatMap((rule) => [
    rule.where,
    ...rule.routes.flatMap((route) => (route.where ? [route.where] : [])),
  ]);
  const columns = columnsOf(trees);
  // Keywords are looked for in folded texts, and hits show the texts as they are.
  if (columns.some(({ kind }) => kind === 'texts')) columns.push(TEXTS, { kind: 'texts', form: 'folded' });
  const byName = new Map(columns.map((column) => [columnName(column), column]));
  return [...byName.values()].sort((a, b) => (columnName(a) < columnName(b) ? -1 : 1));
}

/**
 * The columns to keep for hunts to come, with rules that ask otherwise for the same fields: besides what this pack asks for,
 * every field as it is, folded and its presence, and all texts.
 */
export function columnsToKeep(pack: RulePack): {
  readonly columns: readonly Column[];
  readonly fields: readonly string[];
} {
  const asked = columnsOfPack(pack);
  const names = [
    ...asked.flatMap((column) => ('field' in column ? column.field : [])),
    ...pack.rules.flatMap(({ carries }) => carries),
  ];
  const fields = [...new Map(names.map((name) => [fieldKey(name), name])).values()];
  const columns = [
    ...asked,
    TEXTS,
    { kind: 'texts', form: 'folded' } as const,
    ...fields.flatMap((field): Column[] => [
      { kind: 'field', field, form: 'folded' },
      { kind: 'field', field, form: 'raw' },
      { kind: 'presence', field },
    ]),
  ];
  return { columns: [...new Map(columns.map((column) => [columnName(column), column])).values()], fields };
}

/** All texts of a record as it has them. */
export const TEXTS: Column = { kind: 'texts', form: 'raw' };

/** The column definitions of the table. */
export function definitions(columns: readonly Column[], { identifier, types }: SqlDialect): string[] {
  return [
    ...CORE_NAMES.map((name) => `${identifier(name)} ${types[CORE[name]]}`),
    ...columns.map((column) => `${identifier(columnName(column))} ${types.text}`),
  ];
}
