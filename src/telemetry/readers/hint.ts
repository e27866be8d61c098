import type { LogsourceHint } from '../reader.ts';

/**
 * What the user says about a file counts more than what its format suggests (an access log may be a proxy's), except for event
 * records of Windows, which say themselves what they are.
 */
export function withHint(source: { product: string; category: string; service: string }, hint: LogsourceHint): void {
  if (source.product === 'windows') return;
  if (hint.product) source.product = hint.product;
  if (hint.category) source.category = hint.category;
  if (hint.service) source.service = hint.service;
}
