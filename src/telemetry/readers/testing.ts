import { FieldTable, type Value } from '../../base/fields.ts';
import type { Problem } from '../../base/problem.ts';
import type { LogEvent } from '../../model/event.ts';
import type { LogInput, LogsourceHint, Part } from '../reader.ts';
import { readLog } from './index.ts';

/** For tests: an event with the fields asked for, as a plain object. */
export interface SeenEvent {
  readonly record: number;
  readonly time: string;
  readonly channel: string;
  readonly eventId: number;
  readonly provider: string;
  readonly computer: string;
  readonly source: string;
  readonly fields: Readonly<Record<string, Value>>;
  readonly texts: readonly string[];
}

export interface Seen {
  readonly reader: string;
  readonly events: readonly SeenEvent[];
  readonly problems: readonly Problem[];
  readonly bytes: number;
}

/** Bytes as an input: as a plain file, or, with `step`, as a stream of pieces of that many bytes. */
export function inputOf(
  text: string | Uint8Array,
  { name = 'test.log', step = 0, hint }: { name?: string; step?: number; hint?: LogsourceHint } = {},
): LogInput {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const size = step || Math.max(1, bytes.length);
  return {
    name,
    size: step ? -1 : bytes.length,
    readAt: step ? null : async (offset, length) => bytes.subarray(offset, offset + length),
    async *stream() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
    ...(hint ? { hint } : {}),
  };
}

/** Reads an input with whatever reader knows it. Only fields that are named are looked up. */
export async function see(
  input: LogInput,
  names: readonly string[] = [],
  { parts, stopAfter = Number.POSITIVE_INFINITY }: { parts?: readonly Part[]; stopAfter?: number } = {},
): Promise<Seen> {
  const fields = new FieldTable();
  const ids = names.map((name) => fields.id(name));
  const events: SeenEvent[] = [];
  const problems: Problem[] = [];
  let bytes = 0;
  let reader = '';
  const sink = {
    event: (event: LogEvent) => void events.push(seen(event, names, ids)),
    problem: (problem: Problem) => void problems.push(problem),
    done: (count: number) => {
      bytes += count;
      return bytes >= stopAfter;
    },
  };
  for (const part of parts ?? [undefined]) reader = await readLog(input, fields, sink, part);
  return { reader, events, problems, bytes };
}

function seen(event: LogEvent, names: readonly string[], ids: readonly number[]): SeenEvent {
  const { record, channel, eventId, provider, computer, product, category, service } = event;
  const found = ids.map((id, i) => [names[i]!, event.value(id)] as const).filter(([, value]) => value !== undefined);
  return {
    record,
    time: Number.isNaN(event.time) ? '' : new Date(event.time).toISOString(),
    channel,
    eventId,
    provider,
    computer,
    source: [product, category, service].join('/'),
    fields: Object.fromEntries(found),
    texts: [...event.texts()],
  };
}
