import { cue, type KindCues } from './cue.ts';

/** A party confirms, denies, condemns, declines to comment, demands, warns about a claim or a measure. */
export const response: KindCues = {
  kind: 'response',
  cues: [
    cue('den(?:y|ies|ied|ying|ials?(?!s?[- ]of[- ]service))', 7, { stance: 'denies' }),
    cue(
      "declin(?:e|es|ed|ing) (?:to|comment|attribution)|refus(?:e|es|ed|ing) to|no comment|(?:not|n't) (?:\\w+ )?(?:comment|discuss|elaborate|be drawn|respond|reply|return(?:ed)?|answer|identify|address|name (?:the|any|which|those)|confirm or deny|specify|say (?:if|whether|how|who|which|what|when|where|why))|unavailable for comment|could not be reached|(?:decid(?:e|ed|ing)|chose|opted|vow(?:s|ed)) (?:not to|against)",
      5.5,
      { stance: 'declines' },
    ),
    cue(
      '(?:call(?:s|ed|ing)? (?:on|upon|for)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)? (?:that|an? (?:end|explanation|apology|investigation|halt))|appeal(?:s|ed|ing)? (?:to|for)|ask(?:s|ed|ing)? (?:\\S+ ){1,4}(?:to|for))',
      3.5,
      { stance: 'demands' },
    ),
    cue(
      '(?:should|must|need(?:s|ed)? to|ought to|have to|has to|had better) (?:\\w+ )?(?:not |be |also |take|check|ensure|change|update|use|work|consider|stop|cease|avoid|patch|apply|implement|enable|watch|remain|review|better|treat|respond|do|make|keep|provide|invest|assess|adopt|prepare|act|protect|expect|pay|put|get|start|look|know|understand|enumerate|focus|improve|verify|investigate)',
      2.5,
      { stance: 'demands' },
    ),
    cue(
      '(?:advis(?:e|es|ed|ing)|recommend(?:s|ed|ing|ations?)?|encourag(?:e|es|ed|ing)) (?:\\S+ ){0,5}(?:to|that|against|users|customers|organi[sz]ations)',
      3,
      { stance: 'demands' },
    ),
    // What vendors and victims do about it: patch, remove, notice, report, hire.
    cue(
      '(?:security )?(?:updates?|patch(?:es)?|fix(?:es)?|hotfix\\w*) (?:\\w+ ){0,3}(?:released|issued|available|shipped|pushed)|(?:releas|issu|ship|push|roll)(?:e|es|ed|ing)? (?:out )?(?:\\w+ ){0,3}(?:updates?|patch(?:es)?|fix(?:es)?|guidance|advisor(?:y|ies)|tools?)|addressed (?:in|by)|triaged|tak(?:es|e|en|ing) down|t(?:ook|aken) offline|remov(?:ed|es|ing) (?:the |those |these )?(?:apps?|accounts?|malware|content|posts)|protect(?:s|ed|ing)? (?:its |their |our |the )?(?:users|customers|clients|members)',
      3,
    ),
    cue(
      '(?:discovered|uncovered|noticed|spotted|detected|identified|reported) (?:the|its|this|an?) (?:\\w+ ){0,2}(?:breach|intrusion|incident|hack|attack|campaign|leak)|(?:first )?(?:became|becoming|become|made) aware|learned of|came to light|brought in|hired|engaged|retained|outside (?:experts|firm|counsel)|law enforcement|forensic|remediat\\w+|(?:releas|publish)(?:e|ed|ing) (?:\\w+ ){0,3}report|committee found|(?:review|inquiry|investigation|audit|probe) (?:found|concluded|showed)|credit(?:ed|s|ing) (?:\\w+ ){0,4}(?:with|for)|under (?:investigation|review)',
      2.5,
    ),
    cue(
      '(?:restor(?:e|es|ed|ing)|rebuil(?:d|t|ding)|recover(?:ed|ing)?|disconnect(?:ed|s|ing)|shut(?:ting)? (?:\\w+ )?down (?:its|their|the)|isolat(?:ed|ing)|reset|deactivat(?:ed|ing)|disabl(?:ed|ing)|reassur(?:ed|es|ing)|called (?:in )?(?:the )?(?:police|fbi|authorities|\\S+ police)|turn(?:ed|ing) to|working to|make every effort|decryption tool|upgrad(?:e|ed|ing)|strengthen(?:ed|ing)?|stepp(?:ed|ing) up (?:security|defen[cs]es))',
      1.5,
    ),
    cue(
      'condemn(?:s|ed|ing|ation)?|oppos(?:e|es|ed|ing|ition)|object(?:s|ed|ions?) (?:to|that)|criticis(?:ed|es|m)|criticiz(?:ed|es)|denounc(?:e|es|ed|ing)|protested|complain(?:s|ed|t)?|reject(?:s|ed|ing)|dismiss(?:es|ed|ing) (?:\\S+ ){0,5}(?:as|claims?|allegations?|accusations?|reports?)|called? (?:\\S+ ){0,6}(?:baseless|groundless|absurd|nonsense|a distraction|ridiculous|false|unfounded|a lie|irresponsible)|(?:baseless|groundless|unfounded|absurd) (?:accusations?|allegations?|claims?)|(?:a )?distraction|displeas\\w+|outraged?|furious|sceptic\\w*|skeptic\\w*|insidious|push back|nothing but|groundless|smear',
      3.5,
    ),
    cue('confirm(?:s|ed|ing|ation)?|acknowledg(?:e|es|ed|ing)|admit(?:s|ted|ting)?|conced(?:e|es|ed|ing)', 2.5),
    cue(
      'warn(?:s|ed|ing|ings)?|alert(?:s|ed|ing)?|notif(?:y|ies|ied|ying|ication)|inform(?:s|ed|ing)? (?:the |its |affected |customers|users|authorities|victims)|contacted|reached out',
      2.5,
    ),
    cue(
      'investigat(?:e|es|ed|ing|ions?|ors?)|(?:inquiry|probe|review|audit) (?:into|of|by)|looking into|examin(?:e|ing|ed)|cooperat(?:e|es|ed|ing|ion)|work(?:s|ed|ing)? (?:\\w+ )?(?:with|closely|together)',
      2.5,
    ),
    cue(
      'apologi[sz]\\w+|apolog(?:y|ies)|regret(?:s|ted)?|reassur\\w+|committed to|commitment to|take(?:s|n)? (?:\\S+ ){0,3}seriously|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|praised|welcom(?:e|es|ed|ing)|thank(?:s|ed|ful)|glad|pleased',
      2.5,
    ),
    cue(
      'disclos(?:e|es|ed|ing|ure)|briefed|held (?:a )?(?:meeting|briefing|hearing)|testif(?:y|ied)|meeting|hearing|briefing|reset(?:ting)? (?:\\w+ )?passwords?|patch(?:ed|es|ing)?|released (?:a |an )?(?:patch|update|fix|statement|advisory)|remediat\\w+|taken (?:steps|measures|action|offline)|took (?:steps|measures|action|offline)|(?:hired|engaged|brought in|retained) (?:\\S+ ){0,4}(?:firm|company|experts|mandiant|fireeye|crowdstrike)',
      2,
    ),
    cue(
      'innocen(?:ce|t)|not (?:guilty|involved|responsible)|no (?:role|part|involvement|knowledge|evidence)|nothing to do with|never (?:been )?(?:involved|engaged)',
      3,
      { stance: 'denies' },
    ),
    cue('(?:bore|made|makes) no mention|(?:remain(?:s|ed)?|stayed|kept) silent|silence', 2.5),
    cue('aware of|concern(?:ed|s)? (?:about|over|that)', 1.5),
  ],
};
