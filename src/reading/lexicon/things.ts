import { words } from './words.ts';

/** Heads of subjects that attack. */
export const DOERS = words(`
  hackers hacker attackers attacker actors actor group groups gang gangs operatives spies spy agents intruders intruder adversary
  adversaries crew criminals criminal cybercriminals cybercriminal perpetrators perpetrator culprits scammers scammer fraudsters
  fraudster thieves thief extortionists apt apts insiders hacktivists collective syndicate militants terrorists authors author
  defendants defendant pair duo suspects suspect men operators operator individuals affiliates crooks phishers citizens nationals officers hacktivist
`);

/** Heads of subjects that are means of attack. */
export const TOOLS = words(`
  malware trojan trojans backdoor backdoors rat rats implant implants exploit exploits ransomware spyware worm worms virus viruses
  botnet botnets tool tools toolkit framework wiper wipers loader dropper payload payloads code script scripts email emails e-mail
  e-mails attachment attachments message messages link links note notes website sites site domains domain infection infections scam
  scams robocall robocalls variant variants strain strains keylogger rootkit bot bots vulnerability vulnerabilities flaw flaws bug
  technique techniques tactic tactics demand demands server servers software app apps program decoy decoys lure lures file zero-day
`);

/** Heads of subjects that are attacked or stand for what is lost. */
export const ASSETS = words(`
  data information records record files documents document systems system network networks computers computer devices device
  accounts account passwords password credentials database databases service services customers users user patients victims victim
  operations operation-center business money funds website websites emails machines machine servers election elections grid access
  details names addresses cards secrets property losses loss damage impact consequences shares stock reputation number numbers
  million billion thousands hundreds people consumers employees citizens voters control key keys
`);

/** Heads of subjects that are attacks or activity. */
export const ATTACKS = words(`
  attack attacks cyberattack cyberattacks cyber-attack cyber-attacks breach breaches hack hacks hacking intrusion intrusions campaign
  campaigns espionage spying incident incidents operation operations assault assaults activity activities theft thefts leak leaks
  heist compromise compromises infiltration phishing threat threats threats-actors effort efforts event events case cases
`);

/** Heads of subjects that answer, act or are asked: companies, authorities, spokespeople. */
export const PARTIES = words(`
  company companies firm firms agency agencies ministry department government governments officials official spokesman spokeswoman
  spokesperson authorities police bank banks hospital hospitals library university school schools county city state states bureau
  commission committee parliament congress senate court administration organization organisation organizations organisations
  researchers researcher analysts analyst experts expert investigators investigator team teams president minister minister's mayor
  chief director ceo staff employees management board lawmakers lawyers prosecutors provider providers vendor vendors vendors'
  customers-service association federation council party center centre office embassy we i chairman manager developers developer
  engineers engineer industry community country countries nations nation campaign-manager regulator regulators airline retailer
`);
