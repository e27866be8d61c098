import { type Bins, binsOf } from '../bins.ts';
import type { HuntFigures } from '../figures.ts';
import { LEVELS, sumCounts } from '../levels.ts';
import { counted, isoTime, number, shortTime } from '../words.ts';
import { type Html, html } from './markup.ts';
import { note, section } from './parts.ts';

const COLUMNS = 120;
const [WIDTH, HEIGHT] = [1000, 150];
/** Lower than this, a column could not be seen beside the highest. */
const LEAST = 2;

/** Hits over time as columns, stacked by level with the gravest at the bottom, where heights compare best. */
export function timeSection(figures: HuntFigures): Html {
  const bins = binsOf(figures.frequency, COLUMNS);
  if (!bins) return section('time', 'When', [note('No hit has a time.')]);
  const most = Math.max(...bins.columns.map(({ counts }) => sumCounts(counts)));
  const present = LEVELS.filter((_, i) => figures.levels[i]);
  const summary = `${counted(figures.hits - figures.undated, 'hit')}, ${number(most)} at most in ${bins.name}`;
  return section('time', 'When', [
    html`<figure>
<div class="legend" aria-hidden="true">${present.map((level) => html`<span class="key ${level}">${level}</span>`)}<span class="most">highest: ${number(most)} in ${bins.name}</span></div>
<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${`Hits over time: ${summary}`}">${columns(bins, most)}</svg>
<div class="axis" aria-hidden="true">${ticks(bins)}</div>
<figcaption>Each column is ${bins.name}, UTC, drawn to scale.${figures.undated ? ` ${counted(figures.undated, 'hit')} without a time not drawn.` : ''}</figcaption>
</figure>`,
    numbers(bins),
  ]);
}

function columns(bins: Bins, most: number): Html[] {
  const { columns, name } = bins;
  const step = WIDTH / columns.length;
  // A small gap between columns, none where they are narrow already.
  const width = Math.min(step * (columns.length > 60 ? 0.92 : 0.8), 40);
  return columns.flatMap(({ start, counts }, i) => {
    if (sumCounts(counts) === 0) return [];
    let y = HEIGHT;
    const bars = counts.map((count, level) => {
      if (!count) return html``;
      const height = Math.max(LEAST, (count / most) * (HEIGHT - LEAST * LEVELS.length));
      y -= height;
      return html`<rect class="${LEVELS[level]!}" x="${fixed(i * step + (step - width) / 2)}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(height)}"/>`;
    });
    return [html`<g ${range(bins, i)}><title>${`${labelOf(start)}, ${name}: ${inWords(counts)}`}</title>${bars}</g>`];
  });
}

/** How much of `2024-05-01 08:00` a label of the axis shows. */
const LABELS = { day: 16, month: 10, year: 7 } as const;

/** A handful of labels along the axis, at even distances. */
function ticks({ columns, within }: Bins): Html[] {
  const count = Math.min(6, columns.length);
  const shown = new Set(
    Array.from({ length: count }, (_, i) => Math.round((i * (columns.length - 1)) / Math.max(1, count - 1))),
  );
  return [...shown].map((i) => {
    return html`<span>${labelOf(columns[i]!.start).slice(0, LABELS[within])}</span>`;
  });
}

/** The chart's numbers for those who cannot see it or want them. */
function numbers(bins: Bins): Html {
  const { columns, name } = bins;
  const rows = columns.flatMap(({ start, counts }, i) =>
    sumCounts(counts)
      ? [
          html`<tr><th scope="row"><a href="#hits" ${range(bins, i)}>${labelOf(start)}</a></th>${counts.map((count) => html`<td class="n">${count || '·'}</td>`)}</tr>`,
        ]
      : [],
  );
  return html`<details class="numbers"><summary>The numbers</summary><div class="scroll low" role="region" tabindex="0" aria-label="Hits over time, in numbers"><table><caption class="hidden">Hits by ${name} and level</caption><thead><tr><th scope="col">from (UTC)</th>${LEVELS.map((level) => html`<th scope="col" class="n">${level}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** Which hits a column stands for: the script shows them alone. */
function range({ columns, name, within }: Bins, i: number): Html {
  const { start } = columns[i]!;
  const end = columns[i + 1]?.start;
  const to = end === undefined ? '' : (isoTime(end) ?? '');
  return html`data-from="${isoTime(start) ?? ''}" data-to="${to}" data-name="${`${name} from ${labelOf(start).slice(0, LABELS[within])}`}"`;
}

function inWords(counts: readonly number[]): string {
  return LEVELS.flatMap((level, i) => (counts[i] ? [`${number(counts[i]!)} ${level}`] : [])).join(', ');
}

function labelOf(start: number): string {
  return shortTime(isoTime(start)).slice(0, 16);
}

function fixed(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}
