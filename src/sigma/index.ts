/**
 * Sigma rules, usable alone as `longwatch/sigma`: reading rules into trees, finding their log sources, correlating hits. Does no
 * input or output: texts and tables are handed in. See docs/SIGMA.md.
 */
export { type CorrelationCounts, Correlator } from './correlate/correlator.ts';
export { type BaseHit, type CorrelationHit, MOST_REFS } from './correlate/hits.ts';
export { type DocumentAccount, type LoadedRules, type LoadOptions, loadRules, type RuleFile } from './load.ts';
export { readLogsources } from './logsource/read-table.ts';
export type { NamedSource, RecordSource, Route, WindowsSource } from './logsource/route.ts';
export { extended, type LogsourceTable } from './logsource/table.ts';
export { VIEWS, type ViewField } from './logsource/view-table.ts';
export { viewed, viewer, viewFields } from './logsource/views.ts';
export * from './rule/tree.ts';
export { readVariables, type Variables } from './rule/variables.ts';
