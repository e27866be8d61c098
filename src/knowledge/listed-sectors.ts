import { type Sector, sectorsOf } from './sectors.ts';

/**
 * Sectors as lists of actors write them (the sector cluster of MISP galaxy, CFR's target categories) that ordinary reading would not
 * take for a sector: bare nouns such as "Space" or "Legal" mean one only where a list says so.
 */
const LISTED: Readonly<Record<string, Sector>> = {
  accounting: 'legal',
  advertising: 'media',
  arts: 'entertainment',
  biomedical: 'health',
  'communication equipment': 'telecoms',
  consulting: 'legal',
  culture: 'entertainment',
  'digital infrastructure': 'technology',
  'digital services': 'technology',
  diplomacy: 'government',
  'dns service provider': 'technology',
  ecommerce: 'retail',
  electric: 'energy',
  electronic: 'technology',
  engineering: 'manufacturing',
  food: 'food',
  game: 'entertainment',
  gas: 'energy',
  'high tech': 'technology',
  intelligence: 'government',
  investment: 'finance',
  'islamic organisation': 'civil-society',
  it: 'technology',
  'it - hacker': 'technology',
  'it - security': 'technology',
  justice: 'government',
  lawyers: 'legal',
  legal: 'legal',
  'life science': 'health',
  logistic: 'transport',
  'managed services provider': 'technology',
  'online marketplace': 'retail',
  opposition: 'civil-society',
  payment: 'finance',
  programming: 'technology',
  'publishing industry': 'media',
  'research - innovation': 'education',
  'security actors': 'technology',
  'security service': 'technology',
  'security systems': 'technology',
  'semi-conductors': 'technology',
  separatists: 'civil-society',
  'smart meter': 'energy',
  'social networks': 'technology',
  space: 'space',
  'tax firm': 'legal',
  'television broadcast': 'media',
  trade: 'retail',
  travel: 'transport',
  turbine: 'energy',
  veterinary: 'health',
  'video sharing': 'media',
  water: 'water',
};

/** The sectors that a list's word for one stands for; none for "Private sector" and the like. */
export function listedSectors(words: string): readonly Sector[] {
  const listed = LISTED[words.trim().toLowerCase()];
  return listed ? [listed] : sectorsOf(words);
}
