import { DATA_NOUN, SYSTEM_NOUN } from '../lexicon/fragments.ts';
import { cue, type KindCues } from './cue.ts';

/** A consequence: data stolen, systems controlled, service lost, money lost, opinion turned, a policy failed or succeeded. */
export const effect: KindCues = {
  kind: 'effect',
  cues: [
    cue(
      '(?:st(?:ole|olen|eal|eals|ealing)|exfiltrat(?:e|ed|es|ing)|siphon(?:ed|ing)?|pilfer(?:ed|ing)?|purloin(?:ed)?|loot(?:ed|ing)?|made off with|theft of|loss of) ?',
      3,
    ),
    cue(
      `(?:compromis(?:ed|es|e|ing)|access(?:ed|ing)|expos(?:ed|es|ing|ure)|leak(?:ed|s|ing)|publish(?:ed|ing)|releas(?:ed|ing)|post(?:ed|ing)|dump(?:ed|ing)|obtain(?:ed|ing)|acquir(?:ed|ing)|collect(?:ed|ing)|download(?:ed|ing)|cop(?:ied|ying)|reveal(?:ed|ing)|tak(?:en|ing)|took|view(?:ed|ing)|disclos(?:ed|ing)|lost|los(?:es|ing)|grab(?:bed)?|copied|sold|s(?:ell|elling)) (?:\\S+ ){0,7}(?:${DATA_NOUN})`,
      3,
    ),
    cue(
      `(?:${DATA_NOUN}) (?:\\S+ ){0,5}(?:was|were|been|being|is|are) (?:\\w+ ){0,2}(?:stolen|compromised|accessed|exposed|leaked|taken|collected|lost|published|released|posted|sold|obtained|copied|affected|dumped|found|breached)`,
      3,
    ),
    cue(
      `(?:gain(?:ed|ing|s)?|t(?:ook|aking|aken|ake)|seiz(?:ed|ing)|had|giv(?:ing|en|es)|gave|maintain(?:ed|ing)?) (?:\\S+ ){0,3}(?:control|access|foothold|persistence)`,
      2.5,
    ),
    cue(
      `(?:disrupt(?:ed|s|ing|ion)?|crippl(?:ed|es|ing)|knock(?:ed|ing)|shut(?:ting)? down|took (?:\\S+ ){0,3}offline|tak(?:en|ing) (?:\\S+ ){0,3}offline|paraly[sz](?:ed|ing)|destroy(?:ed|ing|s)|wip(?:ed|ing)|delet(?:ed|ing)|damag(?:ed|es|ing|e)|disabl(?:ed|ing)|encrypt(?:ed|ing)|locked|defac(?:ed|ing)|crash(?:ed|ing)|outage|blackout|interrupt(?:ed|ion)|hobbled|halt(?:ed|ing)|infected) ?`,
      2.5,
    ),
    cue(
      '(?:cost(?:s|ing)?|los(?:s|ses|t|e)|damages?|worth|stole|paid|pay(?:ing|ment)?|fines?|made|make|earned) (?:\\S+ ){0,6}(?:\\$|£|€|\\d+ (?:million|billion)|million|billion)',
      3,
    ),
    cue('(?:paid|collected|received) (?:\\S+ ){0,4}ransom|ransom (?:was|were|had been|has been) paid', 3),
    cue(
      `(?:affect(?:ed|s|ing)?|impact(?:ed|s|ing)?|hit|harm(?:ed|s|ing)?|hurt(?:ing)?|threaten(?:s|ed|ing)?|endanger(?:s|ed|ing)?|expos(?:e|es|ed)|jeopardi[sz]\\w+|undermin(?:e|es|ed|ing)) `,
      2,
    ),
    cue(
      '(?:caus(?:e|es|ed|ing)|result(?:s|ed|ing)? in|led to|lead(?:s|ing)? to|fuel(?:s|ed|ling)?|spark(?:s|ed|ing)?|trigger(?:s|ed|ing)?|prompt(?:s|ed|ing)?|bring(?:s|ing)? about|contribut(?:e|es|ed|ing) to|allow(?:s|ed|ing)? (?:\\S+ ){1,4}to|enabl(?:e|es|ed|ing)) ',
      2,
    ),
    cue(
      '(?:pos(?:e|es|ed|ing)|present(?:s|ed|ing)?|remain(?:s|ed)?) (?:\\S+ ){0,4}(?:threats?|risks?|dangers?|challenges?)|(?:threat|risk|danger|damage|harm|blow|setback) (?:to|for)|at risk',
      2.5,
    ),
    cue(
      'fail(?:ed|s|ing|ure) (?:to|in)|succeed(?:ed|s|ing)?|success(?:ful(?:ly)?)?|backfir(?:ed|es|ing)|thwart(?:ed|s|ing)?|foil(?:ed|s|ing)?|prevent(?:ed|s|ing)?|block(?:ed|s|ing)? (?:the |an |a |it|them|hack|attack)|repel(?:led|s)?|stopped|contained|mitigat(?:ed|es|ing)|neutrali[sz]ed',
      2.5,
    ),
    cue(
      "no (?:evidence|sign|indication|reason) (?:\\w+ ){0,4}(?:stolen|accessed|compromised|taken|data|information|systems|affected|votes?)|(?:not|n't|never|no) (?:\\w+ ){0,5}(?:affected|compromised|stolen|accessed|breached|impacted|lost|taken|altered|tampered)",
      3,
      { stance: 'denies' },
    ),
    cue(
      `(?:\\d[\\d,.]*|million|billion|thousands?|hundreds|dozens|millions) (?:of )?(?:\\S+ ){0,4}(?:victims?|users?|customers?|people|individuals|accounts?|computers?|devices?|records?|citizens|employees|voters|patients|machines|systems)`,
      2,
    ),
    cue(
      '(?:turn(?:ed|ing)?|sway(?:ed|ing)?|influenc(?:ed|ing)|tipped|swung|chang(?:ed|ing)) (?:\\S+ ){0,6}(?:opinion|election|vote|outcome|result)|trust|confidence|reputation|stock (?:price|fell)|shares (?:fell|dropped)',
      2,
    ),
    cue(`(?:control of|access to) (?:\\S+ ){0,6}(?:${SYSTEM_NOUN}|${DATA_NOUN})`, 1),
    cue(
      '(?:significant|severe|serious|devastating|profound|grave|catastrophic|massive|far-reaching|real|lasting) (?:\\w+ )?(?:impact|consequences?|effects?|damage|implications?|harm|threats?|repercussions)',
      2.5,
    ),
  ],
};
