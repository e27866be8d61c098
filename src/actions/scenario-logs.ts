import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EvtxWriter } from '../evtx/index.ts';
import { iisHeader, type Trace, zeekHeader } from '../scenario/index.ts';

interface Log {
  /** `number` is that of the record, for logs that number them. */
  add(trace: Trace, number: number): void;
  close(): void;
}

/** The files of a scenario, each written as its traces come. What a file held before it was wiped is counted and not written. */
export class ScenarioLogs {
  private readonly folder: string;
  private readonly wiped: ReadonlyMap<string, number>;
  private readonly logs = new Map<string, Log>();
  /** The number of the last record by computer and channel: forwarded records keep the numbers of their own computers. */
  private readonly numbers = new Map<string, number>();

  constructor(folder: string, wiped: ReadonlyMap<string, number>) {
    this.folder = folder;
    this.wiped = wiped;
    mkdirSync(folder, { recursive: true });
  }

  add(trace: Trace): void {
    const gone = trace.time < (this.wiped.get(trace.file) ?? -Infinity);
    if ('record' in trace) {
      const key = `${trace.record.computer} ${trace.record.channel}`;
      const recordId = (this.numbers.get(key) ?? 0) + 1;
      this.numbers.set(key, recordId);
      if (!gone) this.log(trace).add(trace, recordId);
    } else if (!gone) this.log(trace).add(trace, 0);
  }

  close(): void {
    for (const log of this.logs.values()) log.close();
  }

  private log(trace: Trace): Log {
    let log = this.logs.get(trace.file);
    if (!log) {
      const path = join(this.folder, trace.file);
      mkdirSync(dirname(path), { recursive: true });
      log = 'record' in trace ? new EventLog(path) : new TextLog(path, headOf(trace.file, trace.time));
      this.logs.set(trace.file, log);
    }
    return log;
  }
}

class EventLog implements Log {
  private readonly file: number;
  private readonly writer: EvtxWriter;

  constructor(path: string) {
    this.file = openSync(path, 'w');
    this.writer = new EvtxWriter((bytes) => writeSync(this.file, bytes));
  }

  add(trace: Trace, number: number): void {
    if ('record' in trace) this.writer.add(trace.record, number);
  }

  close(): void {
    writeSync(this.file, this.writer.finish(), 0, undefined, 0);
    closeSync(this.file);
  }
}

class TextLog implements Log {
  private readonly file: number;
  private held: string[];
  private size = 0;

  constructor(path: string, head: string | null) {
    this.file = openSync(path, 'w');
    this.held = head === null ? [] : [head];
  }

  add(trace: Trace): void {
    if (!('line' in trace)) return;
    this.held.push(trace.line);
    this.size += trace.line.length;
    if (this.size > BLOCK) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    if (this.held.length > 0) writeSync(this.file, `${this.held.join('\n')}\n`);
    this.held = [];
    this.size = 0;
  }
}

const BLOCK = 1 << 20;

function headOf(file: string, time: number): string | null {
  if (file.includes('/iis/')) return iisHeader(time);
  const zeek = /^zeek\/(conn|dns)\.log$/.exec(file);
  return zeek ? zeekHeader(zeek[1] as 'conn' | 'dns') : null;
}
