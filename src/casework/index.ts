/** From sightings to intrusions: pure functions over what a hunt found. */
export { Addresses } from './addresses.ts';
export { buildCase } from './build.ts';
export { calendarsOf } from './calendars.ts';
export { carrying, type Pointer, pointersTo } from './evidence.ts';
export { bearsOut, figuresOf } from './figures.ts';
export { CASE_FIELDS, type Carried, type Finding, findingOf, type Laid, laidTo } from './finding.ts';
export type { LogonTie, Places, Traffic } from './intrusion.ts';
export { Machines, shortName } from './machines.ts';
export { pathOf } from './path.ts';
export { type CaseProfile, profileOf } from './profile.ts';
export { RecordKeeper, recordsNamed, SHOWN_FIELDS } from './records.ts';
export { FAMILY, likeness, relatedTo } from './related.ts';
export { statementsForCase, toldCases } from './told-cases.ts';
export { type Traits, traitsOf, traitsOfStatements } from './traits.ts';
