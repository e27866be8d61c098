/** Pieces of regular expressions that several kinds share. Sources without word boundaries; clauses have ASCII quotes. */

/** Digital attacks as things: "the cyberattack", "a series of intrusions". */
export const ATTACK_NOUN =
  '(?:cyber[- ]?)?(?:attacks?|assaults?|intrusions?|breach(?:es)?|hacks?|hackings?|compromises?|campaigns?|espionage|spying|operations?|infiltrations?|offensives?|incidents?|break-?ins?|heists?|raids?)|cyber[- ]?(?:attacks?|espionage|campaigns?|operations?|activit(?:y|ies)|sabotage|incidents?|threats?)|ddos|ransomware|data breach(?:es)?';

/** Doers: "Chinese hackers", "the group". */
export const DOER_NOUN =
  'hackers?|attackers?|actors?|groups?|gangs?|operatives?|spies|spy agenc(?:y|ies)|agents?|intruders?|adversar(?:y|ies)|crew|team|criminals?|cybercriminals?|intelligence (?:service|agency|agencies|services|officers?)|perpetrators?|culprits?|threat actors?';

/** What is taken, reached or lost. */
export const DATA_NOUN =
  'data|information|records?|e-?mails?|files?|documents?|credentials?|passwords?|accounts?|secrets?|intellectual property|plans|blueprints|source code|databases?|correspondence|messages|details|money|funds|bitcoins?|cryptocurrenc(?:y|ies)|cards?|identit(?:y|ies)|designs?|materials?';

/** Systems that are reached or lost. */
export const SYSTEM_NOUN =
  'systems?|networks?|servers?|computers?|devices?|websites?|web ?sites?|sites?|domains?|controllers?|machines?|infrastructure|mailbox(?:es)?|phones?|routers?|terminals?|workstations?|accounts?|database|grid|services?';

/** Tools, techniques and infrastructure. */
export const TOOL_NOUN =
  'malware|trojans?|backdoors?|rats?|implants?|exploits?|zero[- ]days?|vulnerabilit(?:y|ies)|flaws?|phishing|spear[- ]?phishing|e-?mails?|attachments?|macros?|tools?|toolkits?|frameworks?|ransomware|keyloggers?|spyware|rootkits?|botnets?|prox(?:y|ies)|proxy servers|domains|infrastructure|techniques?|tactics?|tradecraft|scripts?|payloads?|loaders?|droppers?|wipers?|webshells?|web shells?|credentials?|servers?|code|software|links?|certificates?|vpns?|watering holes?|social engineering|decoys?|lures?|documents?|scanbox|powershell|samples?|worms?|virus(?:es)?|bots?|accounts?|programs?|programmes?|updates?';
