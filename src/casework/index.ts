/** From sightings to intrusions: pure functions over what a hunt found. */
export { Addresses, shortName } from './addresses.ts';
export { buildCase } from './build.ts';
export { carrying, type Pointer, pointersTo } from './evidence.ts';
export { bearsOut, figuresOf } from './figures.ts';
export { CASE_FIELDS, type Carried, type Finding, findingOf } from './finding.ts';
export type { LogonTie, Places, Traffic } from './intrusion.ts';
export { pathOf } from './path.ts';
export { RecordKeeper, recordsNamed, SHOWN_FIELDS } from './records.ts';
export { likeness, relatedTo } from './related.ts';
