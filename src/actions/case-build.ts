import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildCase,
  CASE_FIELDS,
  type Carried,
  type Finding,
  findingOf,
  type LogonTie,
  shortName,
} from '../casework/index.ts';
import type { CaseFile, CaseGap } from '../model/case.ts';
import type { Sighting } from '../model/sighting.ts';
import type { Sign } from '../report/hunt/gap-figures.ts';
import type { LogonRow } from '../report/hunt/logon-figures.ts';
import { type HuntHooks, type HuntRequest, hunt } from './hunt.ts';
import { ipPlaces } from './ip-places.ts';

/** The rules that come with the program, beside `src` in a checkout and beside `dist` in the package. */
export const OWN_RULES = fileURLToPath(new URL('../../rules/', import.meta.url));

export interface BuiltCase extends CaseFile {
  readonly events: number;
  readonly files: number;
  readonly stopped: boolean;
}

/** Hunts in logs with the program's own rules and the user's, and puts what was found together. Throws as `hunt` does. */
export async function buildCaseFrom(request: Omit<HuntRequest, 'carry'>, hooks: HuntHooks): Promise<BuiltCase> {
  const rules = existsSync(OWN_RULES) ? [OWN_RULES, ...request.rules] : request.rules;
  const result = await hunt({ ...request, rules, carry: CASE_FIELDS }, hooks);
  try {
    const names = result.addresses;
    const machines = new Set(names.values());
    const findings: Finding[] = [];
    for await (const { line, carry } of result.hits()) {
      const carried = carry === '' ? {} : (JSON.parse(carry) as Carried);
      const finding = findingOf(JSON.parse(line) as Sighting, carried, { names, machines });
      if (finding) findings.push(finding);
    }
    const { logons, gaps, events, files } = result.facts;
    const traffic = {
      logons: (logons?.rows ?? []).flatMap((row) => tieOf(row, names)),
      gaps: (gaps?.signs ?? []).map(gapOf),
    };
    return { ...buildCase(findings, traffic, ipPlaces()), events, files, stopped: hooks.stopped() };
  } finally {
    result.close();
  }
}

/** Successful logons over the network and by remote desktop. */
function tieOf(row: LogonRow, names: ReadonlyMap<string, string>): LogonTie[] {
  if (row.kind !== 'logon' || row.successes === 0 || row.from === '' || row.first === null || row.last === null)
    return [];
  return [
    {
      host: shortName(row.computer),
      account: row.account.slice(row.account.lastIndexOf('\\') + 1),
      from: names.get(row.from) ?? shortName(row.from),
      first: Date.parse(row.first),
      last: Date.parse(row.last),
    },
  ];
}

const GAP_KINDS: Readonly<Record<string, CaseGap['kind']>> = {
  cleared: 'cleared',
  missing: 'missing',
  silence: 'silence',
};

function gapOf(sign: Sign): CaseGap {
  const { computer, channel, file } = sign;
  const time = 'time' in sign ? sign.time : 'after' in sign ? sign.after : null;
  return { host: shortName(computer), channel, time, kind: GAP_KINDS[sign.kind] ?? 'other', evidence: [file] };
}
