/** A way of working and the words by which reports tell it. */
export interface WordRow {
  readonly value: string;
  readonly pattern: RegExp;
}

/** What was entered first. */
export const ENTRY_WORDS: readonly WordRow[] = [
  {
    value: 'mail server',
    pattern: /\b(?:e-?mail|mail|exchange) (?:servers?|systems?|gateways?)\b|\bMicrosoft Exchange\b/i,
  },
  {
    value: 'web application',
    pattern:
      /\b(?:document(?:[- ]management)?|file[- ]transfer|content|web|portal) (?:systems?|servers?|applications?|platforms?)\b/i,
  },
  {
    value: 'remote access',
    pattern: /\b(?:VPN|remote[- ]access (?:gateway|server|service)|remote desktop gateway)\b/i,
  },
  { value: 'message', pattern: /\b(?:phishing|attachments?|lure)\b/i },
];

/** How many machines were reached. */
export const SPREAD_WORDS: readonly WordRow[] = [
  {
    value: 'software distribution',
    pattern:
      /\b(?:(?:software|program|client)[- ](?:updates?|upgrades?|distribution)|(?:updates?|upgrades?)[- ](?:functions?|servers?|mechanisms?|services?|systems?|packages?)|supply chain)\b/i,
  },
  {
    value: 'remote services',
    pattern:
      /\b(?:domain controllers?|lateral(?:ly)?|administrative shares?|remote services?|PsExec|from (?:machine|host|computer) to)\b/i,
  },
];

/** What was gone for. */
export const AIM_WORDS: readonly WordRow[] = [
  { value: 'mail', pattern: /\b(?:e-?mails?|mail|mailbox(?:es)?|correspondence)\b(?! (?:server|system|gateway))/i },
  {
    value: 'files',
    pattern: /\b(?:documents?|files?|data|designs?|drawings?|archives?)\b(?! (?:server|system|management))/i,
  },
  { value: 'passwords of the domain', pattern: /\b(?:password (?:hashes|database)|directory database|ntds)\b/i },
];

/** That a sentence is about what traffic went through. */
export const RELAY_WORDS: readonly WordRow[] = [
  {
    value: 'relay',
    pattern: /\b(?:prox(?:y|ies)|relays?|relayed|jump (?:hosts?|servers?)|springboards?|routed|through servers)\b/i,
  },
];
