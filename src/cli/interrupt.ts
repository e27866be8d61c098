import { EXIT } from './exit.ts';

/** Asks long work to end after what it is at when Ctrl-C comes; a second Ctrl-C ends the program at once. */
export function untilInterrupted(): { stopped: () => boolean; release: () => void } {
  let told = false;
  const stop = () => {
    if (told) process.exit(EXIT.interrupted);
    told = true;
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    stopped: () => told,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
