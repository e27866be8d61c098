import { once } from 'node:events';

/** Data: standard output. Waits when the reader is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]);
}

/** Words for people: standard error, over the progress line if there is one. */
export function say(text: string): void {
  clearProgress();
  process.stderr.write(`${text}\n`);
}

/** A line that is overwritten, shown only to a terminal and at most ten times a second. */
export function showProgress(text: string): void {
  if (!process.stderr.isTTY || Date.now() - shownAt < 100) return;
  shownAt = Date.now();
  process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
}

export function clearProgress(): void {
  if (shownAt > 0) process.stderr.write('\r\u001b[2K');
  shownAt = 0;
}

/** A reader that stops early (`| head`) is no error. */
export function closeQuietly(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const STYLES = { bold: [1, 22], dim: [2, 22], underline: [4, 24] } as const;

/** Text with a style on a terminal, as it is elsewhere and where NO_COLOR is set. */
export function styled(style: keyof typeof STYLES, text: string): string {
  if (!process.stdout.isTTY || process.env.NO_COLOR) return text;
  const [on, off] = STYLES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

let shownAt = 0;
