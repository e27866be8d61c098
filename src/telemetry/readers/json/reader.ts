import type { FieldTable } from '../../../base/fields.ts';
import { problem } from '../../../base/problem.ts';
import type { LogInput, LogReader, LogSink } from '../../reader.ts';
import { encodingOf, headText } from '../bytes/encoding.ts';
import { headOf } from '../bytes/head.ts';
import { eachLine } from '../bytes/lines.ts';
import { isFirst } from '../bytes/parts.ts';
import { RecordEvent } from '../record/event.ts';
import { isObject, type LogRecord } from '../record/layout.ts';
import { layoutOf } from '../shapes/index.ts';
import { eachValue, valuesIn } from './split.ts';
import { LIST_BEGINS, listOf, unwrap } from './wrappers.ts';

/**
 * JSON: one record a line, or any sequence of values (one after the other, in an array, pretty-printed, in a wrapper like
 * CloudTrail's `Records`). The records' shapes are told one by one, see `shapes/`.
 */
export const jsonReader: LogReader = {
  name: 'json',
  splits: true,
  recognises(head) {
    const text = headText(head).trimStart();
    if (isLines(text)) return 2;
    if (/^(?:\{\s*["}]|\[\s*[{\]])/.test(text)) return 2;
    return /^Record \d+\r?\n\{/.test(text) ? 2 : 0;
  },
  async read(input, fields, sink, part) {
    const { head, rest } = await headOf(input);
    const encoding = encodingOf(head);
    const records = new Records(input, fields, sink);
    if (isLines(headText(head).trimStart()))
      await eachLine(rest, sink, { encoding, part }, (text, line) => records.line(text, line));
    else if (isFirst(part)) await eachValue(rest, sink, { encoding }, (text, line) => records.value(text, line));
  },
};

/** Turns JSON texts into events of one sink. */
class Records {
  private count = 0;
  private readonly event: RecordEvent;
  private readonly input: LogInput;
  private readonly sink: LogSink;

  constructor(input: LogInput, fields: FieldTable, sink: LogSink) {
    this.event = new RecordEvent(fields, input, withAllDigits);
    this.input = input;
    this.sink = sink;
  }

  /** A line that should hold one record. */
  line(text: string, line: number): void {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (error) {
      this.unparsed(text, line, error as Error);
      return;
    }
    this.record(json, text, line, line);
  }

  /** A value that was found by its brackets. Its place among the values is its number. */
  value(text: string, line: number): void {
    this.count++;
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (error) {
      this.broken(line, error as Error);
      return;
    }
    this.record(json, text, this.count, line);
  }

  private record(json: unknown, text: string, position: number, line: number): void {
    if (!isObject(json)) {
      this.broken(line, new Error('no JSON object'));
      return;
    }
    const list = listOf(json);
    if (list) {
      for (const item of list) if (isObject(item)) this.emit(unwrap(item), '', position);
    } else this.emit(unwrap(json), text, position);
  }

  private emit(json: Readonly<Record<string, unknown>>, text: string, position: number): void {
    this.event.set(json, layoutOf(json, this.input.name), text, position);
    this.sink.event(this.event);
  }

  /** Blank lines, several records on one line, or no JSON at all. */
  private unparsed(text: string, line: number, error: Error): void {
    if (text.trim() === '') return;
    const values = valuesIn(text);
    const parsed = values?.map(tryParse);
    if (!values || !parsed || parsed.includes(undefined)) this.broken(line, error);
    else for (const [i, json] of parsed.entries()) this.record(json, values[i]!, line, line);
  }

  private broken(line: number, error: Error): void {
    this.sink.problem(problem('record-broken', { source: this.input.name, line }, { reason: shortReason(error) }));
  }
}

/**
 * Numbers with more digits than a double holds are read as texts. That takes a second look at the record, so it is done only when
 * such a number is asked for.
 */
function withAllDigits(source: string): LogRecord | null {
  if (!LONG_NUMBER.test(source)) return null;
  const quoted = source.replace(TEXT_OR_LONG_NUMBER, (part) => (part.startsWith('"') ? part : `"${part}"`));
  const record = tryParse(quoted);
  return isObject(record) ? unwrap(record) : null;
}

const LONG_NUMBER = /[:,[]\s*-?\d{16}/;
const TEXT_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/g;

/** Whether the first line is a whole record: then every line is expected to be one. Wrapped lists are taken apart instead. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  if (!text.startsWith('{') || LIST_BEGINS.test(text)) return false;
  return isObject(tryParse(end < 0 ? text : text.slice(0, end)));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The language quotes the text it could not parse; a few characters of it are enough. */
function shortReason({ message }: Error): string {
  return message.length > 120 ? `${message.slice(0, 117)}...` : message;
}
