import type { DocumentText } from '../../model/document.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Family } from './family.ts';
import { fileNames, paths } from './files.ts';
import { hashes } from './hashes.ts';
import { hosts } from './hosts.ts';
import { ids } from './ids.ts';
import { ips } from './ips.ts';
import { mails } from './mails.ts';
import { registry } from './registry.ts';
import { ownerOf, roleOf } from './roles.ts';
import { rules } from './rules.ts';
import { urls } from './urls.ts';
import { windowsOf } from './windows.ts';
import { zonesOf } from './zones.ts';

/** What is looked for, the longer things first: a host within a link or a hash within a path is not told again. */
const FAMILIES: readonly Family[] = [urls, mails, registry, rules, paths, ips, hosts, fileNames, hashes, ids];

/**
 * The technical artefacts that a document names, in the order of the text, each with what it is for. Values are refanged
 * and normalised, spans cover the words as written. Time is linear in the text's length.
 */
export function findIndicators(document: DocumentText): Indicator[] {
  const { text, blocks } = document;
  const zones = zonesOf(text, blocks);
  const windows = windowsOf(text);
  const context = { text, zones, owner: ownerOf(document) };
  const taken = new Uint8Array(text.length);
  const found: Indicator[] = [];
  for (const family of FAMILIES) {
    for (const candidate of family.find(text, zones, windows)) {
      const { type, value, start, end } = candidate;
      if (taken[start] || taken[end - 1] || taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ type, value, start, end, ...roleOf(candidate, context) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
