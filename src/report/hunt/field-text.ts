import type { Sighting } from '../../model/sighting.ts';

type Field = Sighting['fields'][string];

/** A field's value in one text: several are joined by `, `, none is ''. */
export function fieldText(value: Field): string {
  return value === null ? '' : typeof value === 'string' ? value : value.join(', ');
}
