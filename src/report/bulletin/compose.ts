import type { CaseStep, Records } from '../../model/case.ts';
import type { Bulletin, Section, Sentence } from './bulletin.ts';
import { indicatorsOf } from './indicators.ts';
import type { BulletinAttribution, BulletinComparison, BulletinRecord } from './record.ts';
import { relaySentences, relayTable, type Said } from './relays.ts';
import type { BulletinWords } from './words/words.ts';

/** The name and tactics of a technique; the id where nothing is known of it. */
export type TechniqueNames = (id: string) => string;

/** Numbers sources in the order in which they are first used. */
class Sources {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** Numbers of the first few records of a fact; all stand in the case. */
  of(evidence: Records): number[] {
    return evidence.slice(0, CITED).map((source) => {
      let number = this.numbers.get(source);
      if (number === undefined) {
        number = this.list.push(source);
        this.numbers.set(source, number);
      }
      return number;
    });
  }
}

/** Records that a sentence names. */
const CITED = 3;

/**
 * A bulletin from a record and nothing else: each sentence is a fact of the record with its sources, or says that the record holds
 * none. The points are those that reports of national CERTs and joint advisories have in common (docs/METHODS.md).
 */
export function composeBulletin(record: BulletinRecord, words: BulletinWords, nameOf: TechniqueNames): Bulletin {
  const sources = new Sources();
  const unknown: string[] = [];
  const facts = (sentences: readonly (Sentence | null)[], missing: keyof BulletinWords['unknown']): Sentence[] => {
    const known = sentences.filter((sentence) => sentence !== null);
    if (known.length > 0) return known;
    unknown.push(words.unknown[missing]);
    return [{ text: words.unknown[missing], sources: [] }];
  };
  const said = (text: string, evidence: Records = []): Sentence => ({ text, sources: sources.of(evidence) });
  const one = record.intrusion;
  const { headings } = words;
  const section = (
    heading: keyof typeof headings,
    sentences: readonly Sentence[],
    table?: Section['table'],
  ): Section => ({
    heading: headings[heading],
    sentences,
    ...(table ? { table } : {}),
  });
  const controlled = one.hosts.filter(({ state }) => state === 'controlled');
  const touched = one.hosts.filter(({ state }) => state === 'touched');
  const entry = one.steps[0];
  const { victim } = record;
  const stated = victim.sector !== null || victim.country !== null || victim.size !== null;
  const sent = one.sent_out.reduce((sum, { bytes }) => sum + bytes, 0);
  const indicators = indicatorsOf(one);
  const others = [...new Set(record.attributions.flatMap((claim) => claim.others))];

  const sections: Section[] = [
    section('victim', facts([stated ? said(words.victim(victim), record.told.victim) : null], 'victim')),
    section('time', [
      ...(entry
        ? [
            said(
              words.firstAccess({ ...moment(one.first_access), technique: nameOf(entry.technique), host: entry.host }),
              entry.evidence,
            ),
          ]
        : []),
      said(
        words.lastSeen({ ...moment(one.last_seen), days: one.dwell_days }),
        lastEvidence(one.hosts.map(({ last, evidence }) => ({ last, evidence }))),
      ),
      ...facts([record.detected === null ? null : said(words.detected(record.detected))], 'detected'),
      ...facts([record.reported === null ? null : said(words.reported(record.reported))], 'reported'),
    ]),
    section('entry', [
      ...(entry
        ? [
            said(
              words.entry({ technique: nameOf(entry.technique), id: entry.technique, host: entry.host }),
              entry.evidence,
            ),
          ]
        : []),
      ...facts(
        [
          record.product === null && record.weakness === null
            ? null
            : said(words.product({ product: record.product, weakness: record.weakness }), record.told.product),
        ],
        'product',
      ),
      ...facts(
        [record.zero_day === null ? null : said(words.zeroDay(record.zero_day), record.told.zero_day)],
        'zeroDay',
      ),
    ]),
    section(
      'path',
      [
        said(
          words.steps({
            steps: one.steps.length,
            techniques: new Set(one.steps.map(({ technique }) => technique)).size,
            hosts: new Set(one.steps.map(({ host }) => host)).size,
          }),
        ),
      ],
      pathTable(one.steps, words, nameOf, sources),
    ),
    section('reach', [
      said(
        words.controlled(controlled.length),
        controlled.flatMap(({ evidence }) => evidence.slice(0, 1)),
      ),
      ...(touched.length > 0 ? [said(words.touched(touched.length))] : []),
      ...(one.accounts.length > 0
        ? [
            said(
              words.accounts({ count: one.accounts.length, names: one.accounts.map(({ name }) => name) }),
              one.accounts.flatMap(({ evidence }) => evidence.slice(0, 1)),
            ),
          ]
        : []),
      ...facts(
        one.steps
          .filter(({ technique }) => technique === DIRECTORY_COPIED)
          .map(({ host, evidence }) => said(words.domainController(host), evidence)),
        'domainController',
      ),
    ]),
    section('loss', [
      ...facts(
        [
          one.mailboxes.length > 0
            ? said(
                words.mailboxes(one.mailboxes.length),
                one.mailboxes.flatMap(({ evidence }) => evidence),
              )
            : null,
        ],
        'mailboxes',
      ),
      ...facts(
        [
          sent > 0
            ? said(
                words.sentOut({ megabytes: Math.round(sent / 1e6), connections: one.sent_out.length }),
                one.sent_out.flatMap(({ evidence }) => evidence),
              )
            : null,
        ],
        'loss',
      ),
      ...facts(
        record.effects.map((claim) => said(words.claim(claim), [claim.source])),
        'lossKinds',
      ),
    ]),
    section('relays', relaySentences(record, words, said, facts), relayTable(one.relays, words)),
    section('tools', [
      ...(indicators.files > 0
        ? [
            said(
              words.files(indicators.files),
              one.files.flatMap(({ evidence }) => evidence.slice(0, 1)),
            ),
          ]
        : []),
      ...facts(
        record.tools.map((claim) => said(words.claim(claim), [claim.source])),
        'tools',
      ),
    ]),
    section('traces', tracesOf(record, words, said)),
    ...(record.comparisons.length > 0
      ? [
          section(
            'comparisons',
            record.comparisons.flatMap((one) => comparisonSentences(one, words, said)),
          ),
        ]
      : []),
    section('attribution', [
      said(words.noAttribution),
      ...facts(
        record.attributions.flatMap((claim) => attributionSentences(claim, words, said)),
        'attribution',
      ),
      ...(record.attributions.length > 0
        ? [
            ...facts(others.length > 0 ? [said(words.alternatives(others))] : [], 'alternatives'),
            said(words.wouldChange),
          ]
        : []),
    ]),
    section(
      'response',
      facts(
        record.answers.map((claim) => said(words.claim(claim), [claim.source])),
        'response',
      ),
    ),
    ...(record.unmatched.length > 0
      ? [
          {
            ...section('unmatched', [
              said(words.unmatched),
              ...record.unmatched.map((claim) => said(words.claim(claim), [claim.source])),
            ]),
            unmatched: true as const,
          },
        ]
      : []),
    section(
      'related',
      facts(
        record.related.map((other) => said(words.related(other))),
        'related',
      ),
    ),
    section(
      'advice',
      adviceOf(one.steps, words).map((text) => said(text)),
    ),
    section(
      'unknown',
      unknown.map((text) => said(text)),
    ),
    section(
      'indicators',
      [said(indicators.rows.length > 0 ? words.indicators(indicators.rows.length) : words.noIndicators)],
      {
        head: [words.columns.type, words.columns.value, words.columns.first, words.columns.last],
        rows: indicators.rows.map(({ type, value, first, last }) => [
          type,
          value,
          first.slice(0, 10),
          last.slice(0, 10),
        ]),
      },
    ),
  ];
  return {
    title: `${words.title} ${record.id}`,
    head: [
      [words.head.id, record.id],
      [words.head.version, String(record.version)],
      [words.head.date, record.date],
      [words.head.issuer, record.issuer ?? words.notStated],
      [words.head.language, words.language],
      [words.head.status, words.automatic],
    ],
    tlp: `TLP:${record.tlp}`,
    sections,
    sources: sources.list,
    language: words.language,
  };
}

/** OS Credential Dumping: NTDS. */
const DIRECTORY_COPIED = 'T1003.003';

/** The claim, its level and its own certainty; the confidence in it and the reason stand in sentences of their own (ICD 203). */
function attributionSentences(claim: BulletinAttribution, words: BulletinWords, said: Said): Sentence[] {
  return [
    said(words.claim(claim), [claim.source]),
    said(words.level(claim), [claim.source]),
    said(words.certainty(claim.certainty), [claim.source]),
    said(words.confidence(claim.origins > 1)),
    said(words.confidenceReason(claim)),
  ];
}

function comparisonSentences(one: BulletinComparison, words: BulletinWords, said: Said): Sentence[] {
  const { counted, agrees, source } = one;
  return [
    said(words.claim(one), [source]),
    ...(counted === null
      ? [said(words.notCounted)]
      : [
          said(words.comparison({ ...one, counted }), [source]),
          ...(agrees === null ? [] : [said(words.borneOut(agrees))]),
        ]),
  ];
}

function moment(time: string): { day: string; clock: string } {
  return { day: time.slice(0, 10), clock: time.slice(11, 19) };
}

function lastEvidence(hosts: readonly { last: string; evidence: Records }[]): Records {
  const latest = hosts.reduce(
    (best, host) => (best === null || host.last > best.last ? host : best),
    null as { last: string; evidence: Records } | null,
  );
  return latest?.evidence.slice(-1) ?? [];
}

/** Rows of the path: techniques in the order they first appear, with how many hosts; the whole list of steps is in the case. */
function pathTable(
  steps: readonly CaseStep[],
  words: BulletinWords,
  nameOf: TechniqueNames,
  sources: Sources,
): Section['table'] & object {
  const rows = new Map<string, CaseStep[]>();
  for (const step of steps) rows.set(step.technique, [...(rows.get(step.technique) ?? []), step]);
  const { columns } = words;
  return {
    head: [columns.time, columns.technique, columns.tactic, columns.host, columns.findings],
    rows: [...rows.values()].map((of) => {
      const first = of[0]!;
      const numbers = sources.of(first.evidence).map((number) => `[${number}]`);
      const hosts = of.length === 1 ? first.host : `${first.host} +${of.length - 1}`;
      const count = of.reduce((sum, step) => sum + step.count, 0);
      return [
        first.time.slice(0, 19).replace('T', ' '),
        `${first.technique} ${nameOf(first.technique)}`,
        first.tactics.join(', '),
        hosts,
        `${count} ${numbers.join('')}`,
      ];
    }),
  };
}

function tracesOf({ intrusion }: BulletinRecord, words: BulletinWords, said: Said): Sentence[] {
  const sentences = intrusion.gaps.flatMap(({ kind, channel, host, time, evidence }) => {
    if (kind === 'cleared')
      return [said(words.cleared({ channel, host, day: time?.slice(0, 10) ?? words.notStated }), evidence)];
    return kind === 'missing' ? [said(words.missing({ channel, host }), evidence)] : [];
  });
  return sentences.length > 0 ? sentences : [said(words.noTampering)];
}

function adviceOf(steps: readonly CaseStep[], words: BulletinWords): string[] {
  const seen = [...new Set(steps.map(({ technique }) => technique))];
  return [...seen.flatMap((technique) => words.advice[technique] ?? []), words.adviceOther];
}
