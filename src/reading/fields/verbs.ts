import { words } from '../lexicon/words.ts';

/** Verbs and adjectives that hand their subject on to an infinitive: "tried to steal", "is believed to have …". */
export const RAISING = words(`
  try tries tried trying attempt attempts attempted attempting want wants wanted seek seeks sought seeking continue continues continued
  begin begins began begun start starts started need needs needed plan plans planned appear appears appeared seem seems seemed
  likely unlikely able unable known said alleged believed thought reported suspected accused expected understood manage managed
  manages managing fail fails failed aim aims aimed intend intends intended prepare prepared threaten threatened going used have has had
  ought set due hope hopes hoped reportedly refused refuse decided decide chose able agreed vowed pledged supposed found
`);

/** Participles that are not made with "-ed". */
export const PARTICIPLES = words(`
  hit stolen taken broken driven seen known shown found led made sent held left lost paid put run set shut spread struck stung struck
  sold brought built bought caught done drawn given gone hidden hurt kept laid read said spent thought told understood won written
  fallen forced beaten undertaken withdrawn overthrown
`);

/** What is done to the victim of an attack; its object, or the subject of its passive, is the victim. */
export const STRIKES = words(`
  hack hacks hacked hacking attack attacks attacked attacking target targets targeted targeting breach breaches breached breaching
  infiltrate infiltrates infiltrated infiltrating penetrate penetrates penetrated penetrating compromise compromises compromised
  compromising hit hits hitting infect infects infected infecting strike strikes struck cripple crippled crippling disrupt disrupts
  disrupted disrupting spy spied probe probed probing invade invaded violate violated hijack hijacked hijacking defraud defrauded
  blackmail blackmailed extort extorted victimize victimized phish phished harm harmed undermine undermined sabotage sabotaged
  sabotaging destroy destroyed knock knocked bombard bombarded flood flooded flooding infest overwhelm ddos ddosed deface defaced defacing
  affect affects affected affecting impact impacted impacting encrypt encrypts encrypted encrypting lock locked locking wipe wiped wiping
  pressure pressured pressuring punish punishing threaten cyberattack monitor monitoring blindside trick tricks tricked tricking dupe duped deceive deceived coerce coerced
`);

/** Nouns for what an attacker does; "on", "against", "at", "into" after them leads to the victim. */
export const STROKES = words(`
  attack attacks cyberattack cyberattacks cyber-attack cyber-attacks hack hacks assault assaults breach breaches intrusion intrusions
  campaign campaigns operation operations espionage spying raid raids offensive strike strikes incursion attempt attempts hit hits
  swing swings phishing theft thefts incident incidents infiltration compromise ransomware infection infections hacking activity activities
  infiltrations efforts effort exploits measures sanctions retaliation scheme
`);

/** Verbs with which somebody takes something from somebody: the source is the victim. */
export const TAKES = words(`
  steal steals stole stolen stealing exfiltrate exfiltrates exfiltrated exfiltrating extract extracts extracted extracting demand demands
  demanded demanding extort extorted extorting collect collected collecting take took taken siphon siphoned obtain obtained obtaining
  seize seized download downloaded downloading withdraw withdrew copy copied harvest harvested leak leaked leaking get got gather gathered
`);

/** Verbs whose subject suffers: no actor, the subject is the victim. */
export const SUFFERS = words(`
  suffer suffers suffered suffering lose loses lost losing experience experienced experiences pay pays paid paying recover recovered restore restored
  regain regained fall falls fell fallen face faces faced struggle struggled
`);

/** Verbs by which an attack is made; the attack is their object, its victim hangs on it. */
export const MAKES = words(`
  launch launches launched launching conduct conducts conducted conducting carry carries carried carrying lead leads led leading mount
  mounts mounted mounting stage staged staging wage waged waging perpetrate perpetrated commit committed orchestrate orchestrated
  execute executed run runs ran direct directed make makes made undertake undertook perform performed intensify intensified take took attempt attempted
`);

/** Verbs that speak to somebody: their object is addressed. */
export const ADDRESSES = words(`
  urge urges urged urging ask asks asked asking tell tells told telling warn warns warned warning advise advises advised advising alert
  alerts alerted alerting notify notifies notified notifying inform informs informed informing call calls called contact contacted
  contacting reassure reassured thank thanked brief briefing briefed recommend recommended recommends accuse accused criticize criticized
  instruct instructed provide provided condemn condemned help helped encourage encouraged reached reach reaching blame blamed support supported
`);

/** Heads that are nobody and no victim: what a consequence, a step or a judgement is about. */
export const ABSTRACT = words(`
  question questions concern concerns problem problems headache headaches confidence conspiracy charge charges innocence reluctance
  responsibility investigation investigations warning warnings fear fears doubt doubts way steps step action actions measure measures
  pressure chaos confusion havoc mayhem time part role claim claims threat threats comment help knowledge notice
  part parts language advice proliferation juxtaposition certainty gathering discord decade dots point points risk risks work way ways presence release
  use techniques technique can spear cybersecurity sort breach breaches attack attacks hack hacks campaign incident incidents cyberattack cyberattacks intrusion intrusions responsibility
  perpetrators culprits less more much billions millions opportunity ability reason reasons treaty number numbers date amount
`);

/** Verbs by which somebody sees what others do: their subject acts in no attack. */
export const OBSERVES = words(`
  observe observes observed observing watch watches watched watching see sees saw seen track tracks tracked tracking spot spotted
  notice notices noticed note notes noted detect detects detected detecting discover discovers discovered discovering uncover
  uncovered identify identified monitor monitored trace traced
`);
