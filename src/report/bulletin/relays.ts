import type { CaseRelay, Records } from '../../model/case.ts';
import type { Section, Sentence } from './bulletin.ts';
import type { BulletinRecord } from './record.ts';
import type { BulletinWords } from './words/words.ts';

/** Makes a sentence with its sources numbered. */
export type Said = (text: string, evidence?: Records) => Sentence;

/** What is known of relays and of the hours of visits, and that a relay is no origin. */
export function relaySentences(
  { intrusion }: BulletinRecord,
  words: BulletinWords,
  said: Said,
  facts: (sentences: readonly (Sentence | null)[], missing: 'relays') => Sentence[],
): Sentence[] {
  const { relays, visits, hours } = intrusion;
  if (relays.length === 0) return facts([], 'relays');
  const counts = new Map<string, number>();
  for (const { country } of relays) {
    const name = words.country(country);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const countries = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const best = hours.offsets[0];
  return [
    said(
      words.visits({ visits: visits.length, relays: relays.length, countries }),
      relays.flatMap(({ evidence }) => evidence.slice(0, 1)),
    ),
    said(words.relayIsNotOrigin),
    ...(best && hours.n >= FEW
      ? [
          said(words.hours({ visits: hours.n, offset: offsetText(best.offset), share: Math.round(best.share * 100) })),
          said(words.hoursCaution),
          ...(hours.calendars === undefined || hours.calendars.verdict === 'too-few'
            ? []
            : [said(words.calendars({ days: hours.calendars.n, countries: hours.calendars.fits }))]),
        ]
      : []),
  ];
}

/** Fewer visits say nothing about hours of work. */
const FEW = 8;

function offsetText(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** The relays by address, as the bulletin lists them. */
export function relayTable(relays: readonly CaseRelay[], words: BulletinWords): Section['table'] & object {
  const { columns } = words;
  return {
    head: [columns.address, columns.country, columns.network, columns.first, columns.last],
    rows: relays.map(({ address, country, network, first, last }) => [
      address,
      words.country(country),
      network ?? words.notStated,
      first.slice(0, 10),
      last.slice(0, 10),
    ]),
  };
}
