/** How far a hunt has come, in one line: share, bytes, speed, time left, hits. Milliseconds since its start. */
export function progressWords(
  { done, of, hits }: { readonly done: number; readonly of: number; readonly hits: number },
  elapsed: number,
): string {
  const speed = elapsed > 0 ? done / (elapsed / 1000) : 0;
  const left = of > 0 && speed > 0 ? Math.max(0, of - done) / speed : null;
  const parts = [
    of > 0 ? `${Math.min(100, Math.floor((100 * done) / of))} %` : null,
    of > 0 ? `${megabytes(done)} of ${megabytes(of)} MB` : `${megabytes(done)} MB`,
    `${megabytes(speed)} MB/s`,
    left === null ? null : `${clock(left)} left`,
    `${hits} ${hits === 1 ? 'hit' : 'hits'}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function megabytes(bytes: number): string {
  const mega = bytes / 1e6;
  return mega < 10 ? mega.toFixed(1) : String(Math.round(mega));
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const pad = (n: number) => String(n).padStart(2, '0');
  return whole < 3600
    ? `${Math.floor(whole / 60)}:${pad(whole % 60)}`
    : `${Math.floor(whole / 3600)}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}
