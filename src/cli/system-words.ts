/** What the system refuses, in words; other codes stand as they are. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'the right to is missing',
  EPERM: 'the right to is missing',
  EROFS: 'nothing can be written there',
  EISDIR: 'it is a folder; a file is expected',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'it is there already',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
};

export interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

/** An error of the file system or the network as the system tells it. */
export function isOfTheSystem(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** Such an error in one sentence: `notes.txt: there is no such file or folder`. */
export function systemWords({ code, path, message }: SystemError): string {
  const reason = REASONS[code];
  if (!reason) return message;
  return path === undefined ? reason : `${path}: ${reason}`;
}
