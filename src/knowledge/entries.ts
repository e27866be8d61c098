import { techniques } from './techniques.ts';

/** Ways of initial access by ATT&CK id, and the words that tell of them; `|` separates phrases, a final `s` may be missing or there. */
const WORDS: Readonly<Record<string, string>> = {
  T1566:
    'phishing|spearphishing|spear-phishing|malicious attachment|malicious email|malicious e-mail|infected attachment|booby-trapped document|booby-trapped email|decoy document|lure document',
  T1190:
    'zero-day|zero day|0-day|exploited a vulnerability|exploited vulnerabilities|exploited a flaw|exploited flaws|exploiting a vulnerability|exploiting vulnerabilities|exploiting a flaw|exploited a bug|exploited a weakness|exploited weaknesses|exploiting weaknesses|unpatched server|sql injection|web shell',
  T1195:
    'supply chain|supply-chain|software update|update server|update mechanism|upgrade function|update function|trojanized installer|trojanised installer',
  T1078:
    'stolen credential|stolen password|compromised credential|compromised account|leaked credential|default password|valid account|password spraying|guessed password|reused password',
  T1189: 'watering hole|watering-hole|drive-by|compromised website|strategic web compromise',
  T1133: 'exposed rdp|remote desktop|vpn account|vpn gateway|vpn appliance|remote access service',
  T1199: 'managed service provider|trusted relationship|trusted partner|through a supplier|through a contractor',
  T1091: 'usb drive|usb stick|removable media|flash drive',
  T1200: 'rogue device|hardware implant',
};

const PATTERNS = Object.entries(WORDS).map(
  ([id, words]) =>
    [
      id,
      new RegExp(
        `(?<![a-z])(?:${words
          .split('|')
          .map((w) => w.replace(/[-]/g, '[-\\u2010\\u2011]'))
          .join('|')})s?(?![a-z])`,
        'i',
      ),
    ] as const,
);

/** Techniques of initial access that a passage names in words; parents, in the order of the table. */
export function entriesIn(passage: string): string[] {
  return PATTERNS.flatMap(([id, words]) => (words.test(passage) ? [id] : []));
}

/** The technique of initial access an id belongs to (its parent), null for ids of other tactics. */
export function entryOf(id: string): string | null {
  const parent = id.split('.', 1)[0]!;
  return techniques().get(parent)?.tactics.includes('initial-access') ? parent : null;
}

/** The technique of initial access that goes by a name in ATT&CK, whatever its capitals. */
export function entryNamed(name: string): string | null {
  byName ??= new Map(
    [...techniques().values()]
      .filter(({ id, tactics }) => !id.includes('.') && tactics.includes('initial-access'))
      .map((technique) => [technique.name.toLowerCase(), technique.id]),
  );
  return byName.get(name.trim().toLowerCase()) ?? null;
}

let byName: ReadonlyMap<string, string> | undefined;
