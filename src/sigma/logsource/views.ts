import { NotFoundError } from '../../base/errors.ts';
import type { FieldSource, FieldTable, TextFinder, Value } from '../../base/fields.ts';
import type { Conversion } from './convert.ts';
import { VIEWS } from './view-table.ts';

/** The record's own fields that a view is made of: a reader has to know them before it reads. Throws `NotFoundError`. */
export function viewFields(view: string): readonly string[] {
  return [...new Set(Object.values(table(view)).flatMap(({ from }) => from))];
}

/**
 * Presents records under the names of a view: fields the view has are converted, all others are the record's own. The function it
 * gives hands out the same object every time, for the record it got last; values are worked out when asked for, once. Throws
 * `NotFoundError` for a view that does not exist.
 */
export function viewer(view: string, fields: FieldTable): (event: FieldSource) => FieldSource {
  const source = new View(view, fields);
  return (event) => source.of(event);
}

/** One record under the names of a view. For many records `viewer` is the way. */
export function viewed(event: FieldSource, view: string, fields: FieldTable): FieldSource {
  return viewer(view, fields)(event);
}

function table(view: string): (typeof VIEWS)[string] {
  const found = Object.hasOwn(VIEWS, view) ? VIEWS[view] : undefined;
  if (!found) throw new NotFoundError(`there is no view "${view}"`);
  return found;
}

interface Made {
  readonly from: readonly number[];
  readonly by: Conversion;
  value: Value;
  /** The turn in which `value` was worked out. */
  turn: number;
}

/** Mutable and reused: one is asked for millions of records. */
class View implements FieldSource {
  private readonly made: (Made | undefined)[] = [];
  private event: FieldSource | null = null;
  private turn = 0;

  constructor(view: string, fields: FieldTable) {
    for (const [name, { from, by }] of Object.entries(table(view)))
      this.made[fields.id(name)] = { from: from.map((it) => fields.id(it)), by, value: undefined, turn: 0 };
  }

  of(event: FieldSource): this {
    this.event = event;
    this.turn++;
    return this;
  }

  value(id: number): Value {
    const made = this.made[id];
    if (made === undefined) return this.event!.value(id);
    if (made.turn !== this.turn) {
      made.turn = this.turn;
      made.value = made.by(made.from.map((from) => this.event!.value(from)));
    }
    return made.value;
  }

  texts(): readonly string[] {
    return this.event!.texts();
  }

  mayHold(finder: TextFinder): boolean {
    const event = this.event!;
    return event.mayHold ? event.mayHold(finder) : event.texts().some((text) => finder.inText(text));
  }
}
