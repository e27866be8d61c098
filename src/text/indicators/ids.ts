import type { Family } from './family.ts';

/** Identifiers of public registers: CVE numbers and ATT&CK techniques, tactics, groups, software, mitigations, campaigns. */
export const ids: Family = {
  id: 'ids',
  *find(text) {
    for (const m of /cve/i.test(text) ? text.matchAll(CVE) : []) {
      yield { type: 'cve', value: `CVE-${m[1]}-${m[2]}`, start: m.index, end: m.index + m[0].length, defanged: false };
    }
    // Groups and software have ids as short as product names, so they need the matrix named somewhere.
    const named = /ATT&CK|MITRE/.test(text);
    for (const m of /[TGSMCDA][01]\d\d/.test(text) ? text.matchAll(ATTACK) : []) {
      if (!m[0].startsWith('T') && !named) continue;
      yield {
        type: 'attack-id',
        value: m[0].replace('/', '.'),
        start: m.index,
        end: m.index + m[0].length,
        defanged: false,
      };
    }
  },
};

const CVE = /(?<![\p{L}\p{N}])CVE[-‐‑–— ]?((?:19|20)\d\d)[-‐‑–—](\d{4,7})(?!\d)/giu;
const ATTACK =
  /(?<![\p{L}\p{N}_.-])(?:T(?:1\d{3}|0[89]\d{2})(?:[./]\d{3})?|TA0(?:0[0-4]\d|1[01]\d)|[GS][01]\d{3}|M1\d{3}|C00\d{2}|DS00\d{2})(?![\p{L}\p{N}_]|\.\d|-\d)/gu;
