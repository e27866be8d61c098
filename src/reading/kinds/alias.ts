import { cue, type KindCues } from './cue.ts';

/** Two names are the same group, overlap, or are distinct. */
export const alias: KindCues = {
  kind: 'alias',
  cues: [
    cue(
      'also (?:known|tracked|referred to|identified|dubbed|named|called) (?:as|by|to (?:\\w+ ){1,2}as)|also called|known (?:as|by) (?:many|several|various|other) names',
      4,
    ),
    cue(
      '(?:a\\.?k\\.?a\\.?|alias|aliases|otherwise known as|previously known as|formerly known as|better known as|variously known as|known variously as)',
      4,
    ),
    cue(
      '(?:is|are|was|were|be) (?:\\w+ ){0,2}(?:the )?same (?:group|actors?|hackers?|team|people|entity|gang|threat)',
      4,
    ),
    cue(
      '(?:one and the same|different (?:entities|groups|actors)|distinct (?:from|groups?|actors?)|subgroup of|sub-group of|splinter)',
      4,
    ),
    cue(
      'tracked (?:by (?:[\\w&.-]+ ){1,3})?as|tracks (?:it |them |the group )?as|refers? to (?:it |them |the group )?as',
      4,
    ),
    cue('overlap(?:s|ped|ping)? (?:\\w+ )?(?:with|between)', 2),
    // "the vendor calls the second group X"
    cue(
      '(?:calls?|called|dubs|dubbed|nicknam(?:es|ed)|nam(?:es|ed)) (?:the|this|that) (?:[\\w-]+ ){0,2}(?:group|gang|crew|hackers|actors?)(?: (?!(?:responsible|criminals?|an?|the|to|for|by|in|at|on|of|as|who|that|which|behind|and|or|from|with|not|one|very|most|more)\\b)[\\w-]+){1,3}$',
      7,
    ),
  ],
};
