import type { Span } from '../../base/span.ts';
import type { Entry } from './name-index.ts';

const CUE =
  'groups?|gang|actors?|crew|collective|syndicate|cartel|hackers?|malware|ransomware|trojans?|backdoors?|botnets?|worms?|wipers?|loaders?|downloaders?|droppers?|stealers?|infostealers?|rats?|spyware|rootkits?|implants?|bootkits?|keyloggers?|webshells?|exploit kits?|toolkit|toolset|frameworks?|payloads?|samples?|variants?|family|operators?|attackers?|infections?|strain';
const CUE_AFTER = new RegExp(`^[”"’']?,?\\s(?:[\\w-]+\\s)?(?:${CUE})\\b`, 'i');
const CUE_BEFORE = new RegExp(
  `\\b(?:${CUE}|a\\.?k\\.?a\\.?|dubbed|called|named|known as|tracked as|nicknamed|codenamed|also as)[,:]?\\s+(?:the\\s+|as\\s+)?[“"‘'(]?$`,
  'i',
);
const NAMING_BEFORE =
  /\b(?:a\.?k\.?a\.?|dubbed|called|named|known as|tracked as|nicknamed|codenamed)[,:]?\s+(?:the\s+)?[“"‘'(]?$/i;
const SMALL_WORD = /^(?:of|the|and|for|de|la|le|in|on|from|to|with)$/;

/** Whether the words of a span are written, and stand in their sentence, as the name they spell. */
export function speaksOfIt(text: string, span: Span, entry: Entry): boolean {
  const words = text.slice(span.start, span.end);
  if (insidePath(text, span)) return false;
  const exact = entry.spellings.includes(words);
  if (entry.ordinary) return ordinaryWord(text, span, words, exact);
  if (/\d/.test(words) || exact) return true;
  const parts = words.split(/[\s\-–‑._/+&]+/);
  if (parts.length === 1)
    return (
      /\p{Lu}/u.test(words) ||
      (words.length >= 6 && entry.spellings.some((s) => s.toLowerCase() === words && !/\s/.test(s)))
    );
  return (
    parts.every((part) => /^\p{Lu}/u.test(part) || /^\d/.test(part) || SMALL_WORD.test(part)) && /^\p{Lu}/u.test(words)
  );
}

function ordinaryWord(text: string, span: Span, words: string, exact: boolean): boolean {
  const after = text.slice(span.end, span.end + 40);
  if (/^\.exe\b/i.test(after)) return true;
  if (!exact && !/^\p{Lu}/u.test(words)) return false;
  if (!/\p{Lu}/u.test(words)) return false;
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  // Another capitalised word beside it makes a longer name: "Anchor Group", "Prime Minister Silence".
  if (
    /^\s+(?!(?:Group|Ransomware|Malware|Trojan|Backdoor|RAT|Team|APT|Gang|Campaign|Loader|Stealer|Bot|Botnet)\b)\p{Lu}\p{Ll}/u.test(
      after,
    )
  )
    return false;
  if (NAMING_BEFORE.test(before)) return true;
  const opens = /(?:^|[.!?:]["”’)]?\s+|\n\s*)["“‘]?$/.test(before);
  return CUE_AFTER.test(after) || (!opens && CUE_BEFORE.test(before));
}

/** Part of an address, a path or a longer compound written together. */
function insidePath(text: string, { start, end }: Span): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text.slice(end, end + 6);
  if (/[\\/@_=%]/.test(before) && !/^\s/.test(text[start - 2] ?? 'x')) return true;
  if (before === '.' && /\w/.test(text[start - 2] ?? ' ')) return true;
  return /^(?:[_@=\\]|\.(?!exe\b)[a-z]{2,4}\b)/.test(after) || (/^\/\w/.test(after) && /[\\/]/.test(before));
}
