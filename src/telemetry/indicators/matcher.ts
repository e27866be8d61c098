import { canonicalIpv6, type Watched, type WatchedType } from './watched.ts';

/**
 * Looks for indicators in the texts of records: each text is cut once into words of letters, digits, `.`, `-` and `_`, and each
 * word is looked up, so that the cost does not grow with the number of indicators. Domains match below themselves too
 * (`cdn.example.org` for `example.org`); URLs and mail addresses are found by their host and then compared; names with other
 * characters are looked for one by one.
 */
export class IndicatorMatcher {
  readonly watched: readonly Watched[];
  private readonly words = new Map<string, number[]>();
  private readonly domains = new Map<string, number[]>();
  private readonly byHost = new Map<string, number[]>();
  private readonly ipv6 = new Map<string, number[]>();
  private readonly odd: number[] = [];

  constructor(watched: readonly Watched[]) {
    this.watched = watched;
    watched.forEach(({ type, value }, n) => {
      const at = this.placeOf(type, value);
      if (at === null) this.odd.push(n);
      else put(at.map, at.key, n);
    });
  }

  /** Numbers of the indicators that stand in a text, each once, in ascending order. */
  find(text: string): readonly number[] {
    const found = this.scan(text);
    return found.length > 1 ? [...new Set(found)].sort((a, b) => a - b) : found;
  }

  private placeOf(type: WatchedType, value: string): { map: Map<string, number[]>; key: string } | null {
    if (type === 'domain') return { map: this.domains, key: value };
    if (type === 'ipv6') return { map: this.ipv6, key: value };
    if (type === 'url') {
      const host = /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)/.exec(value)?.[1] ?? '';
      return isWord(host) ? { map: this.byHost, key: host } : null;
    }
    if (type === 'email') return { map: this.byHost, key: value.slice(value.indexOf('@') + 1) };
    return isWord(value) ? { map: this.words, key: value } : null;
  }

  private scan(text: string): number[] {
    const found: number[] = [];
    let low = '';
    let start = -1;
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : 0;
      if (code < 128 && IN_WORD[code] === 1) {
        if (start < 0) start = i;
        continue;
      }
      if (start >= 0 && i - start >= SHORTEST) {
        low ||= text.toLowerCase();
        // Lower case can change a text's length; words are ASCII, so this is rare, and then each word is folded itself.
        const word = low.length === text.length ? low.slice(start, i) : text.slice(start, i).toLowerCase();
        this.word(word, low, found);
      }
      start = -1;
    }
    if (this.ipv6.size > 0 && text.includes(':')) this.addresses(text, found);
    if (this.odd.length > 0) {
      low ||= text.toLowerCase();
      for (const n of this.odd) if (low.includes(this.watched[n]!.value)) found.push(n);
    }
    return found;
  }

  private word(word: string, text: string, found: number[]): void {
    add(found, this.words.get(word));
    if (this.domains.size === 0 && this.byHost.size === 0) return;
    const host = word.endsWith('.') ? word.slice(0, -1) : word;
    for (let dot = 0; ; ) {
      const name = dot === 0 ? host : host.slice(dot);
      add(found, this.domains.get(name));
      for (const n of this.byHost.get(name) ?? []) if (text.includes(this.watched[n]!.value)) found.push(n);
      dot = host.indexOf('.', dot) + 1;
      if (dot === 0) return;
    }
  }

  private addresses(text: string, found: number[]): void {
    for (const [written] of text.matchAll(/[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*/gi)) {
      if (written.length > 45) continue;
      const address = canonicalIpv6(written.replace(/\.$/, ''));
      if (address) add(found, this.ipv6.get(address));
    }
  }
}

/** No indicator is shorter. */
const SHORTEST = 4;

const IN_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9._-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

function isWord(text: string): boolean {
  return text.length >= SHORTEST && /^[a-z0-9._-]+$/.test(text);
}

function put(map: Map<string, number[]>, key: string, n: number): void {
  const list = map.get(key);
  if (list) list.push(n);
  else map.set(key, [n]);
}

function add(found: number[], more: readonly number[] | undefined): void {
  if (more) found.push(...more);
}
