import { FieldTable } from '../base/fields.ts';
import type { Problem } from '../base/problem.ts';
import { Addresses } from '../casework/addresses.ts';
import type { MatchedRule } from '../model/sighting.ts';
import { Gaps } from '../report/hunt/gaps.ts';
import { Logons } from '../report/hunt/logons.ts';
import { Tally } from '../report/hunt/tally.ts';
import { viewer } from '../sigma/logsource/views.ts';
import { compileMatcher } from '../sigma/match/matcher.ts';
import type { Hit } from '../telemetry/engines/stream/hit.ts';
import { type Observer, Scan } from '../telemetry/engines/stream/scan.ts';
import { SeenCopies } from '../telemetry/engines/stream/seen-copies.ts';
import type { ReadPack } from '../telemetry/hunt/pack-text.ts';
import { loadPack, type PackPlace } from '../telemetry/hunt/rule-pack.ts';
import { IndicatorMatcher } from '../telemetry/indicators/matcher.ts';
import { indicatorRule, type Watched } from '../telemetry/indicators/watched.ts';
import { openFailure } from '../telemetry/inputs/list.ts';
import { eachInput } from '../telemetry/inputs/open.ts';
import type { LogsourceHint } from '../telemetry/reader.ts';
import type { HuntFile, HuntTask } from './hunt-tasks.ts';

/** All a thread needs to hunt; plain data, so that it can be sent to one. */
export interface HuntSetup {
  readonly pack: PackPlace;
  /** Numbers of the rules of the pack that run, ascending. */
  readonly run: readonly number[];
  readonly watched: readonly Watched[];
  readonly after: number;
  readonly before: number;
  /** What the user says the logs are, where they do not say so themselves. */
  readonly hint: LogsourceHint | null;
  readonly keepCopies: boolean;
  /** Fields that every hit carries besides those that correlations need; with any, addresses of machines are learnt too. */
  readonly carry: readonly string[];
}

/** Where findings go as they come. */
export interface HuntOut {
  hits(hits: readonly Hit[]): void;
  problem(problem: Problem): void;
  /** Bytes read since the last call; true to stop. */
  done(bytes: number): boolean;
}

/** What one thread counted; plain data. Inputs count files, and entries of archives. */
export interface HuntTallies {
  readonly inputs: number;
  readonly events: number;
  readonly matched: number;
  /** Hits that were not handed on because they are copies. */
  readonly copies: number;
  readonly tally: ReturnType<Tally['toJSON']>;
  readonly logons: ReturnType<Logons['toJSON']>;
  readonly gaps: ReturnType<Gaps['toJSON']>;
  /** Pairs of addresses and machines, empty where nobody asked for them. */
  readonly addresses: ReturnType<Addresses['toJSON']>;
}

/** Rules, readers and observers of one thread. */
export class HuntScan {
  private readonly scan: Scan;
  private readonly hint: LogsourceHint | null;
  /** Null when copies are wanted. */
  private readonly seen: SeenCopies | null;
  private readonly tally = new Tally();
  private readonly logons: Logons;
  private readonly gaps: Gaps;
  private readonly addresses: Addresses;
  private inputs = 0;
  private events = 0;
  private matched = 0;

  private constructor(
    scan: (observers: readonly Observer[]) => Scan,
    fields: FieldTable,
    { hint, keepCopies, carry }: HuntSetup,
  ) {
    this.hint = hint;
    this.seen = keepCopies ? null : new SeenCopies();
    this.logons = new Logons(fields);
    this.gaps = new Gaps(fields);
    this.addresses = new Addresses(fields);
    this.scan = scan([this.tally, this.logons, this.gaps, ...(carry.length > 0 ? [this.addresses] : [])]);
  }

  /** `known` saves reading the pack again where it was read before. */
  static load(setup: HuntSetup, known?: ReadPack): HuntScan {
    const { pack, run, watched, after, before, carry } = setup;
    const { pack: loaded, plan } = known ?? loadPack(pack);
    const { rules } = loaded;
    const running = run.map((n) => rules[n]!);
    const fields = new FieldTable();
    const shown: MatchedRule[] = [...running, ...watched.map(indicatorRule)];
    for (const name of watched.length > 0 ? TELLING : []) fields.id(name);
    const matcher = running.length > 0 ? compileMatcher(rules, fields, viewer, { plan, run }) : null;
    return new HuntScan(
      (observers) =>
        new Scan({
          fields,
          matcher,
          rules: shown,
          carries: running.map(({ carries }) => (carry.length > 0 ? [...new Set([...carries, ...carry])] : carries)),
          indicators: watched.length > 0 ? new IndicatorMatcher(watched) : null,
          firstIndicator: running.length,
          observers,
          after,
          before,
        }),
      fields,
      setup,
    );
  }

  /** Reads the files of a task; one that fails is a problem, and the others are read. */
  async read(task: HuntTask, out: HuntOut): Promise<void> {
    for (const file of task.files) {
      try {
        await this.readFile(file, task, out);
      } catch (error) {
        out.problem(openFailure(file.path, error));
      }
    }
  }

  tallies(): HuntTallies {
    const { inputs, events, matched, tally, logons, gaps, addresses } = this;
    const copies = this.seen?.dropped ?? 0;
    return {
      ...{ inputs, events, matched, copies },
      ...{ tally: tally.toJSON(), logons: logons.toJSON(), gaps: gaps.toJSON(), addresses: addresses.toJSON() },
    };
  }

  private async readFile(file: HuntFile, { part }: HuntTask, out: HuntOut): Promise<void> {
    let entry = 0;
    const { seen } = this;
    const own: HuntOut = seen ? { ...out, hits: (hits) => out.hits(seen.without(hits)) } : out;
    const report = { problem: (found: Problem) => out.problem(found) };
    await eachInput(file, this.hint ? { hint: this.hint, ...report } : report, async (input) => {
      const number = file.file + entry++ / ENTRIES;
      const { events, matched, format } = await this.scan.read(input, number, own, part ?? undefined);
      if (format && (!part || part.start === 0)) this.inputs++;
      this.events += events;
      this.matched += matched;
      return out.done(0);
    });
  }
}

/** Entries of an archive are ordered by fractions of its number. */
const ENTRIES = 2 ** 24;

/** Fields in which indicators mostly stand, so that a hit can name the one it is in. */
export const TELLING = [
  'Hashes',
  'CommandLine',
  'Image',
  'DestinationIp',
  'DestinationHostname',
  'SourceIp',
  'QueryName',
  'QueryResults',
  'TargetFilename',
  'ImageLoaded',
  'ParentCommandLine',
  'ParentImage',
  'ScriptBlockText',
  'IpAddress',
  'NewProcessName',
  'Details',
  'TargetObject',
  'DestAddress',
  'SourceAddress',
  'Payload',
  'c-ip',
  'cs-host',
  'cs-uri-stem',
  'cs-uri-query',
  'cs-referer',
  'c-uri',
  'id.orig_h',
  'id.resp_h',
  'host',
  'uri',
  'query',
  'answers',
  'server_name',
  'md5',
  'sha1',
  'sha256',
];
