import { sha256 } from '../../../base/hash.ts';
import type { Sighting } from '../../../model/sighting.ts';
import type { RunFacts } from '../facts.ts';
import type { HuntFigures } from '../figures.ts';
import { LEVELS } from '../levels.ts';
import { verdict } from '../verdict.ts';
import { number, shortTime } from '../words.ts';
import { attackSection, type TechniqueLookup } from './attack.ts';
import { timeSection } from './chart.ts';
import { HitChoice } from './hit-choice.ts';
import { hitRow, hitsBegin, hitsEnd } from './hits.ts';
import { hostSection } from './hosts.ts';
import { type Html, html, trusted } from './markup.ts';
import { notReadSection, readLines, readSection } from './read.ts';
import { ruleSection } from './rules.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { gapSection, logonSection } from './traces.ts';

/** Hits that are listed one by one, and characters that their rows may take. */
const ROWS = 5000;
const ROW_CHARACTERS = 8_000_000;
/** Rows that may be tried in vain when there is little room left: shorter ones may still fit. */
const TRIES = 100;

/**
 * The report of a hunt as one page that opens from a file: no request leaves it, and its policy forbids any script but its own.
 * Sightings are handed in one at a time, in order; which of them are listed is decided by `HitChoice`.
 */
export class HtmlReport {
  private readonly figures: HuntFigures;
  private readonly run: RunFacts;
  private readonly lookup: TechniqueLookup;
  private readonly choice: HitChoice;
  private room = ROW_CHARACTERS;
  private dropped = 0;

  constructor(figures: HuntFigures, run: RunFacts, lookup: TechniqueLookup) {
    this.figures = figures;
    this.run = run;
    this.lookup = lookup;
    this.choice = new HitChoice(figures, ROWS);
  }

  /** Everything before the rows of the hits. */
  begin(): string {
    const { figures, run } = this;
    const sections = [
      timeSection(figures),
      hostSection(figures),
      ruleSection(figures),
      attackSection(figures, this.lookup),
      logonSection(run.logons),
      gapSection(run.gaps),
    ];
    return html`<!doctype html>
<html lang="en">
${head(verdict(figures, run))}
<body>
<header><p class="kicker">Hunt of ${run.started.slice(0, 10)} · ${run.inputs.slice(0, 3).join(', ')}${run.inputs.length > 3 && ' …'}</p>
<h1>${verdict(figures, run)}</h1>
${readLines(figures, run)}
${levelList(figures)}</header>
${navigation(run, figures.hits)}
<main>
${figures.hits ? sections : sections.slice(-2)}
${figures.hits > 0 && hitsBegin(this.choice)}`.html;
  }

  /** The row of a sighting, '' when it is not listed. */
  row(sighting: Sighting): string {
    if (!this.choice.takes(sighting)) return '';
    const row = this.dropped < TRIES ? hitRow(sighting).html : null;
    if (row === null || row.length > this.room) {
      this.dropped++;
      return '';
    }
    this.room -= row.length;
    return row;
  }

  /** Everything after the rows. */
  end(): string {
    const { figures, run } = this;
    const stopped = run.stopped
      ? 'The run was stopped before its end; there may be more hits in what was not read.'
      : null;
    return html`${figures.hits > 0 && hitsEnd(this.dropped, stopped)}${readSection(figures, run)}
${notReadSection(run)}
</main>
<footer>Longwatch ${run.version}, engine ${run.engine}, started ${shortTime(run.started)} UTC. Times are UTC. Texts from logs are shown with their hidden characters.</footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.html;
  }
}

/** The whole page, piece by piece. */
export function* htmlReport(
  figures: HuntFigures,
  run: RunFacts,
  sightings: Iterable<Sighting>,
  lookup: TechniqueLookup,
): Generator<string> {
  const report = new HtmlReport(figures, run, lookup);
  yield report.begin();
  for (const sighting of sightings) {
    const row = report.row(sighting);
    if (row) yield row;
  }
  yield report.end();
}

function head(title: string): Html {
  const policy = `default-src 'none'; style-src '${sourceHash(STYLE)}'; script-src '${sourceHash(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${`Hunt: ${title}`}</title>
<style>${trusted(STYLE)}</style>
</head>`;
}

/** How a policy names a text that may run (Content Security Policy Level 3, 2.3.1). */
function sourceHash(text: string): string {
  return `sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}`;
}

function levelList({ levels }: HuntFigures): Html {
  return html`<ul class="levels">${LEVELS.map(
    (level, i) =>
      html`<li class="${level}"><a href="#hits" data-show-level="${level}"><b>${number(levels[i]!)}</b><span>${level}</span></a></li>`,
  )}</ul>`;
}

const LINKS: readonly (readonly [id: string, text: string, when: (run: RunFacts, hits: number) => boolean])[] = [
  ['time', 'When', (_, hits) => hits > 0],
  ['hosts', 'Where', (_, hits) => hits > 0],
  ['rules', 'Rules', (_, hits) => hits > 0],
  ['attack', 'ATT&CK', (_, hits) => hits > 0],
  ['logons', 'Logons', ({ logons }) => (logons?.rows.length ?? 0) > 0],
  ['signs', 'Signs', ({ gaps }) => (gaps?.logs ?? 0) > 0],
  ['hits', 'Hits', (_, hits) => hits > 0],
  ['read', 'Read', () => true],
  ['not-read', 'Not read', () => true],
];

function navigation(run: RunFacts, hits: number): Html {
  const links = LINKS.filter(([, , when]) => when(run, hits)).map(
    ([id, text]) => html`<li><a href="#${id}">${text}</a></li>`,
  );
  return html`<nav aria-label="Parts of the report"><ul>${links}<li class="theme"><button type="button" class="theme">Dark</button></li></ul></nav>`;
}
