/**
 * Lines that belong to the page and not to the text: share bars, comment counts, picture credits, "read also" links,
 * cookie notices. Each pattern has to match the whole line, so that a sentence that contains such words stays.
 */
const FURNITURE: readonly RegExp[] = [
  /^(?:show|hide|view|load|read|see|post|add|leave)(?: all| more| the| a| your)?(?: \d+)? ?(?:comments?|replies|reply)\.?$/i,
  /^(?:\d+ )?comments?(?: \(\d+\))?$/i,
  /^(?:share|tweet|pin|email|print|save|follow|subscribe|sign (?:in|up)|log ?in|register|advertisement|advertise|sponsored|menu|search|close|skip to (?:main )?content)(?: .{0,40})?(?<![.!?])$/i,
  /^(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|youtube|instagram|flipboard|copy link|link copied)(?:[ |·,/]+(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|email|copy link))*$/i,
  /^(?:related|read (?:more|also|next)|see also|also read|more on this|you may (?:also )?like|recommended|watch|listen|more from|most (?:read|popular)|trending|up next|in this article|table of contents)(?:\b ?(?::.{0,200}|.{0,40}(?<![.!?])))?$/i,
  /^(?:photo|image|picture|pic|credit|photograph|illustration|file photo|video)s?(?: ?(?:credit|by|courtesy(?: of)?|source))? ?[:/].{1,120}$/i,
  /^.{0,80}\b(?:getty images|shutterstock|istock(?:photo)?|afp via getty|ap photo|reuters\/[A-Z][\w .]+)\)?$/i,
  /^\d{1,2}:\d\d(?::\d\d)? ?[-–—] ?source ?: ?.{1,60}$/i,
  /^.{0,20}\b(?:we|this (?:web)?site|our (?:web)?site) uses? cookies?\b.{0,300}$/i,
  /^(?:accept|reject|manage|allow|decline)(?: all)?(?: cookies?| preferences)?$/i,
  /^(?:features icon|icon|image|toggle .{1,30}|back to top|(?:\d+ )?min(?:ute)?s? read|reading time.{0,20}|listen to this article.{0,20}|story highlights|highlights|contents)$/i,
  /^(?:©|\(c\)|copyright\b).{1,200}$/i,
  /^all rights reserved\.?.{0,60}$/i,
  /^(?:first published|last (?:updated|modified)|updated|posted)(?: on)? ?:?.{4,60}\d{4}.{0,20}$/i,
  /^(?:tags?|topics?|categor(?:y|ies)|filed under|keywords) ?:.{1,200}$/i,
  /^(?:get|subscribe to|sign up (?:for|to)|join) (?:the|our|this) .{0,60}newsletters?.{0,60}$/i,
];

/** Longer than any of them: saves matching on paragraphs. */
const LONGEST = 320;

/** Whether a line is page furniture and not text to be read. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  return text.length > 0 && text.length <= LONGEST && FURNITURE.some((pattern) => pattern.test(text));
}
