import type { Sighting } from '../../model/sighting.ts';
import { sortedFields } from '../../model/sighting-line.ts';
import { compareRecords } from '../../model/sighting-order.ts';
import type { Example } from './figures.ts';
import { cut } from './visible.ts';

const EXAMPLES = 3;
const FIELDS = 12;
const FIELD_LENGTH = 400;

/** Keeps the first examples in the order of sightings, whatever order they come in. */
export function addExample(examples: Example[], sighting: Sighting): void {
  const last = examples.at(-1);
  if (examples.length >= EXAMPLES && last && compareRecords(sighting, last) >= 0) return;
  insert(examples, example(sighting));
}

export function mergeExamples(to: Example[], from: readonly Example[]): void {
  for (const one of from) insert(to, one);
}

/** A sighting with as much of its fields as tables show. */
function example({ file, record, time, computer, fields }: Sighting): Example {
  return { file, record, time, computer, fields: shortFields(fields) };
}

/** The first fields by name, their texts cut. */
export function shortFields(fields: Sighting['fields']): Sighting['fields'] {
  return Object.fromEntries(
    sortedFields(fields)
      .slice(0, FIELDS)
      .map(([name, value]) => [name, shorten(value)]),
  );
}

function shorten(value: Sighting['fields'][string]): Sighting['fields'][string] {
  if (value === null) return null;
  return typeof value === 'string'
    ? cut(value, FIELD_LENGTH)
    : value.slice(0, 8).map((text) => cut(text, FIELD_LENGTH));
}

function insert(examples: Example[], one: Example): void {
  const at = examples.findIndex((other) => compareRecords(one, other) < 0);
  examples.splice(at < 0 ? examples.length : at, 0, one);
  if (examples.length > EXAMPLES) examples.pop();
}
