import { cue, type KindCues } from './cue.ts';

const ACTIVITY =
  '(?:cyber\\S*|attacks?|hack\\S*|incidents?|intrusions?|breach(?:es)?|espionage|activit(?:y|ies)|threats?|campaigns?|operations?|attempts?|phishing|ransomware|malware|infections?|cases)';

/** Number or intensity of activity rises, falls, or totals over a period. */
export const trend: KindCues = {
  kind: 'trend',
  cues: [
    cue(
      `(?:rise|increase|surge|spike|jump|growth|uptick|upsurge|decline|drop|decrease|fall|reduction|slowdown|lull|escalation|wave|explosion) (?:in|of) (?:\\S+ ){0,6}${ACTIVITY}`,
      4,
    ),
    cue(
      `${ACTIVITY} (?:\\S+ ){0,4}(?:ha(?:s|ve|d) )?(?:\\w+ )?(?:ris(?:e|en|ing)|rose|increas(?:e|ed|ing)|surg(?:e|ed|ing)|spik(?:e|ed|ing)|grow(?:n|ing|s)?|grew|doubled|tripled|quadrupled|declin(?:e|ed|ing)|dropped|fall(?:en)?|fell|decreas(?:e|ed|ing)|reduced|slowed|escalat(?:e|ed|ing)|continu(?:e|es|ed|ing) to|diminish(?:ed)?|subsid(?:e|ed))`,
      4,
    ),
    cue(
      '(?:significantly |greatly |sharply |dramatically )?(?:intensif(?:y|ied|ies|ying)|ramp(?:ed|ing|s)? (?:\\w+ )?up|stepp(?:ed|ing) up|escalat(?:e|ed|es|ing)|accelerat(?:e|ed|ing))',
      3.5,
    ),
    cue(
      '(?:growing|increasing|rising|record|unprecedented|greater|higher|fewer) (?:number|frequency|volume|scale|intensity|pace|wave)',
      3,
    ),
    cue(
      '(?:increasingly|more and more|more frequent\\w*|more often|on the rise|year-on-year|year over year|compared (?:to|with) (?:the )?(?:previous|last|same))',
      2,
    ),
    cue(`(?:largest|biggest|most (?:sustained|widespread|damaging|significant)|worst) (?:\\S+ ){0,5}${ACTIVITY}`, 2.5),
    cue(
      `(?:reported|recorded|counted|detected|logged|registered|identified|observed|saw|seen|handled|faced|blocked) (?:more than |over |about |some |nearly |almost |at least |around )?\\d[\\d,.]* (?:\\S+ ){0,4}${ACTIVITY}`,
      3.5,
    ),
    cue('(?:number|intensity|frequency|volume|rate|pace|scale) of', 0.5),
    cue(
      'resurg\\w+|resumed|continues? to be|persist(?:s|ed)?|re-?emerg(?:e|ed|ence)|concluded|ceased|stopped|halted|went (?:quiet|dark|silent)|no sign of (?:slowing|stopping|letting)',
      2,
    ),
    cue('(?:percent|per cent|%) (?:more|fewer|higher|lower|increase|rise|jump|drop|decline|of)', 2),
  ],
};
