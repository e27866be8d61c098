import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { UsageError } from '../base/errors.ts';
import { generate, type NoiseLevel, STORIES, type Truth } from '../scenario/index.ts';
import { ScenarioLogs } from './scenario-logs.ts';

export interface ScenarioRequest {
  readonly name: string;
  readonly seed: number;
  readonly noise: NoiseLevel;
  readonly size: number;
  readonly out: string;
  /** Names of hardships. */
  readonly hard?: readonly string[];
}

export interface ScenarioHooks {
  progress(progress: { readonly done: number; readonly of: number }): void;
  stopped(): boolean;
}

/** Writes the logs of a scenario below OUT/logs, and what is true about it to OUT/truth.json. Throws UsageError for an unknown name. */
export async function writeScenario(request: ScenarioRequest, hooks: ScenarioHooks): Promise<Truth> {
  const story = STORIES.find(({ name }) => name === request.name);
  if (!story)
    throw new UsageError(
      `there is no scenario "${request.name}"; there are ${STORIES.map(({ name }) => name).join(', ')}`,
    );
  const generated = generate(story, request);
  const logs = new ScenarioLogs(
    join(request.out, 'logs'),
    new Map(generated.wipes.map(({ file, time }) => [file, time])),
  );
  for (const { day, traces } of generated.parts()) {
    for (const trace of traces) logs.add(trace);
    hooks.progress({ done: day + 1, of: generated.world.days });
    // Lets an interrupt be heard.
    await setImmediate();
    if (hooks.stopped()) break;
  }
  logs.close();
  await writeFile(join(request.out, 'truth.json'), `${JSON.stringify(generated.truth, null, 2)}\n`);
  return generated.truth;
}
