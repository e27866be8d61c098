import type {
  ActionAnswer,
  ActionInput,
  ActionName,
  ActionOutput,
  HuntInput,
  HuntLine,
  HuntOutcome,
  UploadLine,
} from '../src/http/contract/index.ts';
import { stringifySearch } from './search.ts';

/** A call that failed: what was asked, the code the program gave and its words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly action: string;
  readonly code: string;

  constructor(action: string, code: string, message: string) {
    super(message);
    this.action = action;
    this.code = code;
  }
}

/** Asks the program for one action; throws ApiError with code `unreachable` when it does not answer at all. */
export async function call<N extends ActionName>(
  name: N,
  input: ActionInput<N>,
  signal?: AbortSignal,
): Promise<ActionOutput<N>> {
  const response = await reach(name, `/api/actions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal: signal ?? null,
  });
  const answer = (await response.json().catch(() => null)) as ActionAnswer<N> | null;
  if (!answer) throw new ApiError(name, String(response.status), `The answer was not JSON (HTTP ${response.status}).`);
  if (!answer.ok) throw new ApiError(name, answer.error.code, answer.error.message);
  return answer.output;
}

/** Sends one file and reports each stage as it is reached. */
export async function upload(
  file: File,
  facts: Readonly<Record<string, string | null>>,
  onLine: (line: Extract<UploadLine, { type: 'progress' }>) => void,
): Promise<ActionOutput<'documents.add'>> {
  const url = `/api/upload${stringifySearch({ ...facts, name: file.name })}`;
  const response = await reach('upload', url, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  for await (const line of lines<UploadLine>('upload', response)) {
    if (line.type === 'progress') onLine(line);
    else if (line.type === 'result') return line.output;
    else throw new ApiError('upload', line.error.code, line.error.message);
  }
  throw new ApiError('upload', 'cut-off', 'The answer ended before the result came.');
}

/** Hunts in logs of the program's machine and reports how far it has come; aborting stops the hunt. */
export async function hunt(
  input: HuntInput,
  onLine: (line: Extract<HuntLine, { type: 'progress' }>) => void,
  signal?: AbortSignal,
): Promise<HuntOutcome> {
  const response = await reach('hunt', '/api/hunt', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal: signal ?? null,
  });
  for await (const line of lines<HuntLine>('hunt', response)) {
    if (line.type === 'progress') onLine(line);
    else if (line.type === 'result') return line.output;
    else throw new ApiError('hunt', line.error.code, line.error.message);
  }
  throw new ApiError('hunt', 'cut-off', 'The answer ended before the result came.');
}

async function reach(action: string, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(action, 'unreachable', 'The workbench program does not answer. Is it still running?');
  }
}

async function* lines<Line>(action: string, response: Response): AsyncGenerator<Line> {
  if (!response.ok || !response.body) {
    const answer = (await response.json().catch(() => null)) as { error?: { code: string; message: string } } | null;
    const { code = String(response.status), message = `HTTP ${response.status}` } = answer?.error ?? {};
    throw new ApiError(action, code, message);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += value ?? '';
    const parts = rest.split('\n');
    rest = done ? '' : (parts.pop() ?? '');
    for (const part of parts) if (part.trim()) yield JSON.parse(part) as Line;
    if (done) return;
  }
}
