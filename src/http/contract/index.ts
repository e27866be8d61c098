/** All that the web client may import from the program: types of what crosses the wire. */
export type { Place, Problem, Severity } from '../../base/problem.ts';
export type { Span } from '../../base/span.ts';
export type { Precision, TimeRange } from '../../base/time.ts';
export type * from '../../model/actor-view.ts';
export type * from '../../model/document.ts';
export type * from '../../model/indicator.ts';
export type * from '../../model/name.ts';
export type * from '../../model/reading.ts';
export type * from '../../model/review.ts';
export type * from '../../model/statement.ts';
export type * from '../../model/view.ts';
export type * from '../../model/weighing/assessment.ts';
export type * from '../../model/weighing/grade.ts';
export type * from '../../model/weighing/rating.ts';
export type * from '../../model/weighing/view.ts';
export type * from '../../model/weighing/weighing.ts';
export type * from './actions.ts';
