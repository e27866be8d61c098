import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import type { StatementView } from '../../src/model/view.ts';
import type { Ledger } from '../../src/store/ledger.ts';

/** A ledger to test: opened on an empty database for each test. */
export interface Subject {
  /** `now` is the clock that gives the recorded times. */
  open(now: () => Date): Promise<Ledger>;
  /** Called after each test, when the ledger is closed. */
  clean(): Promise<void>;
  start?(): Promise<void>;
  stop?(): Promise<void>;
  /** Tries a statement of SQL behind the ledger's back; rejects when the database does. */
  attempt(ledger: Ledger, statement: string): Promise<void>;
}

export const ANALYST = 'ann';

/** What a test works with: the ledger, its clock, and a short way to review. */
export interface Bench {
  ledger: Ledger;
  now(): Date;
  /** Sets the clock. */
  at(instant: string): void;
  review(statement_id: string, verdict: Review['verdict'], more?: Partial<Review>): Promise<StatementView>;
}

/** Opens the subject before and closes it after each test of the block it is called in. */
export function opened(subject: Subject): Bench {
  let clock = '';
  const bench: Bench = {
    ledger: undefined as unknown as Ledger,
    now: () => new Date(clock),
    at(instant) {
      clock = instant;
    },
    review: (statement_id, verdict, more = {}) =>
      bench.ledger.review({ statement_id, analyst: ANALYST, verdict, corrected: null, note: null, ...more }),
  };
  beforeAll(async () => subject.start?.());
  afterAll(async () => subject.stop?.());
  beforeEach(async () => {
    bench.at('2024-05-01T10:00:00.000Z');
    bench.ledger = await subject.open(bench.now);
  });
  afterEach(async () => {
    await bench.ledger?.close();
    await subject.clean();
  });
  return bench;
}
