import { writeScenario } from '../../actions/scenario.ts';
import { UsageError } from '../../base/errors.ts';
import { HARDSHIPS, type NoiseLevel, STORIES } from '../../scenario/index.ts';
import { EXIT } from '../exit.ts';
import { untilInterrupted } from '../interrupt.ts';
import { clearProgress, print, say, showProgress } from '../output.ts';
import { count } from '../statement-words.ts';

export interface ScenarioOptions {
  readonly seed: number;
  readonly noise: string;
  readonly size: string;
  readonly out?: string;
  readonly hard?: string;
}

/** Writes generated logs of an intrusion and its ground truth, or lists what there is. */
export async function scenarioCommand(name: string, options: ScenarioOptions): Promise<number> {
  if (name === 'list') {
    const rows = [
      ...STORIES,
      ...HARDSHIPS.map(({ name: hardship, title }) => ({ name: `  --hard ${hardship}`, title })),
    ];
    await print(`${rows.map((row) => `${row.name.padEnd(26)}${row.title}`).join('\n')}\n`);
    return EXIT.done;
  }
  if (!STORIES.some((story) => story.name === name))
    throw new UsageError(`there is no scenario "${name}"; there are ${STORIES.map((story) => story.name).join(', ')}`);
  if (options.out === undefined) throw new UsageError('scenario needs --out FOLDER');
  const interrupt = untilInterrupted();
  const began = Date.now();
  try {
    const truth = await writeScenario(
      {
        name,
        seed: options.seed,
        noise: Number(options.noise) as NoiseLevel,
        size: bytesOf(options.size),
        out: options.out,
        hard: hardships(options.hard ?? ''),
      },
      {
        progress: ({ done, of }) => {
          if (Date.now() - began > 1000) showProgress(`day ${done} of ${of}`);
        },
        stopped: interrupt.stopped,
      },
    );
    clearProgress();
    const controlled = truth.hosts.filter(({ state }) => state === 'controlled').length;
    say(
      `${options.out}/logs and truth.json: ${count(controlled, 'host')} controlled, ${count(truth.steps.length, 'step')}, ${truth.first_access.slice(0, 10)} to ${truth.last_seen.slice(0, 10)}.`,
    );
    return interrupt.stopped() ? EXIT.interrupted : EXIT.done;
  } finally {
    interrupt.release();
  }
}

/** Names of hardships from a list with commas. Throws UsageError for an unknown one. */
function hardships(text: string): string[] {
  const known = HARDSHIPS.map(({ name }) => name);
  const names = text === 'all' ? known : text.split(',').filter((name) => name !== '');
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined)
    throw new UsageError(`there is no hardship "${wrong}"; there are ${known.join(', ')} and all`);
  return names;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, KB: 1e3, MB: 1e6, GB: 1e9 };

/** `10MB` in bytes. Throws UsageError for what is no size. */
function bytesOf(text: string): number {
  const found = /^(\d+(?:\.\d+)?)\s*([KMG]B)?$/i.exec(text.trim());
  if (!found) throw new UsageError('--size takes a size such as 10MB or 2GB');
  return Number(found[1]) * UNITS[(found[2] ?? '').toUpperCase()]!;
}
