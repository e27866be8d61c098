import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { UsageError } from '../../base/errors.ts';
import { type Laid, laidTo, Machines } from '../../casework/index.ts';
import {
  type HitSort,
  type HuntFilter,
  type HuntHit,
  type HuntHostRow,
  type HuntRuleRow,
  type HuntView,
  NO_HOST,
} from '../../model/hunt-view.ts';
import type { Sighting } from '../../model/sighting.ts';
import { LEVELS } from '../../sigma/rule/tree.ts';

/** More lines than this are not indexed; the page would hold them no longer. */
export const MOST_HITS = 2_000_000;
/** Longer lines are no hits. */
const LONGEST_LINE = 4 << 20;
const NEW_LINE = 10;

type Counts = Pick<
  HuntView,
  | ('matching' | 'matching_rules' | 'matching_hosts' | 'matching_nowhere')
  | ('by_level' | 'by_rule' | 'by_host' | 'by_day' | 'untimed')
>;

interface Named {
  readonly id: string;
  readonly title: string;
  readonly level: string;
}

/**
 * Lines of hits in a file, by what they are asked for: rule, machine and time of each, and where its line stands. A hundred
 * thousand take a few megabytes; the lines themselves are read when they are shown.
 */
export class HuntIndex {
  readonly path: string;
  readonly rules: Named[] = [];
  /** Names that machines go by; '' for none. */
  readonly hosts: string[] = [];
  /** Lines that are no hits, and whether there were more than are indexed. */
  unread = 0;
  cut = false;
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  private readonly ruleAt: number[] = [];
  private readonly hostAt: number[] = [];
  /** Whether an address or a folder, not the record, says which machine. */
  private readonly laidBy: boolean[] = [];
  /** ISO days as numbers such as 20240501; 0 for none. */
  private readonly dayAt: number[] = [];
  private readonly times: (string | null)[] = [];
  private machines = new Machines([]);

  private constructor(path: string) {
    this.path = path;
  }

  /** Throws UsageError for what cannot be read, and for a file without a single hit in its first lines. */
  static async of(path: string): Promise<HuntIndex> {
    const index = new HuntIndex(path);
    const [rules, places] = [new Map<string, number>(), new Map<string, Place>()];
    const placeAt: Place[] = [];
    try {
      for await (const { start, bytes } of linesOf(path)) {
        if (index.size >= MOST_HITS) {
          index.cut = true;
          break;
        }
        const hit = sightingOf(bytes);
        if (hit) {
          index.add(hit, start, bytes.length, rules);
          placeAt.push(placeOf(hit, places));
        } else if (++index.unread > 100 && index.size === 0) break;
      }
    } catch (error) {
      throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
    }
    index.lay(places, placeAt);
    if (index.size === 0 && index.unread > 0)
      throw new UsageError(`${path} holds no lines of hits; longwatch hunt --jsonl FILE writes them`);
    return index;
  }

  get size(): number {
    return this.starts.length;
  }

  private add(hit: Sighting, start: number, length: number, rules: Map<string, number>): void {
    const key = hit.rule.id || hit.rule.title;
    let rule = rules.get(key);
    if (rule === undefined) {
      rule = this.rules.push({ id: key, title: hit.rule.title, level: hit.rule.level }) - 1;
      rules.set(key, rule);
    }
    this.starts.push(start);
    this.lengths.push(length);
    this.ruleAt.push(rule);
    this.dayAt.push(dayNumber(hit.time));
    this.times.push(hit.time);
  }

  /** Once all names are known: which machine each hit is on. */
  private lay(places: ReadonlyMap<string, Place>, placeAt: readonly Place[]): void {
    this.machines = new Machines(
      [...places.values()].flatMap(({ computer, said }) => [computer, said].filter(Boolean)),
    );
    const numbers = new Map<string, number>();
    const laid = new Map<Place, readonly [host: number, laid: boolean]>();
    for (const place of places.values()) {
      const { host, by } = this.laidAt(place);
      const number = numbers.get(host) ?? this.hosts.push(host) - 1;
      numbers.set(host, number);
      laid.set(place, [number, by !== 'record' && by !== null]);
    }
    for (const place of placeAt) {
      const [host, byPlace] = laid.get(place)!;
      this.hostAt.push(host);
      this.laidBy.push(byPlace);
    }
  }

  /** What the hunt itself said of a record without a computer goes before the folders that can be guessed from the lines alone. */
  private laidAt({ computer, said, by, file }: Place): Laid {
    if (computer === '' && said !== '') return { host: said, by };
    return laidTo({ computer, file }, {}, { addresses: new Map(), machines: this.machines });
  }

  /** Numbers of the hits that pass, in the order of the file, or the gravest first. */
  select(filter: HuntFilter, sort: HitSort = 'time'): number[] {
    const passes = this.passing(filter);
    const found: number[] = [];
    for (let n = 0; n < this.size; n++) if (passes(n)) found.push(n);
    if (sort === 'time') return found;
    const grave = this.rules.map(({ level }) => LEVELS.indexOf(level as (typeof LEVELS)[number]));
    return found.sort((a, b) => grave[this.ruleAt[b]!]! - grave[this.ruleAt[a]!]! || a - b);
  }

  counts(filter: HuntFilter): Counts {
    const { rule: _, ...butRule } = filter;
    const { host: __, ...butHost } = filter;
    const { level: ___, ...butLevel } = filter;
    const { after: ____, before: _____, ...butTime } = filter;
    const [all, byRule, byHost] = [this.passing(filter), this.passing(butRule), this.passing(butHost)];
    const [byLevel, byTime] = [this.passing(butLevel), this.passing(butTime)];
    const rules = this.rules.map(() => new Group());
    const hosts = this.hosts.map(() => new Group());
    const laid = this.hosts.map(() => 0);
    const [allRules, allHosts] = [new Set<number>(), new Set<number>()];
    const levels: Record<string, number> = {};
    const days = new Map<number, number>();
    let [matching, nowhere, untimed] = [0, 0, 0];
    for (let n = 0; n < this.size; n++) {
      const [rule, host, day, time] = [this.ruleAt[n]!, this.hostAt[n]!, this.dayAt[n]!, this.times[n]!];
      if (all(n)) {
        matching++;
        allRules.add(rule);
        if (this.hosts[host] === '') nowhere++;
        else allHosts.add(host);
      }
      if (byRule(n)) rules[rule]!.add(this.hosts[host] === '' ? null : host, time);
      if (byHost(n)) {
        hosts[host]!.add(rule, time);
        if (this.laidBy[n]) laid[host]!++;
      }
      if (byLevel(n)) levels[this.rules[rule]!.level] = (levels[this.rules[rule]!.level] ?? 0) + 1;
      if (!byTime(n)) continue;
      if (day === 0) untimed++;
      else days.set(day, (days.get(day) ?? 0) + 1);
    }
    return {
      matching,
      matching_rules: allRules.size,
      matching_hosts: allHosts.size,
      matching_nowhere: nowhere,
      untimed,
      by_level: levels,
      by_rule: rules
        .map(
          (group, i): HuntRuleRow => ({ ...this.rules[i]!, hits: group.hits, hosts: group.others.size, ...group.span }),
        )
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => b.hits - a.hits || (a.title < b.title ? -1 : 1)),
      by_host: hosts
        .map(
          (group, i): HuntHostRow => ({
            name: this.hosts[i]!,
            hits: group.hits,
            laid: laid[i]!,
            rules: group.others.size,
            ...group.span,
          }),
        )
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => b.hits - a.hits || (a.name < b.name ? -1 : 1)),
      by_day: [...days].sort(([a], [b]) => a - b).map(([day, hits]) => ({ day: dayText(day), hits })),
    };
  }

  /** Hits by their numbers, read from the file. */
  async hits(numbers: readonly number[]): Promise<HuntHit[]> {
    const found: HuntHit[] = [];
    const file = await open(this.path, 'r').catch(() => {
      throw new UsageError(`${this.path} is no longer there`);
    });
    try {
      for (const n of numbers) {
        const [start, length] = [this.starts[n], this.lengths[n]];
        if (start === undefined) continue;
        const { buffer } = await file.read(Buffer.alloc(length!), 0, length!, start);
        const hit = sightingOf(buffer);
        if (!hit) continue;
        const { host, by } = this.laidAt(placeOf(hit));
        found.push({ ...hit, n, host, host_by: by, record_fields: textFields(hit.record_fields) });
      }
    } finally {
      await file.close();
    }
    return found;
  }

  private passing({ rule, host, level, after, before }: HuntFilter): (n: number) => boolean {
    const ruleNumber = rule === undefined ? null : this.rules.findIndex(({ id }) => id === rule);
    const hostNumber = !host ? null : this.hosts.indexOf(host === NO_HOST ? '' : this.machines.name(host));
    const [from, to] = [after ? dayNumber(after) : null, before ? dayNumber(before) : null];
    return (n) =>
      (ruleNumber === null || this.ruleAt[n] === ruleNumber) &&
      (hostNumber === null || this.hostAt[n] === hostNumber) &&
      (level === undefined || this.rules[this.ruleAt[n]!]!.level === level) &&
      (from === null || this.dayAt[n]! >= from) &&
      (to === null || (this.dayAt[n]! > 0 && this.dayAt[n]! <= to));
  }
}

class Group {
  hits = 0;
  readonly others = new Set<number>();
  private first: string | null = null;
  private last: string | null = null;

  add(other: number | null, time: string | null): void {
    this.hits++;
    if (other !== null) this.others.add(other);
    if (time === null) return;
    if (this.first === null || time < this.first) this.first = time;
    if (this.last === null || time > this.last) this.last = time;
  }

  get span(): { readonly first: string | null; readonly last: string | null } {
    return { first: this.first, last: this.last };
  }
}

type Line = Sighting & { readonly record_fields?: unknown; readonly host?: unknown; readonly host_by?: unknown };

/** What tells where a hit is: the computer, what the hunt made out, the file. */
interface Place {
  readonly computer: string;
  readonly said: string;
  readonly by: Laid['by'];
  readonly file: string;
}

/** Hits share their places, of which there are few. */
function placeOf(line: Line, known = new Map<string, Place>()): Place {
  const { file } = line;
  const computer = line.computer === NO_HOST ? '' : line.computer;
  const said = computer === '' && typeof line.host === 'string' ? line.host : '';
  const by = line.host_by === 'address' ? 'address' : 'folder';
  const key = computer === '' ? `${said}\n${by}\n${file}` : computer;
  const place = known.get(key) ?? { computer, said, by, file };
  known.set(key, place);
  return place;
}

/** A line of `hunt --jsonl`; null for anything else. */
function sightingOf(bytes: Buffer): Line | null {
  if (bytes.length > LONGEST_LINE) return null;
  try {
    const line = JSON.parse(bytes.toString('utf8')) as Partial<Line> | null;
    const { rule, file, record, computer = '', fields = {}, time = null, channel = '', event_id = null } = line ?? {};
    if (typeof rule?.title !== 'string' || typeof file !== 'string' || typeof record !== 'number') return null;
    const { id = '', level = '', status = '', tags = [] } = rule;
    const known = { id: String(id), title: rule.title, level: String(level), status: String(status), tags };
    return { ...line, file, record, rule: known, computer: String(computer), fields, time, channel, event_id };
  } catch {
    return null;
  }
}

function textFields(given: unknown): Record<string, string> {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

const dayNumber = (time: string | null): number =>
  time !== null && /^\d{4}-\d\d-\d\d/.test(time) ? Number(time.slice(0, 10).replaceAll('-', '')) : 0;
const dayText = (day: number): string =>
  `${String(day).slice(0, 4).padStart(4, '0')}-${String(day).slice(4, 6)}-${String(day).slice(6)}`;

/** Lines with where they start, without their ends; empty ones are left out. */
async function* linesOf(path: string): AsyncGenerator<{ readonly start: number; readonly bytes: Buffer }> {
  if (!(await stat(path)).isFile()) throw Object.assign(new Error('not a file'), { code: 'not a file' });
  let rest: Buffer = Buffer.alloc(0);
  let start = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    let from = 0;
    for (let end = rest.indexOf(NEW_LINE); end >= 0; end = rest.indexOf(NEW_LINE, from)) {
      if (end > from) yield { start: start + from, bytes: rest.subarray(from, end) };
      from = end + 1;
    }
    rest = rest.subarray(from);
    start += from;
    if (rest.length > LONGEST_LINE) throw Object.assign(new Error('no lines'), { code: 'a line is too long' });
  }
  if (rest.length > 0) yield { start, bytes: rest };
}
