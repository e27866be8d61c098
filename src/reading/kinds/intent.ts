import { cue, type KindCues } from './cue.ts';

/** Why an actor does it: espionage, disruption, retaliation, coercion, theft, pre-positioning. */
export const intent: KindCues = {
  kind: 'intent',
  cues: [
    cue(
      '(?:aim(?:ed|s|ing)?|intend(?:ed|s|ing)?|meant|designed|seek(?:s|ing)?|sought|want(?:ed|s|ing)?|hop(?:ed?|es|ing)|looking|set out|in order|bid|prefer(?:s|red)?) (?:\\w+ )?(?:to|at) (?:\\w+ )?(?:\\w+)',
      2,
    ),
    cue(
      '(?<!achieve (?:the|its) )(?:aim|goal|purpose|objective|motive|motivation|intent|intention|reason|point|agenda|mission|interest)s? (?:\\w+ ){0,3}(?:is|was|are|were|of|to|behind|for|being|appears?|seems?|remains?)',
      3,
    ),
    cue(
      'motiv(?:es?|ated|ations?)|intentions?|with (?:the|an) (?:intent|aim|goal|purpose|objective|intention|eye)|strategic intentions',
      3,
    ),
    cue(
      'in retaliation|retaliat\\w+|in response to|revenge|reprisal|to punish|as punishment|coerc(?:e|ion|ing)|intimidat\\w+',
      2.5,
    ),
    cue(
      '(?:for|purely|purposes? of|engaged in|conduct) (?:\\w+ ){0,2}(?:espionage|intelligence|spying|financial gain|profit|monetary|propaganda|sabotage|surveillance|political)(?: purposes| reasons| gain| gathering)?',
      2.5,
    ),
    cue(
      'to (?:\\w+ ){0,2}(?:steal|spy|gather|collect|disrupt|influence|undermine|sabotage|destroy|embarrass|interfere|meddle|obtain|gain|understand|monitor|harvest|extract|exfiltrate|discredit|sway|retaliate|punish|pressure|profit|blackmail|extort|damage|cripple|destabili[sz]e|hurt|help (?:elect|trump)|facilitate|conceal|hide|obfuscate|maintain|sow|manipulate|weaken|intimidate|silence|track|surveil|eavesdrop|acquire|learn|find out|denigrate|harm|cause|prevent)',
      2.5,
    ),
    cue(
      '(?:geo)?politically motivated|financially motivated|for (?:political|financial|economic|commercial|military) (?:gain|purposes|reasons|advantage)',
      3,
    ),
    cue('(?:why|what for)', 1),
    cue('not (?:to|for|intended|about|aimed|designed)', 1, { stance: 'denies' }),
  ],
};
