/** The exceptions of the program. Bad *input* is a Problem, not an exception; these stop a command. */

/** The caller asked for something that makes no sense (exit code 2, HTTP 400). */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The thing named is not there (HTTP 404). */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}

/** The program cannot go on in this state: a lock held elsewhere, a database that does not answer (exit code 3, HTTP 503). */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}
