import type { CaseFact } from '../../../model/case-record.ts';
import type { Bound, Certainty } from '../../../model/statement.ts';
import type { AttributionLevel } from '../record.ts';
import type { BulletinWords } from './words.ts';

const names = new Intl.DisplayNames(['en'], { type: 'region' });
const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const list = new Intl.ListFormat('en', { type: 'conjunction' });

const STANCES = {
  asserts: 'says',
  denies: 'denies',
  declines: 'declines to comment',
  doubts: 'doubts',
  demands: 'demands',
} as const;

const LEVELS: Readonly<Record<AttributionLevel, string>> = {
  cluster: 'activity that was grouped, without a name',
  group: 'a group',
  state: 'a state or an organ of one',
};

/** ICD 203 has no words for what is merely possible. */
const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  certain: 'The claimant puts it without reserve.',
  probable: 'The claimant puts it as likely.',
  possible: 'The claimant puts it as possible.',
  unlikely: 'The claimant puts it as unlikely.',
};

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exact: '',
  'at-least': 'at least ',
  'at-most': 'at most ',
  about: 'about ',
};

const FACTS: Readonly<Record<CaseFact, (count: number) => string>> = {
  'hosts-controlled': (count) => `${plural(count, 'host')} on which something of the intruders ran`,
  'hosts-touched': (count) => `${plural(count, 'host')} reached by a logon alone`,
  accounts: (count) => plural(count, 'account'),
  mailboxes: (count) => plural(count, 'mailbox', 'mailboxes'),
  visits: (count) => plural(count, 'visit'),
  relays: (count) => plural(count, 'relay'),
  'relay-countries': (count) => plural(count, 'country of relays', 'countries of relays'),
  'dwell-days': (count) => `${plural(count, 'whole day')} between the first and the last trace`,
};

/** A day, a month or a year, with the preposition it takes: the precision of a date is that of its text. */
const on = (date: string): string => `${date.length === 10 ? 'on' : 'in'} ${date}`;

const quoted = (words: string): string => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;

export const ENGLISH: BulletinWords = {
  language: 'en',
  title: 'Case bulletin',
  head: {
    id: 'Case',
    version: 'Version',
    date: 'Date',
    tlp: 'Marking',
    issuer: 'Issued by',
    language: 'Language',
    status: 'Made',
  },
  notStated: 'not stated',
  automatic: 'from the record by program; figures are those of the record',
  headings: {
    summary: 'Summary',
    victim: 'Victim',
    time: 'When',
    entry: 'Entry',
    path: 'Path',
    reach: 'Reach',
    loss: 'Loss',
    relays: 'Relays',
    tools: 'Tools',
    traces: 'State of the logs',
    comparisons: 'Reports beside the logs',
    attribution: 'Attribution',
    response: 'Answer of the accused',
    unmatched: 'Reported, not matched to this case',
    related: 'Related cases',
    indicators: 'Indicators',
    advice: 'Advice',
    unknown: 'Not known',
    sources: 'Sources',
  },
  columns: {
    time: 'First seen (UTC)',
    technique: 'Technique',
    tactic: 'Tactic',
    host: 'Host',
    findings: 'Findings',
    address: 'Address',
    country: 'Country',
    network: 'Network',
    first: 'First seen',
    last: 'Last seen',
    type: 'Type',
    value: 'Value',
  },
  victim: ({ sector, country, size }) =>
    `The victim is ${[size, sector === null ? 'an organisation' : `an organisation of the sector ${sector}`, country === null ? null : `in ${names.of(country)}`].filter(Boolean).join(' ')}.`,
  firstAccess: ({ day, clock, technique, host }) =>
    `The first trace is of ${day}, ${clock} UTC: ${technique} on ${host}.`,
  lastSeen: ({ day, clock, days }) =>
    `The last trace is of ${day}, ${clock} UTC; between the two lie ${plural(days, 'whole day')}.`,
  detected: (day) => `It was detected ${on(day)}.`,
  reported: (day) => `It was reported ${on(day)}.`,
  entry: ({ technique, id, host }) => `Entry was by ${technique} (${id}) on ${host}.`,
  product: ({ product, weakness }) =>
    product === null
      ? `The weakness is ${weakness}; the product is not stated.`
      : `What was entered is ${product}${weakness === null ? '' : ` (${weakness})`}.`,
  unmatched:
    'A report of this case tells several; which of them these claims are about cannot be said, and none is a fact of this one.',
  zeroDay: (yes) => (yes ? 'The weakness was not public then.' : 'The weakness was public then.'),
  steps: ({ steps, techniques, hosts }) =>
    `The record holds ${plural(steps, 'step')} by ${plural(techniques, 'technique')} on ${plural(hosts, 'host')}.`,
  controlled: (count) => `Something of the intruders ran on ${plural(count, 'host')}.`,
  touched: (count) =>
    `${plural(count, 'further host was', 'further hosts were')} reached by a logon and nothing more is seen there.`,
  accounts: ({ count, names: which }) =>
    `${plural(count, 'account was', 'accounts were')} used: ${list.format(which)}.`,
  mailboxes: (count) => `${plural(count, 'mailbox was', 'mailboxes were')} exported.`,
  sentOut: ({ megabytes, connections }) =>
    `${plural(connections, 'connection')} sent ${megabytes} MB to addresses outside.`,
  visits: ({ visits, relays, countries }) =>
    `The intruders came ${visits === 1 ? 'once' : `${visits} times`} through ${plural(relays, 'address', 'addresses')}: ${list.format(countries.map(([country, count]) => `${count} in ${country}`))}.`,
  relayIsNotOrigin: 'These are relays: they show where the traffic passed, not where it came from.',
  hours: ({ visits, offset, share }) =>
    `Of the offsets from UTC, ${offset} fits the hours of the ${visits} visits best, with ${share} % of the likelihood among all offsets.`,
  hoursCaution: 'Many countries share an offset, and hours can be chosen to mislead.',
  calendars: ({ days, countries }) =>
    countries.length === 0
      ? `The ${days} days of the visits fit no holiday calendar better than none.`
      : `The ${days} days of the visits fit the holiday ${countries.length === 1 ? 'calendar' : 'calendars'} of ${list.format(countries.map((code) => names.of(code) ?? code))} better than none; that is weak evidence, which whoever knows a calendar can forge.`,
  files: (count) =>
    `${plural(count, 'file tells', 'files tell')} the hosts apart from others; they stand under Indicators.`,
  cleared: ({ channel, host, day }) => `The ${channel} log of ${host} was cleared on ${day}.`,
  missing: ({ channel, host }) => `Records of the ${channel} log of ${host} are missing.`,
  noTampering: 'No sign was found that logs were cleared or records are missing.',
  claim: ({ speaker, words, stance, date }) =>
    `${speaker}${date === null ? '' : ` (${date})`} ${STANCES[stance].replace(/:$/, '')}: ${quoted(words)}.`,
  quoted,
  comparison: ({ fact, claimed, counted }) =>
    `The report counts ${BOUND_WORDS[claimed.bound]}${plural(claimed.value, claimed.unit)}, the logs show ${FACTS[fact](counted)}; both stand.`,
  borneOut: (yes) => (yes ? 'The count bears the report out.' : 'The count does not bear the report out.'),
  notCounted: 'The logs hold no count of it.',
  level: ({ party, level }) => `The claim names ${party}: ${LEVELS[level]}.`,
  certainty: (certainty) => CERTAINTIES[certainty],
  confidence: (moderate) => `The confidence of this bulletin in the claim is ${moderate ? 'moderate' : 'low'}.`,
  confidenceReason: ({ origins, denials }) =>
    `The reason: ${origins === 1 ? '1 origin says so' : `${origins} origins say so that do not repeat each other`}, the logs do not show who${denials > 0 ? `, and it is denied ${denials === 1 ? 'once' : `${denials} times`}` : ''}.`,
  alternatives: (others) => `Others are named as well: ${list.format(others)}.`,
  wouldChange:
    'A second origin with findings of its own, or infrastructure, code or people tied to the party, would raise the confidence; proof that traces were planted would lower it.',
  domainController: (host) =>
    `The database of the directory was copied on ${host}, which only a domain controller holds.`,
  noAttribution: 'The logs show how and when, not who; they do not bear an attribution.',
  related: ({ id, traits }) => `Case ${id} shares ${list.format(traits)}.`,
  indicators: (count) => `The appendix lists ${plural(count, 'indicator')}, each with when it was seen first and last.`,
  noIndicators: 'No indicators are published with this bulletin.',
  unknown: {
    victim: 'Sector, size and country of the victim are not stated.',
    detected: 'When and how it was detected is not stated.',
    reported: 'When it was reported and handled is not stated.',
    product: 'The product that was entered and its weakness are not stated.',
    zeroDay: 'Whether the weakness was public at the time is not known.',
    loss: 'No connection that carried much data out was seen; what was taken is not known.',
    mailboxes: 'No export of a mailbox was seen; whether mail was read otherwise is not known.',
    lossKinds: 'What kinds of data were taken, and how sensitive they are, is not stated.',
    domainController: 'Whether a domain controller was entered is not known.',
    alternatives: 'No other party is named by anybody.',
    tools: 'No family of tools is named.',
    attribution: 'Nobody is named as responsible.',
    response: 'No answer of anybody accused is on record.',
    related: 'No related case is on record.',
    relays: 'No address outside is tied to the intrusion.',
  },
  advice: {
    T1190: 'Update what faces the Internet, and look in its web folders for pages that nobody published.',
    'T1505.003': 'Compare the files of web servers with their packages; let no worker process start a shell.',
    'T1003.001': 'Protect the memory of LSASS, and take it that every password used on these hosts is known.',
    'T1003.003': 'Take it that all passwords of the domain are known: reset them, the krbtgt account twice.',
    'T1021.002':
      'Let administrators come from dedicated machines only, and block remote services between workstations.',
    'T1053.005': 'List scheduled tasks that run programs from folders everybody can write, and remove them.',
    'T1071.001': 'Block the addresses listed, and look for programs in folders everybody can write that connect out.',
    'T1114.002': 'List requests for exports of mailboxes, and allow them to few.',
    'T1195.002': 'Sign packages and check the signature on every machine before a package runs.',
    T1072: 'Find every machine that ran the package, and take each as controlled.',
    T1133: 'Ask for a second factor at every entrance, and let no administrator use it from outside.',
    'T1070.001': 'Send logs to another machine as they come, so that clearing them changes nothing.',
    T1041: 'Limit what servers may send out, and alert on volume.',
  },
  adviceOther: 'Keep logs for as long as intruders stay: at least a year.',
  country: (code) => (code === null ? 'an unknown country' : (names.of(code) ?? code)),
};
