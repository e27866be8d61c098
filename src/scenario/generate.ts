import type { Emit, NoiseLevel, NoiseSource, Story, Trace, Wipe } from './contract.ts';
import { Hardened } from './hardships.ts';
import { EVERYDAY } from './noise/everyday.ts';
import { SUSPICIOUS } from './noise/suspicious.ts';
import { Random } from './random.ts';
import { type Truth, TruthBuilder } from './truth.ts';
import { isWeekend, type World } from './world.ts';

export interface ScenarioOptions {
  readonly seed: number;
  readonly noise: NoiseLevel;
  /** About how many bytes of logs. */
  readonly size: number;
  /** Bytes of a day's logs from which on the day is made in parts. */
  readonly part?: number;
  /** Names of hardships: what makes the logs worse than rules expect. */
  readonly hard?: readonly string[];
}

export interface Generated {
  readonly world: World;
  readonly truth: Truth;
  readonly wipes: readonly Wipe[];
  /** The traces in the order of time, a day or, where days are large, a part of one at a time; only that part is in memory. */
  parts(): Generator<{ readonly day: number; readonly traces: readonly Trace[] }>;
}

/**
 * The logs of a network over months with one intrusion in them. The story, its truth and rare noise follow from the seed alone; the
 * size only says how much everyday activity there is.
 */
export function generate(
  story: Story,
  { seed, noise, size, part: largest = PART, hard = [] }: ScenarioOptions,
): Generated {
  const random = new Random(`${story.name} ${seed}`);
  const world = story.world(random.fork('world'));
  const truth = new TruthBuilder();
  const { acts, wipes } = story.plot(world, random.fork('plot'), truth);
  const hardened = new Hardened(hard, `${story.name} ${seed}`, world);
  const others = new TruthBuilder();
  const second = hardened.twice ? story.plot(world, random.fork('second plot'), others) : { acts: [], wipes: [] };
  const byDay = new Map<number, Trace[]>();
  const add: Emit = (trace) => {
    const day = Math.min(world.days - 1, Math.max(0, Math.floor((trace.time - world.start) / DAY)));
    const list = byDay.get(day);
    if (list) list.push(trace);
    else byDay.set(day, [trace]);
  };
  for (const act of [...acts, ...second.acts]) act.play(add);
  const rare = SUSPICIOUS.filter(({ from }) => from <= noise);
  return {
    world,
    truth: {
      ...truth.result(story.name, seed, noise),
      ...(hardened.twice ? { other_intrusions: [others.result(story.name, seed, noise)] } : {}),
    },
    wipes: [...wipes, ...second.wipes],
    *parts() {
      const parts = Math.max(1, Math.ceil(size / world.days / largest));
      for (let day = 0; day < world.days; day++)
        for (let part = 0; part < parts; part++) {
          // A large day is made once for each of its parts, which all but that part throw away: memory stays the same at any size.
          const from = part === 0 ? -Infinity : world.start + (day + part / parts) * DAY;
          const until = part === parts - 1 ? Infinity : world.start + (day + (part + 1) / parts) * DAY;
          const traces: Trace[] = [];
          const keep = (trace: Trace, own: boolean): void => {
            if (trace.time < from || trace.time >= until) return;
            const left = hardened.trace(trace, own);
            if (left !== null) traces.push(left);
          };
          const emit: Emit = (trace) => keep(trace, false);
          for (const trace of byDay.get(day) ?? []) keep(trace, true);
          hardened.day(day, emit);
          rareNoise(rare, day, world, random.fork(`rare ${day}`), noise, emit);
          fill((size / world.days) * (isWeekend(world, day) ? 0.2 : 1.32), day, world, random.fork(`day ${day}`), emit);
          yield { day, traces: traces.sort((a, b) => a.time - b.time) };
        }
    },
  };
}

/** Bytes of logs of a day from which on it is made in parts: about 50,000 traces. */
const PART = 3e7;

function rareNoise(
  sources: readonly NoiseSource[],
  day: number,
  world: World,
  random: Random,
  level: NoiseLevel,
  emit: Emit,
): void {
  for (const source of sources)
    for (let left = source.times?.(day, world, random, level) ?? 0; left > 0; left--)
      source.make(day, world, random, emit);
}

function fill(bytes: number, day: number, world: World, random: Random, emit: Emit): void {
  const total = EVERYDAY.reduce((sum, { weight }) => sum + weight, 0);
  for (let made = 0; made < bytes; ) {
    let roll = random.next() * total;
    const source = EVERYDAY.find(({ weight }) => {
      roll -= weight;
      return roll < 0;
    });
    made += (source ?? EVERYDAY[0]!).make(day, world, random, emit);
  }
}

const DAY = 86_400_000;
