import type { StatedFigure, YearRow, YearSeries, YearSplit } from '../../src/http/contract/index.ts';
import { countryName, isCountry } from './names.ts';
import { quantityWords } from './numbers.ts';

export const SPLITS = ['year', 'sector', 'entry', 'actor', 'accuser', 'accused', 'target'] as const;

export const SPLIT_WORDS: Readonly<Record<YearSplit, string>> = {
  year: 'nothing more',
  sector: 'sector',
  entry: 'entry (initial access)',
  actor: 'actor',
  accuser: 'accuser',
  accused: 'accused country',
  target: 'country that was hit',
};

/** What a row without a value says. */
const UNSAID: Readonly<Record<YearSplit, string>> = {
  year: 'all',
  sector: 'sector not said',
  entry: 'entry not said',
  actor: 'nobody named',
  accuser: 'nobody accused, or not said by whom',
  accused: 'no state accused',
  target: 'country not said',
};

export function rowWords({ key, label }: YearRow, by: YearSplit): string {
  if (key === null) return UNSAID[by];
  if (by === 'accused' || by === 'target' || by === 'accuser')
    return isCountry(key) ? countryName(key) : (label ?? key);
  return by === 'entry' && label !== key ? `${label} (${key})` : (label ?? key);
}

export const seriesWords = ({ unit, counter }: Pick<YearSeries, 'unit' | 'counter'>): string =>
  `${quantityWords({ value: 2, unit, bound: 'exact' }).slice(2)} counted by ${counter}`;

/** The time of a figure as it was given. */
export function figureTime({ covers, year, first, last }: StatedFigure): string {
  if (covers === 'none') return 'no time said';
  if (covers === 'year') return String(year);
  return first === last ? (first ?? '') : `${first} to ${last}`;
}

/** "another counter, another unit". */
export function differenceWords({ unit, counter, excludes }: StatedFigure['differs'][number]): string {
  const how = [counter && 'another counter', unit && 'another unit', !counter && !unit && 'the same counter'];
  return `${how.filter(Boolean).join(', ')}${excludes ? '; both cannot be right' : ''}`;
}
