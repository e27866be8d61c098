import type { Sighting } from '../../model/sighting.ts';

type Field = Sighting['fields'][string];

/** Fields in the order of their names: the same whichever engine found the sighting. */
export function sortedFields(fields: Sighting['fields']): [string, Field][] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A field's value in one text: several are joined by `, `, none is ''. */
export function fieldText(value: Field): string {
  return value === null ? '' : typeof value === 'string' ? value : value.join(', ');
}
