import { lintEstimates } from '../../analysis/weigh/lint.ts';
import type { Bulletin } from './bulletin.ts';
import type { BulletinRecord } from './record.ts';

/** What is wrong with a sentence of a bulletin. */
export interface Fault {
  readonly code:
    | 'figure-not-in-record'
    | 'shares-do-not-add-up'
    | 'likelihood-with-confidence'
    | 'relay-as-origin'
    | 'quote-not-in-record'
    | 'unmatched-as-fact'
    | 'no-source';
  readonly sentence: string;
  readonly detail: string;
}

/**
 * Checks the sentences of a bulletin, also ones that somebody edited, against the record: every figure must be in it, shares of one whole
 * must add up to 100 (within rounding), a likelihood and a confidence never share a sentence (ICD 203), and a relay is never where an
 * attack comes from. Claims that are not matched to the case stand in a section of their own. Quotations are exempt, since they are the speaker's own words; in turn each must be in the record and have a source.
 */
export function lintBulletin(bulletin: Bulletin, record: BulletinRecord): Fault[] {
  const figures = figuresOf(record);
  const countries = new Set(record.intrusion.relays.map(({ country }) => country).filter((code) => code !== null));
  const names = [...countries].map(
    (code) => new Intl.DisplayNames([bulletin.language], { type: 'region' }).of(code) ?? code,
  );
  const { attributions, answers, tools, effects, comparisons } = record;
  const quotes = new Set(
    [...attributions, ...answers, ...tools, ...effects, ...comparisons].map(({ words }) => inner(words)),
  );
  const unmatched = new Set(record.unmatched.map(({ words }) => inner(words)).filter((words) => !quotes.has(words)));
  return bulletin.sections.flatMap((section) =>
    section.sentences.flatMap(({ text, sources }) => [
      ...(section.unmatched ? [] : quotesOf(text).filter((quote) => unmatched.has(quote))).map(
        (detail): Fault => ({ code: 'unmatched-as-fact', sentence: text, detail }),
      ),
      ...quotesOf(text)
        .filter((quote) => !quotes.has(quote) && !unmatched.has(quote))
        .map((detail): Fault => ({ code: 'quote-not-in-record', sentence: text, detail })),
      ...(quotesOf(text).length > 0 && sources.length === 0
        ? [{ code: 'no-source', sentence: text, detail: '' } satisfies Fault]
        : []),
      ...unknownFigures(text, figures).map(
        (detail): Fault => ({ code: 'figure-not-in-record', sentence: text, detail }),
      ),
      ...shareFaults(ownWords(text)).map((detail): Fault => ({ code: 'shares-do-not-add-up', sentence: text, detail })),
      ...(lintEstimates(ownWords(text)).some(({ code }) => code === 'estimate-with-confidence')
        ? [{ code: 'likelihood-with-confidence', sentence: text, detail: '' } satisfies Fault]
        : []),
      ...originFaults(ownWords(text), names).map(
        (detail): Fault => ({ code: 'relay-as-origin', sentence: text, detail }),
      ),
    ]),
  );
}

/** Every number the record holds, and every one that follows from it by counting. */
function figuresOf(record: BulletinRecord): Set<string> {
  const figures = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'number') figures.add(String(value));
    else if (typeof value === 'string')
      for (const [number] of value.replace(FRACTION, '').matchAll(NUMBER)) figures.add(plain(number));
    else if (Array.isArray(value)) {
      figures.add(String(value.length));
      value.forEach(add);
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(add);
  };
  add(record);
  const { hosts, steps, relays, sent_out, hours } = record.intrusion;
  for (const state of ['controlled', 'touched'])
    figures.add(String(hosts.filter((host) => host.state === state).length));
  figures.add(String(new Set(steps.map(({ technique }) => technique)).size));
  figures.add(String(new Set(steps.map(({ host }) => host)).size));
  figures.add(String(Math.round(sent_out.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6)));
  figures.add(String(relays.length + record.intrusion.files.length));
  for (const country of new Set(relays.map(({ country: code }) => code)))
    figures.add(String(relays.filter(({ country: code }) => code === country).length));
  for (const { offset, share } of hours.offsets) {
    figures.add(String(Math.abs(offset / 60)));
    figures.add(String(Math.round(share * 100)));
  }
  return figures;
}

const QUOTE = /“([^”]*)”/g;
const quotesOf = (text: string): string[] => [...text.matchAll(QUOTE)].map(([, quote]) => quote!);
/** Marks within a quotation, as the bulletin writes them. */
const inner = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’');
const ownWords = (text: string): string => text.replace(QUOTE, '“”');

/** Parts of a second in a moment of the record, which sentences leave out. */
const FRACTION = /(?<=\d{2}:\d{2}:\d{2})\.\d+/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;
const plain = (number: string): string => number.replaceAll(',', '');

/** Numbers in a sentence that no part of the record has. Quotations are the speaker's own. */
function unknownFigures(text: string, figures: ReadonlySet<string>): string[] {
  const own = ownWords(text).replace(/\bT\d{4}(?:\.\d{3})?\b/g, '');
  return [...own.matchAll(NUMBER)]
    .map(([number]) => plain(number))
    .filter((number) => !figures.has(number) && !figures.has(String(Number(number))));
}

/** Three or more shares in one sentence are shares of one whole. */
function shareFaults(text: string): string[] {
  const shares = [...text.matchAll(/(\d+(?:\.\d+)?)\s?(?:%|percent|per cent)/g)].map(([, share]) => Number(share));
  if (shares.length < 3) return [];
  const sum = shares.reduce((total, share) => total + share, 0);
  return Math.abs(sum - 100) <= shares.length * 0.5 ? [] : [`${shares.join(' + ')} = ${Math.round(sum * 10) / 10}`];
}

/** "from Germany", "German hackers": a country of a relay named as where something came from. */
function originFaults(text: string, countries: readonly string[]): string[] {
  return countries.filter((country) =>
    new RegExp(
      `\\b(?:from|originat\\w+ (?:from|in)|based in|launched (?:from|by)|attackers? in|hackers? in)\\s+${escapeRegex(country)}\\b`,
      'i',
    ).test(text),
  );
}

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
