import { type Problem, problem } from '../../base/problem.ts';
import type { EndpointConfig } from './config.ts';
import type { Message } from './prompt.ts';
import { RESPONSE_FORMAT } from './schema.ts';

/** What came back for one window. `cut` means that the answer ended before it was complete: ask about less text. */
export type Answered =
  | { readonly ok: true; readonly content: unknown }
  | { readonly ok: false; readonly cut: boolean; readonly problem: Problem };

/** Longest pause before another attempt, also when the server asks for a longer one; milliseconds. */
const LONGEST_PAUSE = 30_000;

/**
 * Sends one chat completion request and returns the JSON that the model wrote. Status 408, 429 and 5xx, a connection
 * that fails and an answer that is not JSON are tried again, with a doubling pause, at most `config.attempts` times in all.
 * Never throws; the key and the server's error text stay out of every problem.
 */
export async function ask(
  config: EndpointConfig,
  messages: readonly Message[],
  signal?: AbortSignal,
): Promise<Answered> {
  for (let attempt = 1; ; attempt++) {
    const result = await once(config, messages, signal);
    if (!('again' in result)) return result;
    if (attempt >= config.attempts) return failed(result.code, { ...result.details, attempts: attempt });
    const wait = Math.min(LONGEST_PAUSE, result.pause ?? config.retryDelayMs * 2 ** (attempt - 1));
    if (!(await pause(wait, signal))) return failed('endpoint-stopped');
  }
}

interface Again {
  readonly again: true;
  readonly code: string;
  readonly details: Problem['details'];
  readonly pause: number | null;
}

async function once(
  config: EndpointConfig,
  messages: readonly Message[],
  signal: AbortSignal | undefined,
): Promise<Answered | Again> {
  const timeout = AbortSignal.timeout(config.timeoutMs);
  const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    const response = await fetch(`${config.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: headers(config),
      body: JSON.stringify({ model: config.model, messages, temperature: 0, response_format: RESPONSE_FORMAT }),
      // A redirect would carry the key and the document to an address that nobody configured.
      redirect: 'error',
      signal: either,
    });
    if (!response.ok) {
      await response.body?.cancel();
      const { status } = response;
      if (status === 408 || status === 429 || status >= 500)
        return again('endpoint-status', { status }, retryAfter(response));
      return failed('endpoint-status', { status, attempts: 1 });
    }
    const text = await limited(response, config.maxAnswerBytes);
    if (text === null) return failed('endpoint-answer-too-long', { bytes: config.maxAnswerBytes });
    return contentOf(text);
  } catch {
    // What fetch throws names the address and no more is needed; its causes could repeat headers.
    if (signal?.aborted) return failed('endpoint-stopped');
    if (timeout.aborted) return failed('endpoint-timeout', { seconds: config.timeoutMs / 1000 });
    return again('endpoint-unreachable', { host: new URL(config.baseUrl).host });
  }
}

function headers(config: EndpointConfig): Record<string, string> {
  const key = config.key();
  const plain = { 'content-type': 'application/json', accept: 'application/json' };
  return key ? { ...plain, authorization: `Bearer ${key}` } : plain;
}

/** The model's JSON out of the server's envelope. */
function contentOf(text: string): Answered | Again {
  const envelope = parsed(text) as
    | { choices?: { finish_reason?: unknown; message?: { content?: unknown; refusal?: unknown } }[] }
    | undefined
    | null;
  const choice = Array.isArray(envelope?.choices) ? envelope.choices[0] : undefined;
  if (choice?.finish_reason === 'length') return failed('endpoint-answer-cut', {}, true);
  if (choice?.message?.refusal) return failed('endpoint-refused');
  const content = choice?.message?.content;
  const value = typeof content === 'string' ? parsed(unfenced(content)) : undefined;
  return value === undefined ? again('endpoint-answer-invalid', { reason: 'not JSON' }) : { ok: true, content: value };
}

/** Some servers wrap JSON into a Markdown fence in spite of the response format. */
function unfenced(text: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1] ?? text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body as text, or null once it is longer than `max` bytes; the rest is then not downloaded. */
async function limited(response: Response, max: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > max) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Milliseconds that the server asks to wait, in seconds form; dates are left to the doubling pause. */
function retryAfter(response: Response): number | null {
  const value = response.headers.get('retry-after');
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) * 1000 : null;
}

/** Waits; false when stopped meanwhile. */
function pause(ms: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(false);
    const stopped = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stopped);
      resolve(true);
    }, ms);
    signal?.addEventListener('abort', stopped, { once: true });
  });
}

function again(code: string, details: Problem['details'], pause: number | null = null): Again {
  return { again: true, code, details, pause };
}

function failed(code: string, details: Problem['details'] = {}, cut = false): Answered {
  return { ok: false, cut, problem: problem(code, {}, details, 'error') };
}
