import type { StatedFigure, YearSeries, YearSplit } from '../../model/year.ts';

/** What a row without a value of the split says. */
export const UNSAID: Readonly<Record<YearSplit, string>> = {
  year: 'all',
  sector: 'sector not said',
  entry: 'entry not said',
  actor: 'nobody named',
  accuser: 'nobody accused, or not said by whom',
  accused: 'no state accused',
  target: 'country not said',
};

export const seriesTitle = ({ counter, unit, source }: Pick<YearSeries, 'counter' | 'unit' | 'source'>): string =>
  `${unit}s counted by ${counter}${source === 'statements' || source === 'cases' ? '' : ` (data set ${source})`}`;

const BOUNDS: Readonly<Record<StatedFigure['bound'], string>> = {
  exact: '',
  'at-least': 'at least ',
  'at-most': 'at most ',
  about: 'about ',
};

/** "at least 600 incidents, says China". */
export function figureWords({ value, bound, unit, counter, stance }: StatedFigure): string {
  const verb = stance === 'asserts' ? 'says' : stance === 'denies' ? 'denies' : 'doubts';
  return `${BOUNDS[bound]}${value.toLocaleString('en-US')} ${value === 1 ? unit : `${unit}s`}, ${verb} ${counter}`;
}

/** The time of a figure as it was given. */
export function timeWords({ covers, year, first, last }: StatedFigure): string {
  if (covers === 'none') return 'no time said';
  if (covers === 'year') return String(year);
  return first === last ? first! : `${first} to ${last}`;
}

/** What marks a figure: a share that does not add up, other numbers for the same time, denials. */
export function marks(figure: StatedFigure, all: readonly StatedFigure[]): string[] {
  const { value, of, share, share_fits, differs, disputed_by, covers } = figure;
  const found: string[] = [];
  if (share_fits === false)
    found.push(
      `the share does not add up: ${value} of ${of} are ${((100 * value) / of!).toFixed(1)} %, not ${share} %`,
    );
  for (const { id, unit, counter, excludes } of differs) {
    const other = all.find((one) => one.id === id);
    if (!other) continue;
    const how = [counter && 'another counter', unit && 'another unit', !counter && !unit && 'the same counter'];
    found.push(
      `differs from ${figureWords(other)} (${how.filter(Boolean).join(', ')}${excludes ? '; both cannot be right' : ''})`,
    );
  }
  if (disputed_by.length > 0)
    found.push(`denied or doubted by ${disputed_by.length} ${disputed_by.length === 1 ? 'statement' : 'statements'}`);
  if (covers === 'several') found.push('lies in no one year');
  return found;
}
