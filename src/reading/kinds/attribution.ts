import { ATTACK_NOUN, DOER_NOUN } from '../lexicon/fragments.ts';
import { cue, type KindCues } from './cue.ts';

const TIE =
  '(?:link(?:s|ed|ing)?|tie[sd]?|tying|connect(?:s|ed|ing)?|attribut(?:es|ed|ing)|trac(?:es|ed|ing)|pin(?:s|ned|ning)|associated|affiliated|aligned)';

/** Who activities are tied to: states, services, groups. */
const HOME =
  'government|military|intelligence|state|agency|agencies|services?|army|regime|kremlin|beijing|moscow|tehran|pyongyang|china|russia|iran|north korea|israel|u\\.s\\.|united states|chinese|russian|iranian|north korean|hackers?|groups?|apt\\S*|actors?|gru|fsb|svr|pla|bear|panda|lazarus|unit|campaigns?|attacks?|putin\\S*|nsa|cia';

/** Some activity or group belongs to an actor, unit, state or place. */
export const attribution: KindCues = {
  kind: 'attribution',
  cues: [
    cue('(?:is|are|was|were|be|been|being|stands?|stood) (?:\\w+ ){0,3}behind', 4),
    cue(
      'behind (?!the scenes)(?:the|this|these|those|that|both|it|all|some|many|several|a|an|last|previous|recent|attacks|intrusions)',
      3,
    ),
    cue(`${TIE} (?:\\S+ ){0,5}(?:to|with) (?:\\S+ ){0,6}(?:${HOME})`, 3.5),
    cue(`${TIE} (?:\\S+ ){0,5}(?:to|with)`, 1.5),
    cue('(?:was|were|are|is) (?:\\w+ ){0,2}suspect(?:s|ed)? (?:of|in)|suspects? in', 3),
    cue(
      '(?<!with )(?:links|ties|connections?|similarit(?:y|ies)|overlaps?|relationship|resemblance|resembl\\w+) (?:\\w+ ){0,3}(?:to|with|between)',
      3,
    ),
    cue('attribut(?:ed|es|e|ing|ion|able)', 3),
    cue('responsib(?:le|ility) (?:for|lies)|claimed responsibility', 3),
    cue('accus(?:ed|es|e|ing) (?:\\S+ ){1,12}of', 5),
    cue(
      'blam(?:ed|es|e|ing)|finger(?:ed|s)? |pointed (?:the|a) finger|point(?:s|ed|ing)? (?:\\S+ )?(?:to|at|toward)(?! (?:an?|the) (?:\\w+ )?(?:report|statement|article|fact|need|study|blog))',
      3,
    ),
    cue(
      `(?:carried out|conducted|committed|perpetrated|orchestrated|launched|directed|masterminded|sponsored|ordered|instigated|done|backed|supported|funded|run|controlled|executed|engineered|staged|led|mounted|undertaken|organi[sz]ed) by`,
      4,
    ),
    cue('(?:work|handiwork|hallmarks?|fingerprints?) of', 3),
    cue('(?:originat(?:ed|es|ing|e)|emanat\\w+|stemm\\w+|hail(?:s|ed|ing)?) (?:in|from|out of)', 3),
    cue('(?:based|headquartered|operat(?:ing|es|ed)) (?:in|out of|from)', 2),
    cue(
      'on behalf of|in the (?:pay|employ) of|at the (?:behest|direction) of|hired (?:by|a|the|to)|recruited|works? for|working for|belong(?:s|ed|ing)? to|(?:a )?(?:part|arm|unit|division|branch|members?) of (?:the )?(?:\\S+ ){0,3}(?:group|military|intelligence|army|government|agency|gang|pla|gru|fsb)',
      3,
    ),
    cue(
      '(?:state|government|nation-?state|china|russia|iran|kremlin|moscow|beijing|pyongyang)[- ](?:sponsored|backed|linked|funded|affiliated|directed|based|nexus)',
      1,
    ),
    cue(`(?:who|which|what) (?:was|is|were|are) (?:really )?(?:behind|responsible)|identit(?:y|ies) of|origins?`, 2),
    cue(
      `(?:${DOER_NOUN}) (?:is|are|was|were) (?:\\w+ ){0,2}(?:chinese|russian|iranian|north korean|state|government|members?|part)`,
      3,
    ),
    cue('(?:the )?(?:culprits?|perpetrators?)', 1),
    cue(
      `evidence (?:that|to prove|links|linking|pointing|of (?:\\w+ ){0,2}(?:involvement|role))|(?:involvement|role|hand|complicity) in (?:\\S+ ){0,4}(?:${ATTACK_NOUN})`,
      2,
    ),
    cue(
      'false flag|plant(?:ed|ing)? (?:\\w+ )?(?:evidence|clues)|mislead (?:investigators|researchers|analysts)|impersonat(?:e|ing) (?:\\w+ )?(?:group|hackers|actors)',
      3,
    ),
    cue(
      '(?:create|creat|develop|author|wr(?:ote|itten)|built)(?:ed|or|ors|ers?|ers of)? (?:by|of)? ?(?:the )?(?:\\w+ )?(?:malware|ransomware|tool|worm|virus)',
      1,
    ),
  ],
};
