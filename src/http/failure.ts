import { NotFoundError, UnavailableError, UsageError } from '../base/errors.ts';

export const FAILURES = {
  usage: 400,
  refused: 403,
  'not-found': 404,
  'too-large': 413,
  internal: 500,
  unavailable: 503,
} as const;
export type FailureCode = keyof typeof FAILURES;

/** The one shape of a failed answer. */
export function failure(code: FailureCode, message: string): Response {
  return Response.json({ ok: false, error: { code, message } }, { status: FAILURES[code], headers: NEVER_STORED });
}

/** Says what kind of failure an exception is. Details of faults of our own go to the log, not over the wire. */
export function describeError(error: unknown): { code: FailureCode; message: string } {
  if (error instanceof UsageError) return { code: 'usage', message: error.message };
  if (error instanceof NotFoundError) return { code: 'not-found', message: error.message };
  if (error instanceof UnavailableError) return { code: 'unavailable', message: error.message };
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return { code: 'internal', message: 'something went wrong inside; the terminal of the workbench shows it' };
}

const NEVER_STORED = { 'cache-control': 'no-store' };
