import type { NewRecord } from '../evtx/index.ts';
import type { Random } from './random.ts';
import type { TruthBuilder } from './truth.ts';
import type { World } from './world.ts';

/** One line of a text log or one record of an event log, for a file below the folder of logs. */
export type Trace = { readonly time: number; readonly file: string } & (
  | { readonly record: NewRecord }
  | { readonly line: string }
);

export type Emit = (trace: Trace) => void;

/** 0: nothing that looks suspicious; 3: much of it. */
export type NoiseLevel = 0 | 1 | 2 | 3;

/** What a story did at a time: it is played in the order of times, between the noise of its day. */
export interface Act {
  readonly time: number;
  play(emit: Emit): void;
}

/** A log that the intruders emptied: what the file held until then is gone. */
export interface Wipe {
  readonly time: number;
  readonly file: string;
}

export interface Plot {
  readonly acts: readonly Act[];
  readonly wipes: readonly Wipe[];
}

/** A kind of intrusion. It writes its traces and what is true about them; it holds nothing that could attack anybody. */
export interface Story {
  readonly name: string;
  readonly title: string;
  /** The kind of network it happens in. */
  world(random: Random): World;
  plot(world: World, random: Random, truth: TruthBuilder): Plot;
}

/** Everyday activity of one sort. */
export interface NoiseSource {
  readonly name: string;
  /** From this level on. */
  readonly from: NoiseLevel;
  /** Share of the volume that is left after the story, for sources that fill it; 0 for rare ones that happen as their calendar says. */
  readonly weight: number;
  /** One piece of activity on a day, at a time the source chooses. Returns about how many bytes of log it made. */
  make(day: number, world: World, random: Random, emit: Emit): number;
  /** How many pieces on a day, for rare ones. */
  times?(day: number, world: World, random: Random, level: NoiseLevel): number;
}
