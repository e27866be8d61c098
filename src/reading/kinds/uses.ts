import { TOOL_NOUN } from '../lexicon/fragments.ts';
import { cue, type KindCues } from './cue.ts';

/** An actor or campaign uses a technique, tool, malware, vulnerability or infrastructure. */
export const uses: KindCues = {
  kind: 'uses',
  cues: [
    cue(
      `(?:us(?:e|es|ed|ing|age)|employ(?:s|ed|ing)?|leverag(?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|deploy(?:s|ed|ing)?|abus(?:e|es|ed|ing)|rel(?:y|ies|ied|ying) on|wield(?:s|ed|ing)?|adopt(?:s|ed|ing)?) (?:\\S+ ){0,8}(?:${TOOL_NOUN})`,
      3,
    ),
    cue(
      'exploit(?:s|ed|ing)? (?:a |an |the |several |multiple |two |known |unpatched |recently |zero|vulnerab|flaw|previously|this|that|these|weak)',
      3,
    ),
    cue(
      '(?:implant(?:s|ed|ing)?|install(?:s|ed|ing)?|plant(?:s|ed|ing)?|inject(?:s|ed|ing)?|embed(?:s|ded|ding)?|drop(?:s|ped|ping)?|deliver(?:s|ed|ing)?|distribut(?:e|es|ed|ing)|spread(?:s|ing)?|load(?:s|ed|ing)?|download(?:s|ed|ing)?) (?:\\S+ ){0,6}(?:malware|trojans?|backdoors?|tools?|implants?|spyware|ransomware|payloads?|code|software|keyloggers?|virus(?:es)?|programs?|rats?|scripts?|shells?|files?|macros?)',
      3,
    ),
    cue('(?:spear[- ]?)?phishing (?:e-?mails?|attacks?|campaigns?|messages?|emails)', 2),
    cue(
      '(?:sent|sending|send|sends|receiv(?:ed|ing)|contain(?:ed|ing|s)?|opened|clicking|click|clicked|trick(?:ed|ing)?|lur(?:ed|ing|es?)|dup(?:ed|ing)) (?:\\S+ ){0,6}(?:e-?mails?|attachments?|links?|messages?|documents?|malicious)',
      3,
    ),
    cue(
      'masquerad(?:e|ed|es|ing)|impersonat(?:e|ed|es|ing)|pos(?:ed|ing) as|disguis(?:ed|ing|es?)|pretend(?:ed|ing|s)? to be|spoof(?:ed|ing|s)?|fake (?:web ?sites?|pages?|login|profiles?|accounts?|e-?mails?|news)',
      3,
    ),
    cue(
      'rout(?:ed|ing) (?:\\S+ ){0,3}through|via (?:\\S+ ){0,4}(?:e-?mails?|proxy|prox(?:y|ies)|tor|servers?|vpn|phishing|malware|attachments?|usb)|through (?:\\S+ ){0,4}(?:phishing|e-?mails?|proxy|backdoors?|vulnerabilit\\w+|malware)',
      2,
    ),
    cue('by (?:hijacking|exploiting|sending|using|infecting|compromising|installing|abusing|posing|targeting)', 2),
    cue(
      'technique|tactic|tradecraft|modus operandi|toolset|toolkit|arsenal|zero[- ]day|watering hole|social engineering|credential (?:theft|harvesting|stuffing)|brute[- ]force|password spraying|command[- ]and[- ]control|c2|c&c|keylogg\\w+|supply[- ]chain attack',
      2,
    ),
    cue('malware|backdoors?|trojans?|spear[- ]?phishing|phishing|exploits?|ransomware|implants?|spyware', 1),
    cue(
      'demand(?:ed|ing|s)? (?:\\S+ ){0,6}(?:ransom|payments?|bitcoins?|money|\\$\\S+|pay)|ransom (?:notes?|demands?|website|page)|threaten(?:ed|ing|s)? to (?:release|publish|leak|delete|destroy|sell)',
      4.5,
    ),
    cue(
      '(?:control|controlled|command) servers?|registered (?:\\S+ ){0,4}domains?|set up (?:\\S+ ){0,4}(?:domains?|servers?|websites?|infrastructure|accounts)',
      2,
    ),
    cue(
      '(?:influence|disinformation|propaganda|trolls?) (?:campaigns?|operations?|efforts?|accounts?|networks?|farms?)|us(?:e|ing|es|ed) (?:cyber[- ]?\\w+|hack\\w+|social media|false|espionage)',
      3,
    ),
    cue(
      'evad(?:e|ed|ing)|cover(?:ed|ing)? (?:up )?(?:their|its|his) tracks|eras(?:e|ed|ing)|obfuscat\\w+|encrypt(?:s|ed|ing)?|bypass(?:ed|es|ing)?|lateral(?:ly)? mov\\w+|mov(?:ed?|ing) laterally|hijack(?:ed|ing|s)',
      2,
    ),
  ],
};
