/** Sentences that speak of techniques without telling that anybody used one. */
const ADVICE =
  /\b(?:recommend(?:s|ed|ation)?|mitigat\w+|best practices?|(?:users?|organi[sz]ations?|administrators?|admins?|companies|businesses|defenders?|customers?|people|you|we) (?:should|must|can|need to|are (?:advised|urged|encouraged))|(?:is|are) (?:advised|urged|encouraged)|should (?:be|always|never|also|consider|ensure)|make sure|ensure that|to (?:protect|defend) (?:against|yourself|your)|protect yourself|avoid (?:clicking|opening)|apply (?:the )?patch\w*|hunt for|detect(?:s|ed)? (?:this|these|the) )\b/i;
const CONJECTURE =
  /\b(?:could|might|would|hypothetical(?:ly)?|in theory|theoretically|if (?:an? )?(?:attackers?|hackers?|users?|victims?))\b/i;
const DEFINITION =
  /\b(?:is|are) (?:a|an|the|any) (?:\w+ ){0,3}(?:technique|type of (?:attack|malware)|term|practice|method) (?:of|for|that|in which|used|where|whereby)\b|\brefers? to\b|\bis defined as\b|\bis when\b/i;
/** A sentence that says what somebody or something did outweighs a "could" elsewhere in it. */
const DEED =
  /\b(?:used|uses|deployed|executed|executes|created|creates|downloaded|downloads|dropped|drops|installed|installs|exfiltrated|stole|sent|leveraged|leverages|observed|ran|runs|launched|launches|injected|injects|modified|modifies|attempted)\b/i;

/** What a flaw would let somebody do is not done. */
const FLAW =
  /\b(?:vulnerabilit(?:y|ies)|flaws?|bugs?|CVE-\d{4}-\d+)\b[^.]*\b(?:allow(?:s|ed|ing)?|enabl(?:es?|ed|ing)|lets?|letting|is caused|was assigned|exposure)\b/i;

/** Whether a sentence may be read as telling of a technique in use: no advice, no definition, no mere possibility. */
export function tellsOfUse(sentence: string): boolean {
  if (ADVICE.test(sentence) || DEFINITION.test(sentence) || FLAW.test(sentence)) return false;
  return !CONJECTURE.test(sentence) || DEED.test(sentence);
}

/** Marks of technical writing: files, paths, keys, addresses, commands, and the words of people who take malware apart. */
const TECHNICAL =
  /\.(?:exe|dll|ps1|bat|vbs|sys|dat|hta|lnk)\b|\\\w+\\|\bHKLM|\bHKCU|HKEY_|hxxps?:|\[\.\]|\b[0-9a-f]{32,}\b|\b(?:payloads?|C2|C&C|command[- ]and[- ]control|shellcode|DLL|PowerShell|base64|registry|mutex|loader|dropper|backdoor|implant|encrypt(?:s|ed)|decrypt(?:s|ed)?|obfuscat\w+|persistence|lateral movement|scheduled task|API|RC4|XOR|AES|beacon\w*|exfiltrat\w+|LSASS|Mimikatz|Cobalt Strike|PsExec|WMI|RDP|SMB|in-memory|sideload\w*|injects?|hardcoded|binary|sandbox|decoy|macros?)\b/g;

/** Technical marks per thousand characters of a text, from its first 60,000: about 0 to 1.5 in news, 3 and more in a malware analysis. */
export function technicality(text: string): number {
  const sample = text.slice(0, 60_000);
  if (!sample) return 0;
  return ((sample.match(TECHNICAL)?.length ?? 0) * 1000) / Math.max(sample.length, 400);
}

/** Words that excuse a sentence from a technique the model likes to see in it: files for ransom are no obfuscation, paying for a key is no decoding. */
const EXCUSES: Readonly<Record<string, RegExp>> = {
  T1140:
    /\bransom|\b(?:your|victims?['’]?s?|the|locked|affected|infected|their|user) files\b|\bdecrypt(?:ion|or|ing)? (?:key|tool|service)|\bdecrypt(?:s|ed|ing)? (?:them|it|files?|your|their|his|her|customer|victim|sensitive|data|HTTPS|the data|the drive)\b|\bfiles\b.*\bdecrypt|\bpasswords?\b.*\bdecrypted|\bdecrypted\b.*\bpasswords?\b/i,
  T1027:
    /\bransom|\bencrypt(?:s|ed|ing)? (?:the |all |all the |your |their |victims?['’]?s? |certain |local |users?['’] )*(?:files|data|documents|drives?|disks?)\b|\bfiles (?:are|were|is) encrypted\b/i,
  T1573_001: /\bransom|\bfiles\b/i,
  T1106: /\bREST\b|\bKubernetes\b|\bAPI (?:server|keys?|calls? to|requests?)\b/i,
};

/** Whether a sentence's own words speak against reading a technique out of it. */
export function excused(id: string, sentence: string): boolean {
  return EXCUSES[id.replace('.', '_')]?.test(sentence) ?? false;
}

/** The probability asked of the model: its own threshold in an analysis, more the less technical the text; 1 (nothing) in plain news. */
export function wantedProbability(own: number, marks: number): number {
  if (marks >= 2.5) return own;
  if (marks >= 1) return own + ((0.6 - own) * (2.5 - marks)) / 1.5;
  return marks >= 0.6 ? 0.93 : 1;
}
