import type { FieldSource, FieldTable } from '../../../base/fields.ts';
import { instantText } from '../../../base/instant.ts';
import type { LogEvent } from '../../../model/event.ts';
import type { MatchedRule, Sighting } from '../../../model/sighting.ts';
import { escapeHidden, sortedFields } from '../../../model/sighting-line.ts';
import { type Hit, hash52 } from './hit.ts';

/** A file that hits are made for: its number and the beginning of their lines. */
export interface HitPlace {
  readonly file: number;
  readonly head: string;
}

/** The place of a file by its name. */
export function placeOf(name: string, file: number): HitPlace {
  return { file, head: `{"file":${JSON.stringify(name)},` };
}

/** Makes hits with their finished lines; any engine can. The text of a rule is written once, not once a hit. */
export class HitMaker {
  private readonly rules: readonly MatchedRule[];
  /** Their text, written when they first hit. */
  private readonly texts: (string | undefined)[] = [];
  private readonly carries: readonly (readonly string[])[];
  private readonly ids: readonly (readonly number[])[];

  /** `carries`: rule number → fields that correlations need with its hits. */
  constructor(rules: readonly MatchedRule[], carries: readonly (readonly string[])[], fields: FieldTable) {
    this.rules = rules;
    this.carries = carries;
    this.ids = carries.map((names) => (names.length === 0 ? NONE : names.map((name) => fields.id(name))));
  }

  /** A hit of a record; `seen` is the view of it that matched. */
  make(event: LogEvent, seen: FieldSource, rule: number, fields: Sighting['fields'], place: HitPlace): Hit {
    const { record, time, channel, eventId, computer } = event;
    const shown = JSON.stringify(Object.fromEntries(sortedFields(fields)));
    const body = `"record":${record},"time":${JSON.stringify(instantText(time))},"channel":${JSON.stringify(channel)},"event_id":${eventId < 0 ? 'null' : eventId},"computer":${JSON.stringify(computer)},"rule":${this.textOf(rule)},"fields":${shown}}`;
    return {
      // To the microsecond, as outputs print it: copies in other formats hold no more.
      time: Number.isNaN(time) ? Infinity : Math.round(time * 1000) / 1000,
      file: place.file,
      record,
      rule,
      copy: channel && computer ? hash52(body) : 0,
      carry: this.carried(seen, rule),
      line: escapeHidden(place.head + body),
    };
  }

  private textOf(rule: number): string {
    let text = this.texts[rule];
    if (text === undefined) {
      const { id, title, level, tags, status } = this.rules[rule]!;
      text = JSON.stringify({ id, title, level, tags, status });
      this.texts[rule] = text;
    }
    return text;
  }

  private carried(seen: FieldSource, rule: number): string {
    const names = this.carries[rule];
    if (names === undefined || names.length === 0) return '';
    return JSON.stringify(Object.fromEntries(names.map((name, n) => [name, seen.value(this.ids[rule]![n]!) ?? null])));
  }
}

const NONE: readonly number[] = [];
