import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { type Place, type Problem, problem, type Severity } from '../../../base/problem.ts';

export type Path = readonly (string | number)[];

/** A parsed file whose every value knows its line. */
export interface Source {
  readonly value: Readonly<Record<string, unknown>>;
  place(path: Path): Place;
}

/** Longer files are no matrices. */
const LONGEST = 4_000_000;

/** Parses YAML or JSON (which is YAML too). Null, with problems, for what is no map. */
export function parseSource(text: string, problems: Problem[]): Source | null {
  const fail = (code: string, place: Place, details: Problem['details'] = {}) => {
    problems.push(problem(code, place, details, 'error'));
    return null;
  };
  if (text.length > LONGEST) return fail('yaml-too-large', {}, { limit: LONGEST, unit: 'characters' });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  for (const { code, message, pos } of document.errors)
    fail(code === 'DUPLICATE_KEY' ? 'weigh-key-twice' : 'yaml-syntax', at(pos[0]), { reason: message });
  if (problems.length) return null;
  if (!isMap(document.contents)) return fail('weigh-not-a-file', {});
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return fail('yaml-syntax', {}, { reason: (error as Error).message });
  }
  return {
    value: value as Readonly<Record<string, unknown>>,
    place: (path) => {
      const offset = offsetOf(document, path);
      return { ...(offset === null ? {} : at(offset)), ...(path.length ? { part: wordsFor(path) } : {}) };
    },
  };
}

/** The value that a schema takes, else null with a problem for each fault, at the line of the fault. */
export function check<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: Path,
  source: Source,
  problems: Problem[],
  severity: Severity = 'warning',
): T | null {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    const { path: inner, message } = deepest(issue);
    const full = [...path, ...inner];
    problems.push(
      problem('weigh-field', source.place(full), { field: String(full.at(-1) ?? ''), reason: message }, severity),
    );
  }
  return null;
}

/** Keys that mean nothing are told, not obeyed. */
export function unknownKeys(
  value: unknown,
  known: readonly string[],
  path: Path,
  source: Source,
  problems: Problem[],
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const key of Object.keys(value))
    if (!known.includes(key))
      problems.push(
        problem('key-unknown', source.place([...path, key]), { key, part: path.length ? wordsFor(path) : 'the file' }),
      );
}

/** Of the alternatives of a union, the one that came furthest says what is wrong. */
function deepest(issue: z.core.$ZodIssue): { path: Path; message: string } {
  const own = {
    path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    message: issue.message,
  };
  if (issue.code !== 'invalid_union') return own;
  const inner = issue.errors.flatMap((issues) => issues.map(deepest));
  const [best] = inner.sort((a, b) => b.path.length - a.path.length);
  return best ? { path: [...own.path, ...best.path], message: best.message } : own;
}

function offsetOf(document: Document, path: Path): number | null {
  for (let length = path.length; length >= 0; length--) {
    const steps = path.slice(0, length);
    const parent = steps.length ? document.getIn(steps.slice(0, -1), true) : document.contents;
    // A key points at itself: its value may stand lines below.
    if (isMap(parent) && steps.length) {
      const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(steps.at(-1)));
      if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(steps, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return null;
}

function wordsFor(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : i === 0 ? step : `.${step}`)).join('');
}
