import { words } from './words.ts';

/** Nouns that name a person by what they do: "the spokesman", "director of X at Y". */
export const PERSON_ROLES = words(`
  spokesman spokeswoman spokesperson official researcher analyst expert director president chief officer ceo cto ciso cso founder
  co-founder cofounder head manager minister secretary attorney lawyer prosecutor senator congressman congresswoman representative
  governor mayor commander general admiral colonel chancellor ambassador professor consultant engineer partner executive chairman
  chairwoman chair leader investigator agent commissioner advisor adviser scientist author editor journalist reporter hacker
  strategist specialist evangelist architect deputy vice veteran fellow lecturer diplomat witness defendant victim judge sheriff
  source insider member superintendent administrator coordinator lead principal economist historian student owner
`);

/** Plural groups of people who may speak without a name. */
export const GROUP_ROLES = words(`
  officials researchers analysts experts spokesmen spokespeople authorities investigators prosecutors lawmakers senators agents
  lawyers sources critics observers locals residents protesters executives employees staff representatives hackers attackers
  scientists consultants people ministers diplomats leaders police feds reporters journalists engineers veterans victims some
  others many specialists commentators activists federal
`);

/** Nouns that stand for a body named before: "the firm", "the ministry". */
export const BODY_ROLES = words(`
  body intelligence firm company agency ministry department government bureau organisation organization group vendor team association centre center
  committee commission body institute university bank office party council federation newspaper paper magazine outlet website
  watchdog regulator court command military army navy service administration corporation startup provider maker giant campaign
`);

/** Documents that speak for the body behind them. */
export const DOCUMENT_ROLES = words(`
  report statement indictment advisory bulletin alert analysis paper study letter memo email e-mail post blog document complaint
  filing affidavit release notice assessment survey article message dossier publication readout communique communiqué presentation paragraph passage chapter
`);

/** Titles before a person's name, dropped from speakers. */
export const TITLES = words(`
  mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady president vice prime minister chancellor secretary
  senator sen sen. rep rep. representative congressman congresswoman gen gen. general lt lt. col col. colonel maj major capt
  captain adm admiral sgt ceo cto ciso chairman chairwoman chair director chief ambassador judge justice attorney king queen
  prince mayor governor gov. deputy spokesman spokeswoman spokesperson analyst researcher expert commissioner commander
  executive officer former ex assistant acting founder co-founder strategist consultant security foreign defence defense
`);

/** Words that mark a capitalised name as a body rather than a person. */
export const BODY_WORDS = words(`
  ministry department agency bureau office center centre association federation committee commission council institute university
  college school bank group corporation corp inc ltd llc plc gmbh co company labs lab security cyber cybersecurity systems
  technologies technology networks intelligence party parliament congress senate house government army navy force forces guard
  police court news times post journal magazine media press union organization organisation society foundation trust partners
  solutions software team unit service services authority administration network international global research defence defense
  command nations alliance kremlin pentagon council board campaign hospital clinic industries holdings capital bear panda kitten
  analytics cert division directorate airlines airways motors energy power telecom communications tv radio club league league
`);
