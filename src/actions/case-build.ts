import { instantText } from '../base/instant.ts';
import {
  buildCase,
  CASE_FIELDS,
  type Carried,
  type Finding,
  findingOf,
  type LogonTie,
  type Machines,
  RecordKeeper,
  recordsNamed,
  SHOWN_FIELDS,
} from '../casework/index.ts';
import type { CaseFile, CaseGap } from '../model/case.ts';
import type { LogRecord } from '../model/case-evidence.ts';
import type { Sighting } from '../model/sighting.ts';
import type { Sign } from '../report/hunt/gap-figures.ts';
import type { LogonRow } from '../report/hunt/logon-figures.ts';
import { type HuntHooks, type HuntRequest, type HuntResult, hunt } from './hunt.ts';
import { ipPlaces } from './ip-places.ts';
import { ownRules } from './own-rules.ts';

export interface BuiltCase extends CaseFile {
  readonly events: number;
  readonly files: number;
  readonly stopped: boolean;
  /** Records that carry its facts, with their fields. */
  readonly records: readonly LogRecord[];
}

/** Hunts in logs with the program's own rules and the user's, and puts what was found together. Throws as `hunt` does. */
export async function buildCaseFrom(request: Omit<HuntRequest, 'carry'>, hooks: HuntHooks): Promise<BuiltCase> {
  const rules = [...ownRules(), ...request.rules];
  const result = await hunt({ ...request, rules, carry: [...CASE_FIELDS, ...SHOWN_FIELDS] }, hooks);
  try {
    const { addresses, machines } = result;
    const findings: Finding[] = [];
    for await (const { line, carry } of result.hits()) {
      const carried = carry === '' ? {} : (JSON.parse(carry) as Carried);
      const finding = findingOf(JSON.parse(line) as Sighting, carried, { addresses, machines });
      if (finding) findings.push(finding);
    }
    const { logons, gaps, events, files } = result.facts;
    const traffic = {
      logons: (logons?.rows ?? []).flatMap((row) => tieOf(row, result)),
      gaps: (gaps?.signs ?? []).map((sign) => gapOf(sign, machines)),
    };
    const built = buildCase(findings, traffic, ipPlaces());
    return { ...built, events, files, stopped: hooks.stopped(), records: await recordsOf(built, result) };
  } finally {
    result.close();
  }
}

/** Hits are read a second time: which records matter is only known when the case stands. */
async function recordsOf(built: CaseFile, result: HuntResult): Promise<readonly LogRecord[]> {
  const keeper = new RecordKeeper(recordsNamed(built));
  for await (const { line, carry } of result.hits()) {
    const place = PLACE.exec(line);
    if (place && !keeper.wants(`${JSON.parse(place[1]!) as string}#${place[2]}`)) continue;
    keeper.add(JSON.parse(line) as Sighting, carry === '' ? {} : (JSON.parse(carry) as Carried));
  }
  for (const row of result.facts.logons?.rows ?? []) {
    const { record, first, computer, account, from, how } = row;
    if (record === null || !keeper.wants(record) || tieOf(row, result).length === 0) continue;
    const fields = { Account: account, From: from, 'Logon type': how };
    keeper.count(record, {
      time: first === null ? null : instantText(Date.parse(first)),
      channel: 'Security',
      event_id: 4624,
      computer,
      fields,
    });
  }
  return keeper.result();
}

/** The beginning of a line of a sighting: most lines need not be read further. */
const PLACE = /^\{"file":("(?:[^"\\]|\\.)*"),"record":(\d+),/;

/** Successful logons over the network and by remote desktop. */
function tieOf(row: LogonRow, { addresses, machines }: Pick<HuntResult, 'addresses' | 'machines'>): LogonTie[] {
  if (row.kind !== 'logon' || row.successes === 0 || row.from === '' || row.first === null || row.last === null)
    return [];
  return [
    {
      host: machines.name(row.computer),
      account: row.account.slice(row.account.lastIndexOf('\\') + 1),
      from: addresses.get(row.from) ?? machines.name(row.from, row.computer),
      first: Date.parse(row.first),
      last: Date.parse(row.last),
      ref: row.record,
    },
  ];
}

const GAP_KINDS: Readonly<Record<string, CaseGap['kind']>> = {
  cleared: 'cleared',
  missing: 'missing',
  silence: 'silence',
};

function gapOf(sign: Sign, machines: Machines): CaseGap {
  const { computer, channel } = sign;
  const time = 'time' in sign ? sign.time : 'after' in sign ? sign.after : null;
  return {
    host: machines.name(computer),
    channel,
    time,
    kind: GAP_KINDS[sign.kind] ?? 'other',
    evidence: placesOf(sign),
  };
}

/** The record that shows a sign; of missing records the ones before and after them. */
function placesOf(sign: Sign): string[] {
  const { file } = sign;
  if (sign.kind === 'missing') return [`${file}#${sign.firstRecord - 1}`, `${file}#${sign.lastRecord + 1}`];
  return ['record' in sign ? `${file}#${sign.record}` : file];
}
