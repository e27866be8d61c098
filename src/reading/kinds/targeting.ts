import { cue, type KindCues } from './cue.ts';

/** An actor goes after a sector, country, kind of organisation. */
export const targeting: KindCues = {
  kind: 'targeting',
  cues: [
    cue(
      '(?:have|has|had|long|also|mainly|primarily|mostly|typically|usually|often|previously|historically|specifically|is|are|were|was|been|they|group|hackers|actors?|attackers|who|that|which|to|will|may|could|continue[sd]?) (?:\\w+ ){0,2}target(?:s|ed|ing)?',
      3,
    ),
    cue('target(?:s|ed|ing) (?!of|date)', 2.5),
    cue(
      '(?:prime|primary|main|likely|next|potential|intended|favou?rite|chief|key|top|frequent|specific|new|other|their|its|among the|list of) targets?',
      3,
    ),
    cue('targets? (?:were|was|are|is|include[sd]?|including|appear\\w*|ranged?|span\\w*)', 3),
    cue(
      '(?:aimed|directed|levell?ed|focus(?:ed|es|ing)?|focuses|concentrat(?:ed|es|ing)|zero(?:ed|ing) in|hon(?:ed|ing) in|prey(?:s|ed|ing)?|set (?:its|their) sights) (?:\\w+ )?(?:at|on|against) (?!defending|protecting|preventing|helping|improving|stopping)\\S+',
      2.5,
    ),
    cue('(?:go|goes|going|went|gone) after', 3),
    cue('victims? (?:include[sd]?|including|were|are|range[ds]?|in|across|span\\w*)', 3),
    cue('(?:interest(?:ed)? in|appetite for)', 1.5),
    cue('extended (?:\\w+ )?to|expand(?:ed|ing)? (?:\\w+ ){0,4}to', 1.5),
  ],
};
