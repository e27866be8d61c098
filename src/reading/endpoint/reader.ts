import { stableId } from '../../base/hash.ts';
import { type Problem, problem } from '../../base/problem.ts';
import type { DocumentText } from '../../model/document.ts';
import type { Reader } from '../../model/reading.ts';
import type { Statement } from '../../model/statement.ts';
import { ask } from './ask.ts';
import { checkAnswer } from './check.ts';
import type { EndpointConfig } from './config.ts';
import { type Found, merged } from './merge.ts';
import { messages, PROMPT_VERSION } from './prompt.ts';
import { halves, type Window, windows } from './windows.ts';

/** Failures after which the other windows would fare no better. */
const ENDS_THE_READING: ReadonlySet<string> = new Set([
  'endpoint-unreachable',
  'endpoint-timeout',
  'endpoint-status',
  'endpoint-stopped',
]);

/** How often a window whose answer was cut off is halved. */
const MAX_HALVINGS = 2;

/**
 * A reader that asks a language model behind an OpenAI-compatible endpoint. Nothing the model says is believed as it
 * stands: see `check.ts`. The version names the prompt and the model, so that readings by two models can be compared.
 * An abort leaves what was read so far, with a problem that says so.
 */
export function endpointReader(config: EndpointConfig, options: { readonly signal?: AbortSignal } = {}): Reader {
  const name = 'endpoint';
  const version = `${PROMPT_VERSION}+${config.model}`;
  return Object.freeze({
    name,
    version,
    async read(document: DocumentText) {
      const { found, problems } = await readWindows(document, config, options.signal);
      const statements = distinct(merged(found).map((one) => statement(document, one, { name, version })));
      return { statements, problems };
    },
  });
}

async function readWindows(document: DocumentText, config: EndpointConfig, signal: AbortSignal | undefined) {
  const found: Found[] = [];
  const problems: Problem[] = [];
  const all = windows(document, config.windowChars, config.overlapChars);
  if (all.length > config.maxWindows)
    problems.push(
      problem(
        'document-too-long-for-endpoint',
        { offset: all[config.maxWindows]!.start },
        { read: config.maxWindows, of: all.length },
      ),
    );
  const waiting = all.slice(0, config.maxWindows).map((window) => ({ window, halvings: 0 }));
  for (let request = 0; waiting.length > 0; request++) {
    const { window, halvings } = waiting.shift()!;
    const answer = await ask(config, messages(document, window), signal);
    if (answer.ok) {
      const { checked, problems: more } = checkAnswer(document, window, answer.content);
      found.push(...checked.map((one) => ({ ...one, window: request })));
      problems.push(...more);
      continue;
    }
    const parts = answer.cut && halvings < MAX_HALVINGS ? halves(document, window) : [];
    waiting.unshift(...parts.map((part) => ({ window: part, halvings: halvings + 1 })));
    if (parts.length === 0) problems.push(placed(answer.problem, window));
    if (ENDS_THE_READING.has(answer.problem.code)) break;
  }
  return { found, problems };
}

/** A failure with the first character that was therefore not read. */
function placed(failure: Problem, window: Window): Problem {
  return problem(failure.code, { ...failure.place, offset: window.start }, failure.details, failure.severity);
}

function statement(document: DocumentText, found: Found, extractor: Statement['extractor']): Statement {
  const { claim, span, score } = found;
  return Object.freeze({
    id: stableId('st', document.id, span.start, span.end, claim.kind, extractor.name, extractor.version),
    ...span,
    quote: document.text.slice(span.start, span.end),
    ...claim,
    score,
    extractor,
  });
}

/** Two claims of one kind on the very same passage get ids of their own. */
function distinct(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Map<string, number>();
  return statements.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, count);
    return count === 1 ? one : Object.freeze({ ...one, id: stableId('st', one.id, count) });
  });
}
