import type { LogInput, LogSink } from '../reader.ts';
import { readLog } from '../readers/index.ts';
import type { HuntEngine } from './engine.ts';

/**
 * Reads a log into an engine, no faster than the engine takes it. Problems and progress go to `out`. Gives the name of the
 * reader, '' for what is no log.
 */
export async function loadLog(engine: HuntEngine, input: LogInput, out: Omit<LogSink, 'event'>): Promise<string> {
  const sink: LogSink = {
    event: (event) => engine.take(input.name, event),
    problem: (found) => out.problem(found),
    done: (bytes) => out.done(bytes),
  };
  const reader = await readLog(paced(input, engine), engine.fields, sink);
  await engine.ready();
  return reader;
}

/** The input, its next piece only when the engine has room. */
function paced(input: LogInput, engine: HuntEngine): LogInput {
  const { readAt } = input;
  return {
    ...input,
    readAt: readAt && ((offset, length) => engine.ready().then(() => readAt(offset, length))),
    async *stream() {
      for await (const piece of input.stream()) {
        yield piece;
        await engine.ready();
      }
    },
  };
}
