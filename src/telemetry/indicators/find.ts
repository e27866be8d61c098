import type { FieldTable } from '../../base/fields.ts';
import type { LogEvent } from '../../model/event.ts';
import type { Sighting } from '../../model/sighting.ts';
import type { IndicatorMatcher } from './matcher.ts';

/** The indicators in the texts of a record, each once, by their number, with the field it stands in; `text` where none is known. */
export function* indicatorsIn(
  event: LogEvent,
  matcher: IndicatorMatcher,
  fields: FieldTable,
): Generator<{ readonly indicator: number; readonly fields: Sighting['fields'] }> {
  let seen: Map<number, string> | null = null;
  for (const text of event.texts())
    for (const n of matcher.find(text)) {
      seen ??= new Map();
      if (!seen.has(n)) seen.set(n, text);
    }
  if (seen) for (const [n, text] of seen) yield { indicator: n, fields: { [fieldOf(event, text, fields)]: text } };
}

/** The name of a field that holds a text; records give texts without names. */
function fieldOf(event: LogEvent, text: string, fields: FieldTable): string {
  for (let id = 0; id < fields.size; id++) {
    const value = event.value(id);
    if (value === text || (Array.isArray(value) && value.includes(text))) return fields.names[id]!;
  }
  return 'text';
}
