import type { Command } from 'commander';

/** `longwatch actors …`: one entry a command; each loads its file from `commands/` when it runs. */
export function defineActors(program: Command, _done: (code: number) => void): void {
  program.command('actors').description('who is who: names, what ties them, and what is said about them');
}
