/** Did it rise after a day, and can these data say so? */
export { askTrend, type TrendAnswer, type TrendQuestion, type Trigger } from './ask.ts';
export { parseSpan, type Span } from './days.ts';
export { type Observation, type Pair, pairText, parsePair, type Records } from './records.ts';
export { reportTrend, type TallyReport, type TrendReport, type TriggerReport, type VerdictReport } from './report.ts';
