import { overlap } from '../../base/span.ts';
import type { Checked } from './check.ts';

/** A checked statement and the request it came from. */
export interface Found extends Checked {
  readonly window: number;
}

/**
 * The statements of all windows in the order of the text, without duplicates. Within one window only the same kind on
 * the same passage with the same parties counts as a duplicate; across windows, which share text, any statement of the same
 * kind on mostly the same passage does, and the surer one stays.
 */
export function merged(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => b.score - a.score || a.span.start - b.span.start))
    if (!kept.some((other) => same(one, other))) kept.push(one);
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function same(a: Found, b: Found): boolean {
  if (a.claim.kind !== b.claim.kind) return false;
  if (a.window !== b.window) return likeness(a, b) >= 0.5;
  return likeness(a, b) === 1 && parties(a) === parties(b);
}

function likeness(a: Found, b: Found): number {
  const common = overlap(a.span, b.span);
  return common / (a.span.end - a.span.start + b.span.end - b.span.start - common);
}

function parties({ claim }: Found): string {
  return JSON.stringify([claim.speaker, claim.actor, claim.target, claim.object]);
}
