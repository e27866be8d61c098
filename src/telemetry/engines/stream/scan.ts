import type { FieldSource, FieldTable } from '../../../base/fields.ts';
import type { Problem } from '../../../base/problem.ts';
import type { LogEvent } from '../../../model/event.ts';
import type { MatchedRule, Sighting } from '../../../model/sighting.ts';
import { indicatorsIn } from '../../indicators/find.ts';
import type { IndicatorMatcher } from '../../indicators/matcher.ts';
import type { LogInput, Part } from '../../reader.ts';
import { readLog } from '../../readers/index.ts';
import type { Hit } from './hit.ts';
import { HitMaker, placeOf } from './hit-maker.ts';

/** What the scan asks of a compiled matcher. */
export interface StreamMatcher {
  match(event: LogEvent, hit: (rule: number, event: FieldSource) => void): void;
  matchedFields(rule: number, event: FieldSource): Sighting['fields'];
}

/** Something that sees every record besides the rules: logons, gaps in record numbers, counts. */
export interface Observer {
  event(event: LogEvent, file: string): void;
}

export interface ScanSetup {
  readonly fields: FieldTable;
  /** Null when only indicators are looked for. */
  readonly matcher: StreamMatcher | null;
  /** Rule number → what outputs show of it; indicators follow the rules. */
  readonly rules: readonly MatchedRule[];
  /** Rule number → fields that correlations need with its hits; empty for most. */
  readonly carries: readonly (readonly string[])[];
  readonly indicators: IndicatorMatcher | null;
  /** Number of the first indicator among `rules`. */
  readonly firstIndicator: number;
  readonly observers: readonly Observer[];
  /** Records outside are passed over: milliseconds since 1970, inclusive. A record without time is inside. */
  readonly after: number;
  readonly before: number;
}

/** Where hits, problems and progress of a scan go, in batches. */
export interface ScanOut {
  hits(hits: readonly Hit[]): void;
  problem(problem: Problem): void;
  /** Bytes read since the last call; true to stop. */
  done(bytes: number): boolean;
}

/** Records read, and how many of them rules or indicators matched. */
export interface ScanCounts {
  events: number;
  matched: number;
  /** The reader that knew the input, '' when none did. */
  format: string;
}

/** Reads an input once and matches every record in the same pass. */
export class Scan {
  private readonly setup: ScanSetup;
  private readonly maker: HitMaker;

  constructor(setup: ScanSetup) {
    this.setup = setup;
    this.maker = new HitMaker(setup.rules, setup.carries, setup.fields);
  }

  /** `file` is the input's number in the order of inputs. What fails becomes a problem; nothing is thrown for an input. */
  async read(input: LogInput, file: number, out: ScanOut, part?: Part): Promise<ScanCounts> {
    const { matcher, indicators, observers, after, before } = this.setup;
    const counts: ScanCounts = { events: 0, matched: 0, format: '' };
    const place = placeOf(input.name, file);
    let hits: Hit[] = [];
    let held = 0;
    let current: LogEvent | null = null;
    const onHit = (rule: number, seen: FieldSource) => {
      hits.push(
        this.maker.make(current as LogEvent, seen, rule, (matcher as StreamMatcher).matchedFields(rule, seen), place),
      );
    };
    const event = (one: LogEvent) => {
      if (one.time < after || one.time > before) return;
      counts.events++;
      for (const observer of observers) observer.event(one, input.name);
      held = hits.length;
      current = one;
      matcher?.match(one, onHit);
      if (indicators)
        for (const { indicator, fields } of indicatorsIn(one, indicators, this.setup.fields))
          hits.push(this.maker.make(one, one, this.setup.firstIndicator + indicator, fields, place));
      if (hits.length > held) counts.matched++;
      if (hits.length >= BATCH) {
        out.hits(hits);
        hits = [];
      }
    };
    const sink = {
      event,
      problem: (found: Problem) => out.problem(found),
      done: (bytes: number) => out.done(bytes),
    };
    counts.format = await readLog(input, this.setup.fields, sink, part);
    if (hits.length > 0) out.hits(hits);
    return counts;
  }
}

/** Hits that are handed on at a time. */
const BATCH = 1000;
