/** ATT&CK's tactics in the order of an intrusion. `defense-evasion` was parted into the two after it by version 19. */
export const TACTICS: readonly (readonly [id: string, name: string])[] = [
  ['reconnaissance', 'Reconnaissance'],
  ['resource-development', 'Resource Development'],
  ['initial-access', 'Initial Access'],
  ['execution', 'Execution'],
  ['persistence', 'Persistence'],
  ['privilege-escalation', 'Privilege Escalation'],
  ['defense-evasion', 'Defense Evasion'],
  ['stealth', 'Stealth'],
  ['defense-impairment', 'Defense Impairment'],
  ['credential-access', 'Credential Access'],
  ['discovery', 'Discovery'],
  ['lateral-movement', 'Lateral Movement'],
  ['collection', 'Collection'],
  ['command-and-control', 'Command and Control'],
  ['exfiltration', 'Exfiltration'],
  ['impact', 'Impact'],
];

const ORDER = new Map(TACTICS.map(([id], i) => [id, i]));
const NAMES = new Map(TACTICS);
const TECHNIQUE = /^t\d{4}(?:\.\d{3})?$/;

/** What the `attack.` tags of a rule name: tactics (`execution`) and techniques (`T1059.001`). Groups and software are not among them. */
export interface AttackTags {
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
}

/** Reads tags such as `attack.execution`, `attack.defense_evasion` (the older spelling) and `attack.t1059.001`. */
export function attackTags(tags: readonly string[]): AttackTags {
  const key = tags.join('\n');
  const known = read.get(key);
  if (known) return known;
  if (read.size >= REMEMBERED) read.clear();
  const found = readTags(tags);
  read.set(key, found);
  return found;
}

/** Tags of a rule come with each of its hits; they are read once. */
const read = new Map<string, AttackTags>();
const REMEMBERED = 10_000;

function readTags(tags: readonly string[]): AttackTags {
  const tactics = new Set<string>();
  const techniques = new Set<string>();
  for (const tag of tags) {
    const lower = tag.toLowerCase();
    if (!lower.startsWith('attack.')) continue;
    const name = lower.slice('attack.'.length);
    const tactic = name.replaceAll('_', '-');
    if (ORDER.has(tactic)) tactics.add(tactic);
    else if (TECHNIQUE.test(name)) techniques.add(name.toUpperCase());
  }
  return { tactics: [...tactics].sort(compareTactics), techniques: [...techniques].sort() };
}

export function tacticName(id: string): string {
  return NAMES.get(id) ?? id;
}

export function compareTactics(a: string, b: string): number {
  return (ORDER.get(a) ?? ORDER.size) - (ORDER.get(b) ?? ORDER.size);
}
