/** Everything that `longwatch hunt` writes: values in, text out. */
export { sightingLine as jsonLine } from '../../model/sighting-line.ts';
export { csvHeader, csvLine } from './csv.ts';
export type { RuleFacts, RunFacts } from './facts.ts';
export type { HuntFigures } from './figures.ts';
export type { GapFigures, Sign } from './gap-figures.ts';
export { Gaps, type GapsState } from './gaps.ts';
export type { TechniqueLookup } from './html/attack.ts';
export { HtmlReport, htmlReport } from './html/report.ts';
export type { LogonFigures } from './logon-figures.ts';
export { Logons, type LogonsState } from './logons.ts';
export { statsLines, statsText } from './stats.ts';
export { HuntSummary, type HuntSummaryState } from './summary.ts';
export { Tally, type TallyFigures } from './tally.ts';
export { terminalSummary } from './terminal/summary.ts';
export { timesketchLine } from './timesketch.ts';
export { verdict } from './verdict.ts';
