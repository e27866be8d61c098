import type { Span } from '../base/span.ts';

/** Sectors that targets are counted by. */
export const SECTORS = [
  'government',
  'defence',
  'energy',
  'telecoms',
  'finance',
  'health',
  'education',
  'media',
  'civil-society',
  'technology',
  'manufacturing',
  'transport',
  'water',
  'retail',
  'entertainment',
  'space',
  'legal',
  'food',
  'construction',
  'sport',
  'elections',
] as const;
export type Sector = (typeof SECTORS)[number];

/** A word or phrase that names a sector or a kind of organisation in it. */
export interface SectorMention extends Span {
  readonly sector: Sector;
  readonly words: string;
}

/** What names a sector: `|` separates words and phrases; a final `s` of the last word may be missing or there. */
const WORDS: Readonly<Record<Sector, string>> = {
  government:
    'government|government agency|government agencies|government department|government body|government bodies|governmental|ministry|ministries|embassy|embassies|consulate|parliament|diplomat|diplomatic|foreign affairs|foreign ministry|municipality|municipalities|city hall|local authority|local authorities|public sector|public administration|federal agency|federal agencies|state agency|state agencies|civil service|law enforcement|police|court|judiciary|intelligence agency|intelligence agencies|intelligence service|immigration|customs|tax authority|tax office',
  defence:
    'defense|defence|military|armed forces|army|navy|air force|defense contractor|defence contractor|defense industry|defence industry|defense industrial base|defence industrial base|military-industrial|weapon|weapons system|missile|shipbuilder|shipbuilding|arms maker|arms manufacturer|soldier|military base',
  energy:
    'energy|oil|oil and gas|petroleum|petrochemical|natural gas|pipeline|electricity|power grid|electric grid|power plant|power station|power company|power companies|electric utility|electric utilities|utility|utilities|nuclear|nuclear plant|refinery|refineries|renewable|solar power|wind farm|hydropower|coal mine|substation',
  telecoms:
    'telecom|telecommunication|telco|mobile operator|mobile network|internet service provider|ISP|broadband provider|satellite operator|phone company|phone companies|cable operator|carrier network',
  finance:
    'bank|banking|financial|finance|financial institution|financial services|central bank|stock exchange|payment processor|payment card|credit union|cryptocurrency exchange|crypto exchange|cryptocurrency|insurer|insurance|investment firm|hedge fund|broker|brokerage|asset manager|fintech|credit bureau|ATM|SWIFT network',
  health:
    'health|healthcare|health care|hospital|clinic|medical|medical center|medical centre|pharmaceutical|pharma|pharmacy|pharmacies|biotech|biotechnology|vaccine maker|health insurer|patient record|laboratory|laboratories|drugmaker',
  education:
    'education|university|universities|college|school|academic|academia|research institute|research institution|school district|campus|student record',
  media:
    'media|news organization|news organisation|newspaper|broadcaster|television network|television channel|TV station|TV channel|radio station|journalist|news agency|news agencies|press|publisher|magazine',
  'civil-society':
    'NGO|non-governmental organization|non-governmental organisation|nongovernmental organization|nonprofit|non-profit|charity|charities|think tank|human rights|activist|dissident|civil society|advocacy group|religious organization|religious organisation|church|foundation|trade union|labour union|labor union|opposition party|diaspora',
  technology:
    'technology|technology company|technology companies|tech company|tech companies|tech firm|software|software company|software companies|software vendor|managed service provider|MSP|cloud provider|hosting provider|data center|data centre|IT services|IT company|IT companies|semiconductor|chipmaker|electronics|internet company|internet companies|video game|gaming company|cybersecurity firm|security firm|outsourcer',
  manufacturing:
    'manufacturing|manufacturer|factory|factories|industrial|automotive|automaker|carmaker|chemical|steel|steelmaker|machinery|engineering firm|heavy industry|industrial control system|mining|metal',
  transport:
    'transportation|transport|aviation|airline|airport|railway|rail|maritime|shipping|shipping line|seaport|port operator|logistics|freight|public transit|metro|subway|trucking|air traffic control',
  water: 'water utility|water utilities|water supply|water treatment|wastewater|drinking water|dam|sewage',
  retail:
    'retail|retailer|supermarket|store|shop|e-commerce|online shop|restaurant|hotel|hospitality|hotel chain|consumer goods|duty free|department store',
  entertainment:
    'entertainment|film studio|movie studio|casino|gambling|tourism|travel agency|travel agencies|streaming service|music industry',
  space: 'aerospace|satellite|space agency|space agencies|rocket maker|space industry',
  legal: 'law firm|legal services|accounting firm|consultancy|consultancies|professional services|consulting firm',
  food: 'agriculture|agricultural|food and beverage|food producer|meat processor|farm|grain',
  construction: 'construction|real estate|architecture firm|property developer|building company',
  sport: 'sport|sports federation|anti-doping|Olympic|Olympics|athlete|football club|athletics',
  elections:
    'election|elections|political party|political parties|election commission|election campaign|presidential campaign|campaign staff|voter registration|voting machine|polling',
};

let index: ReadonlyMap<string, readonly { readonly words: string; readonly sector: Sector }[]> | undefined;

/** Words that name a sector or its organisations, in text order, longest first, not overlapping. Acronyms only in capitals. */
export function findSectors(text: string): SectorMention[] {
  index ??= build();
  const found: SectorMention[] = [];
  const lower = text.toLowerCase();
  const word = /[a-z]+/g;
  for (let m = word.exec(lower); m; m = word.exec(lower)) {
    if (/[\p{L}\d_/.@]/u.test(text[m.index - 1] ?? ' ')) continue;
    for (const { words, sector } of index.get(m[0]) ?? []) {
      const end = fits(text, lower, m.index, words);
      if (end < 0) continue;
      found.push({ start: m.index, end, sector, words: text.slice(m.index, end) });
      word.lastIndex = end;
      break;
    }
  }
  return found;
}

/** The sectors a phrase names, most often named first. */
export function sectorsOf(phrase: string): Sector[] {
  const counts = new Map<Sector, number>();
  for (const { sector } of findSectors(phrase)) counts.set(sector, (counts.get(sector) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([sector]) => sector);
}

function fits(text: string, lower: string, at: number, words: string): number {
  const acronym = /^[A-Z]{2,}$/.test(words);
  if (!(acronym ? text : lower).startsWith(acronym ? words : words.toLowerCase(), at)) return -1;
  let end = at + words.length;
  if (lower[end] === 's' && !words.endsWith('s')) end++;
  return /[\p{L}\d_]/u.test(text[end] ?? ' ') ? -1 : end;
}

function build(): NonNullable<typeof index> {
  const map = new Map<string, { words: string; sector: Sector }[]>();
  for (const sector of SECTORS)
    for (const words of WORDS[sector].split('|')) {
      const first = /^[a-z]+/i.exec(words)![0].toLowerCase();
      // "bank" must also be found as "banks": the key of a one-word entry exists in both forms.
      for (const key of words.toLowerCase() === first && !first.endsWith('s') ? [first, `${first}s`] : [first])
        map.set(key, [...(map.get(key) ?? []), { words, sector }]);
    }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}
