import type { IndicatorType } from '../../model/indicator.ts';
import type { Family } from './family.ts';

const TYPES: Readonly<Record<number, IndicatorType>> = { 32: 'md5', 40: 'sha1', 64: 'sha256' };

/** Digests by their length. Runs of one digit, bare decimal numbers and parts of longer words are none. */
export const hashes: Family = {
  id: 'hashes',
  *find(text) {
    if (!/[0-9a-fA-F]{32}/.test(text)) return;
    for (const m of text.matchAll(HEX)) {
      const type = TYPES[m[0].length];
      if (!type || !/[a-f]/i.test(m[0]) || !/\d/.test(m[0]) || new Set(m[0].toLowerCase()).size < 6) continue;
      yield { type, value: m[0].toLowerCase(), start: m.index, end: m.index + m[0].length, defanged: false };
    }
  },
};

const HEX = /(?<![\p{L}\p{N}])(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})(?![\p{L}\p{N}])/gu;
