import { UsageError } from '../../base/errors.ts';

/** What is needed to ask an OpenAI-compatible endpoint, and the bounds within which it is asked. */
export interface EndpointConfig {
  /** Without the trailing slash, e.g. `http://127.0.0.1:8080/v1`; `/chat/completions` is appended. */
  readonly baseUrl: string;
  readonly model: string;
  /** A function, not a string, so that printing or serialising a configuration cannot show the key. */
  readonly key: () => string | null;
  /** Milliseconds one request may take, answer included. */
  readonly timeoutMs: number;
  /** Requests for one window, the first included. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubles from there. */
  readonly retryDelayMs: number;
  /** Longest answer taken, in bytes. */
  readonly maxAnswerBytes: number;
  /** Characters of text in one request, and how many of them the next request repeats. */
  readonly windowChars: number;
  readonly overlapChars: number;
  /** Requests with different text that one document may cost. */
  readonly maxWindows: number;
}

export const ENDPOINT_DEFAULTS = Object.freeze({
  timeoutMs: 120_000,
  attempts: 3,
  retryDelayMs: 500,
  maxAnswerBytes: 2_000_000,
  windowChars: 12_000,
  overlapChars: 1_200,
  maxWindows: 40,
});

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration from LONGWATCH_LLM_BASE_URL, LONGWATCH_LLM_MODEL and LONGWATCH_LLM_API_KEY (the key may be missing:
 * local servers need none). Null when the base URL is not set, which is the default: no model is asked.
 * Throws UsageError for a model that is missing and for an address that is refused, see `checkedBaseUrl`.
 */
export function endpointConfigFromEnv(env: Environment): EndpointConfig | null {
  const base = env.LONGWATCH_LLM_BASE_URL?.trim();
  if (!base) return null;
  const model = env.LONGWATCH_LLM_MODEL?.trim();
  if (!model) throw new UsageError('LONGWATCH_LLM_BASE_URL is set but LONGWATCH_LLM_MODEL is not');
  const key = env.LONGWATCH_LLM_API_KEY?.trim() || null;
  const baseUrl = checkedBaseUrl(base, env.LONGWATCH_LLM_ALLOW_HTTP === '1');
  return Object.freeze({ ...ENDPOINT_DEFAULTS, baseUrl, model, key: () => key });
}

/**
 * The base URL without a trailing slash. Refused with a UsageError: anything but http and https, a user or password
 * within the URL, and http to another machine unless `allowHttp`, since documents and key would travel in the clear.
 */
export function checkedBaseUrl(text: string, allowHttp = false): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new UsageError('LONGWATCH_LLM_BASE_URL must be an http or https URL');
  if (url.username || url.password)
    throw new UsageError('LONGWATCH_LLM_BASE_URL must not hold a user or password; use LONGWATCH_LLM_API_KEY');
  if (url.search || url.hash) throw new UsageError('LONGWATCH_LLM_BASE_URL must not hold a query or fragment');
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowHttp)
    throw new UsageError('LONGWATCH_LLM_BASE_URL must use https unless it points at this machine');
  return url.href.replace(/\/+$/, '');
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
