import { ATTACK_NOUN, DATA_NOUN, SYSTEM_NOUN } from '../lexicon/fragments.ts';
import { cue, type KindCues } from './cue.ts';

/** An attack, attempt, breach or campaign happened. */
export const intrusion: KindCues = {
  kind: 'intrusion',
  cues: [
    cue('hack(?:ed|ing)? (?:into )?(?!group|team|tool|operation|forum|campaign|communit)', 2),
    cue(
      '(?:was|were|been|be|being|got|get) (?:\\w+ ){0,2}(?:hacked|breached|attacked|infiltrated|penetrated|compromised|hit|victimi[sz]ed|infected|struck)',
      3,
    ),
    cue(
      '(?:hacked|breached|infiltrat(?:e|ed|ing|es)|penetrat(?:e|ed|ing)|broke(?:n)? into|break(?:ing|s)? into|intrud(?:e|ed)|infect(?:ed|ing|s)?)',
      3,
    ),
    cue(`compromis(?:ed|es|e|ing) (?:\\S+ ){0,5}(?:${SYSTEM_NOUN})`, 3),
    cue('attack(?:ed|ing|s)? (?:the|a|an|its|their|his|our|several|many|more|at least|over)', 2),
    cue('(?:gain|gains|gained|gaining|obtained|got|had|have|has|having) (?:\\w+ ){0,3}access to', 2),
    cue(
      `(?:launch|conduct|wag|carr|mount|orchestrat|perpetrat|stag|stepp|undertak|undertook|direct|run|ran|execut|made|led|lead)(?:ed|es|s|ing|e|ied|ying|y)? (?:\\S+ ){0,7}(?:${ATTACK_NOUN})`,
      3,
    ),
    cue(
      `(?:hit by|victims? of|fell victim to|suffered|experienced|sustained|faced|facing|targeted by|targeted in|subject(?:ed)? to|struck by|under) (?:\\S+ ){0,6}(?:${ATTACK_NOUN})`,
      3,
    ),
    cue(
      '(?:was|were|been|have been|being) (?:also |recently |allegedly |reportedly |apparently |successfully )?targeted',
      2,
    ),
    cue(
      `(?:cyber[- ]?attacks?|hacks?|breach(?:es)?|intrusions?|cyber[- ]?espionage campaign|assaults?|attacks?) (?:on|against|at|of|targeting|that hit|that hobbled|began|occurred|happened|took place|started|came)`,
      2,
    ),
    cue(
      'there (?:was|were|had been|has been|have been) (?:\\S+ ){0,4}(?:attempt|attack|cyber|hack|breach|intrusion)\\w*',
      3,
    ),
    cue(
      '(?:attempted|tried|trying|attempting|attempts|sought) to (?:\\w+ )?(?:hack|breach|infiltrate|penetrate|access|compromise|break|attack|gain|intrude)',
      3,
    ),
    cue('unauthori[sz]ed (?:\\w+ )?access', 3),
    cue(
      '(?:attempted|suspected|massive|major|large|recent|successful|sophisticated|series of|wave of|string of) (?:\\w+ )?(?:cyber[- ]?\\w+|hacks?|hacking|breach(?:es)?|intrusions?|attacks?)',
      2,
    ),
    cue(`(?:${DATA_NOUN}) (?:breach|theft|leak)`, 1),
    cue(
      '(?:discovered|observed|detected|found|uncovered|identified|noticed|spotted) (?:\\S+ ){0,6}(?:malware|embedded|intrusion|breach|attack|activity|infection|campaign|hackers)',
      2,
    ),
    cue('cyber[- ]?(?:attack|espionage|intrusion)\\w*', 1),
    cue('attacks?', 0.7),
    cue('(?:cyber|hacking|espionage|spying|phishing|extortion) (?:campaigns?|operations?|schemes?|offensives?)', 2.5),
  ],
};
