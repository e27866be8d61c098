/**
 * How fast rules are matched, one thread, apart from reading logs. Rules: all of SigmaHQ's; events: the EVTX attack samples,
 * decoded and kept in memory with the fields that rules ask for; and generated ones in the flat JSON shape of Security-Datasets,
 * where most are process creations.
 *
 *   npx tsx bench/match.ts           needs rules and samples in the shared data at $LONGWATCH_SHARED or ../shared
 *
 * Times are processor time of the whole process, the best of some rounds: other work on the machine still slows it by its use of
 * caches. The two slower ways are measured on a sample of the events.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FieldSource, FieldTable, type TextFinder, type Value } from '../src/base/fields.ts';
import { EvtxDecoder, type EvtxRecord } from '../src/evtx/index.ts';
import { loadRules } from '../src/sigma/load.ts';
import { viewer } from '../src/sigma/logsource/views.ts';
import { type Check, Checks } from '../src/sigma/match/checks.ts';
import { evaluate } from '../src/sigma/match/evaluate.ts';
import { compileMatcher, type MatchEvent, type Matcher } from '../src/sigma/match/matcher.ts';
import { Routing } from '../src/sigma/match/routing.ts';
import { Shared } from '../src/sigma/match/shared.ts';
import type { Rule } from '../src/sigma/rule/tree.ts';
import { defaultLogsources } from '../src/telemetry/logsources.ts';
import { generated } from './match-events.ts';

const ROUNDS = 7;
const NAIVE_EVENTS = 300;
const PLAIN_EVENTS = 3000;
const ORIGIN = { product: 'windows', category: '', service: '' };
const ignore = (): void => {};
const shared = process.env.LONGWATCH_SHARED ?? resolve(import.meta.dirname, '..', '..', 'shared');
const sigma = join(shared, 'data', 'sigma');
const samples = join(shared, 'data', 'evtx', 'attack-samples');

/** Milliseconds of processor time, so that other work on the machine does not count. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

class LiveEvent implements MatchEvent {
  source!: EvtxRecord;
  readonly product = 'windows';
  readonly category = '';
  readonly service = '';
  get channel(): string {
    return this.source.channel;
  }
  get eventId(): number {
    return this.source.eventId;
  }
  get provider(): string {
    return this.source.provider;
  }
  value(id: number): Value {
    return this.source.value(id);
  }
  texts(): readonly string[] {
    return this.source.texts();
  }
  mayHold(finder: TextFinder): boolean {
    return this.source.mayHold(finder);
  }
}

if (!existsSync(sigma) || !existsSync(samples)) console.log(`skipped: no rules and samples at ${shared}`);
else run();

function run(): void {
  const rules = readRules();
  const start = now();
  compileMatcher(rules, new FieldTable());
  console.log(`${rules.length} rules, compileMatcher ${(now() - start).toFixed(1)} ms`);
  const chunks = readChunks(samples);
  report('evtx samples', rules, (fields) => decoded(chunks, fields));
  report('generated', rules, (fields) =>
    generated(40_000).map((record) => memory(record.values, record.origin, fields)),
  );
  reportLive(rules, chunks);
  console.log('\nrules  events/s (evtx samples)');
  for (const count of [100, 1000, rules.length]) {
    const some = every(rules, count);
    const fields = new FieldTable();
    const matcher = compileMatcher(some, fields);
    const { rate } = measure(matcher, decoded(chunks, fields));
    console.log(`${String(count).padStart(5)}  ${perSecond(rate)}`);
  }
}

function report(name: string, rules: readonly Rule[], make: (fields: FieldTable) => MatchEvent[]): void {
  const fields = new FieldTable();
  const matcher = compileMatcher(rules, fields);
  const events = make(fields);
  const first = pass(matcher, events);
  const { counts } = matcher;
  const per = (count: number) => (count / events.length).toFixed(2);
  const evaluated = per(counts.evaluated);
  const candidates = per(counts.candidates);
  const { kinds } = counts;
  const { rate, hits } = measure(matcher, events);
  const plain = plainRate(rules, fields, events);
  const naive = naiveRate(rules, fields, events);
  console.log(
    `\n${name}: ${events.length} events, ${kinds} kinds, ${hits} hits\n` +
      `  first pass ${(first.ms).toFixed(0)} ms (compiles what it meets), then ${perSecond(rate)}, ${(1e6 / rate).toFixed(2)} µs an event\n` +
      `  rules an event: ${candidates} by log source, ${evaluated} evaluated, ${per(first.hits)} hits\n` +
      `  all rules of the log source, compiled, without anchors: ${perSecond(plain)}, ${Math.round(rate / plain)} times slower\n` +
      `  plain evaluator, nothing compiled: ${perSecond(naive)}, ${Math.round(rate / naive)} times slower`,
  );
}

/** Decoding and matching together, and decoding what the matcher asks for alone would be in between. */
function reportLive(rules: readonly Rule[], chunks: readonly Buffer[]): void {
  const time = (match: boolean): { ms: number; records: number } => {
    const fields = new FieldTable();
    const matcher = compileMatcher(rules, fields);
    const decoder = new EvtxDecoder(fields);
    const event = new LiveEvent();
    let best = Number.POSITIVE_INFINITY;
    let records = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const start = now();
      records = 0;
      for (const chunk of chunks)
        decoder.chunk(
          chunk,
          0,
          (record) => {
            records++;
            event.source = record;
            if (match) matcher.match(event, ignore);
          },
          ignore,
        );
      best = Math.min(best, now() - start);
    }
    return { ms: best, records };
  };
  const walk = time(false);
  const both = time(true);
  console.log(
    `\nlive: ${both.records} records, walking ${walk.ms.toFixed(0)} ms, with lazy decoding and matching ${both.ms.toFixed(0)} ms: ` +
      `${(((both.ms - walk.ms) * 1000) / both.records).toFixed(2)} µs a record more`,
  );
}

function measure(matcher: Matcher, events: readonly MatchEvent[]): { rate: number; hits: number } {
  let best = Number.POSITIVE_INFINITY;
  let hits = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const one = pass(matcher, events);
    best = Math.min(best, one.ms);
    hits = one.hits;
  }
  return { rate: (events.length / best) * 1000, hits };
}

function pass(matcher: Matcher, events: readonly MatchEvent[]): { ms: number; hits: number } {
  let hits = 0;
  const start = now();
  for (const event of events)
    matcher.match(event, () => {
      hits++;
    });
  return { ms: now() - start, hits };
}

/** Every rule of the record's log source evaluated, on compiled trees that share tests: what anchors save. */
function plainRate(rules: readonly Rule[], fields: FieldTable, events: readonly MatchEvent[]): number {
  const routing = new Routing(rules);
  const views = new Map<string, (event: FieldSource) => FieldSource>();
  const programs = new Map<string, { readonly view: string | null; readonly all: readonly Check[] }[]>();
  const checks = new Checks(fields, new Shared(), () => null);
  const some = every(events, PLAIN_EVENTS);
  const pass = (): number => {
    const start = now();
    for (const event of some) {
      const key = `${event.channel} ${event.eventId} ${event.provider}`;
      let parts = programs.get(key);
      if (!parts) {
        const candidates = routing.candidates(event);
        parts = [...new Set(candidates.map(({ view }) => view))].map((view) => ({
          view,
          all: candidates.filter((one) => one.view === view).map(({ where }) => checks.compile(where)),
        }));
        programs.set(key, parts);
      }
      for (const { view, all } of parts) {
        if (view !== null && !views.has(view)) views.set(view, viewer(view, fields));
        checks.next(view === null ? event : views.get(view)!(event));
        for (const check of all) check();
      }
    }
    return (some.length / (now() - start)) * 1000;
  };
  return Math.max(pass(), pass(), pass());
}

function naiveRate(rules: readonly Rule[], fields: FieldTable, events: readonly MatchEvent[]): number {
  const routing = new Routing(rules);
  const views = new Map<string, (event: FieldSource) => FieldSource>();
  const some = every(events, NAIVE_EVENTS);
  const start = now();
  for (const event of some) {
    for (const { view, where } of routing.candidates(event)) {
      if (view !== null && !views.has(view)) views.set(view, viewer(view, fields));
      evaluate(where, view === null ? event : views.get(view)!(event), fields);
    }
  }
  return (some.length / (now() - start)) * 1000;
}

function decoded(chunks: readonly Buffer[], fields: FieldTable): MatchEvent[] {
  const decoder = new EvtxDecoder(fields);
  const events: MatchEvent[] = [];
  const take = (record: EvtxRecord): void => {
    const values = fields.names.map((_, id) => record.value(id));
    const texts = record.texts();
    const { channel, eventId, provider } = record;
    events.push({ ...ORIGIN, channel, eventId, provider, value: (id) => values[id], texts: () => texts });
  };
  for (const chunk of chunks) decoder.chunk(chunk, 0, take, ignore);
  return events;
}

function memory(
  record: Readonly<Record<string, string>>,
  origin: Omit<MatchEvent, 'value' | 'texts'>,
  fields: FieldTable,
): MatchEvent {
  const values: Value[] = [];
  for (const [name, value] of Object.entries(record)) {
    const id = fields.find(name);
    if (id >= 0) values[id] = value;
  }
  const texts = Object.values(record);
  return { ...origin, value: (id) => values[id], texts: () => texts };
}

function readRules(): readonly Rule[] {
  const files = readdirSync(sigma, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.startsWith('rules') && name.endsWith('.yml'))
    .map((name) => ({ file: name, text: readFileSync(join(sigma, name), 'utf8') }));
  return loadRules(files, { logsources: defaultLogsources() }).pack.rules;
}

function readChunks(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.evtx'))
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      const chunks: Buffer[] = [];
      for (let at = 4096; at + 65_536 <= bytes.length; at += 65_536)
        if (bytes.readUInt32LE(at) !== 0) chunks.push(bytes.subarray(at, at + 65_536));
      return chunks;
    });
}

/** So many of a list, evenly spread. */
function every<T>(list: readonly T[], count: number): readonly T[] {
  return list.filter((_, i) => Math.floor((i * count) / list.length) !== Math.floor(((i - 1) * count) / list.length));
}

function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')} events/s`;
}
