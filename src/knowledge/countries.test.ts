import { expect, test } from 'vitest';
import { countryNames, countryOf, findPlaces } from './countries.ts';

const show = (text: string): string[] => findPlaces(text).map((m) => `${m.words}=${m.country}/${m.class}`);

test.each<[string, string[]]>([
  ['China denied it.', ['China=CN/country']],
  ["China's hackers", ['China=CN/country']],
  ['China’s hackers', ['China=CN/country']],
  ['North Korea and South Korea', ['North Korea=KP/country', 'South Korea=KR/country']],
  ['North Koreans', ['North Koreans=KP/demonym']],
  ['the Korean Peninsula', []],
  ['South China Sea', []],
  ['European officials', []],
  ['a US-built radar', ['US=US/country']],
  ['US-South Korean deployment', ['US=US/country', 'South Korean=KR/demonym']],
  ['a China-based group', ['China=CN/country']],
  ['Chinese-speaking actors', ['Chinese=CN/demonym']],
  ['tell us more', []],
  ['it costs US$5', []],
  ['the U.S. and the U.K. said', ['U.S.=US/country', 'U.K.=GB/country']],
  ['the U.S and Chinese governments', ['U.S=US/country', 'Chinese=CN/demonym']],
  ['U.S.-based', ['U.S.=US/country']],
  ['the PRC, the DPRK and the ROK', ['PRC=CN/country', 'DPRK=KP/country', 'ROK=KR/country']],
  ['the UAE', ['UAE=AE/country']],
  ['the Kremlin', ['Kremlin=RU/capital']],
  ['The White House said', ['White House=US/capital']],
  ['the Blue House', ['Blue House=KR/capital']],
  ['Whitehall', ['Whitehall=GB/capital']],
  ['Shenyang, in Liaoning', ['Shenyang=CN/city', 'Liaoning=CN/region']],
  ['St. Petersburg', ['St. Petersburg=RU/city']],
  ['St. Petersburg, Florida', ['St. Petersburg=US/city', 'Florida=US/region']],
  ['Paris, Texas', ['Paris=US/capital', 'Texas=US/region']],
  ['London, Ontario', ['London=CA/capital', 'Ontario=CA/region']],
  ['Newark and Atlanta', ['Newark=US/city', 'Atlanta=US/city']],
  ['Atlanta, Georgia', ['Atlanta=US/city', 'Georgia=US/country']],
  ['Tbilisi said Georgia was hit', ['Tbilisi=GE/capital', 'Georgia=GE/country']],
  ['Russian troops entered Georgia in 2008', ['Russian=RU/demonym', 'Georgia=GE/country']],
  ['Georgia Tech', ['Georgia Tech=US/body']],
  ['Michael Jordan scored', []],
  ['officials in Jordan said', ['Jordan=JO/country']],
  ['Jordan Smith', []],
  ['in Chad', ['Chad=TD/country']],
  ['Turkey blamed', ['Turkey=TR/country']],
  ['the GRU, the FSB and the SVR', ['GRU=RU/body', 'FSB=RU/body', 'SVR=RU/body']],
  ['the PLA and the MSS', ['PLA=CN/body', 'MSS=CN/body']],
  ['NSA, CIA and FBI', ['NSA=US/body', 'CIA=US/body', 'FBI=US/body']],
  ["Israel's Unit 8200", ['Israel=IL/country', 'Unit 8200=IL/body']],
  ['the IRGC', ['IRGC=IR/body']],
  ['Ministry of State Security', ['Ministry of State Security=CN/body']],
  ['the Department of Homeland Security', ['Department of Homeland Security=US/body']],
  ['the Democratic National Committee (DNC)', ['Democratic National Committee=US/body', 'DNC=US/body']],
  ['President Vladimir Putin', ['Vladimir Putin=RU/person']],
  ['Kim Jong Un and Xi Jinping', ['Kim Jong Un=KP/person', 'Xi Jinping=CN/person']],
  ['John Podesta’s mail', ['John Podesta=US/person']],
  ['Lotte Group', ['Lotte Group=KR/company']],
  ['Sony Pictures', ['Sony Pictures=US/company']],
  ['Sony', ['Sony=JP/company']],
  ['Anthem was breached', []],
  ['insurers such as Anthem were', ['Anthem=US/company']],
  ['An apple a day', []],
  ['Huawei and Kaspersky', ['Huawei=CN/company', 'Kaspersky=RU/company']],
  ['NIGERIA AND IRAN HIT', ['NIGERIA=NG/country', 'IRAN=IR/country']],
  ['Niger, Nigeria', ['Niger=NE/country', 'Nigeria=NG/country']],
  ['Guinea-Bissau and Papua New Guinea', ['Guinea-Bissau=GW/country', 'Papua New Guinea=PG/country']],
  ['see China.com or info@China', []],
  ['South\nKorea', ['South\nKorea=KR/country']],
  ['Indiana Chinatown Polished', ['Indiana=US/region']],
  ['', []],
])('places in %j', (text, wanted) => {
  expect(show(text)).toEqual(wanted);
});

test.each<[string, string | null]>([
  ['China', 'CN'],
  ['the Chinese', 'CN'],
  ['state-sponsored Chinese hackers', 'CN'],
  ['Chinese hacking group', 'CN'],
  ['Russian government', 'RU'],
  ["Russian President Vladimir Putin's government", 'RU'],
  ['South Korea’s Ministry of Foreign Affairs', 'KR'],
  ['South Korea', 'KR'],
  ['North Korea', 'KP'],
  ['Korea', null],
  ['organization with connections to a US-built missile system in South Korea', 'KR'],
  ['a US-built missile system', 'US'],
  ['the US and South Korea', null],
  ['US-South Korean deployment of THAAD', null],
  ['China, Russia and Iran', null],
  ['China and South Korea', null],
  ['the U.S and Chinese governments', null],
  ['Moscow’s Federal Security Service', 'RU'],
  ['Beijing’s military and intelligence agencies', 'CN'],
  ['northeastern Chinese city of Shenyang', 'CN'],
  ['the city of Atlanta’s computer network', 'US'],
  ['organizations in Japan', 'JP'],
  ['members of Germany’s lower house of parliament, the Bundestag', 'DE'],
  ['Warsaw Stock Exchange and at least 36 other Polish sites', 'PL'],
  ['China-based threat actor', 'CN'],
  ['global China-backed hacking group APT10', 'CN'],
  ['Russia-linked group APT28', 'RU'],
  ['Chinese-speaking hackers', null],
  ['Russian-language forums', null],
  ['pro-Russian hackers', null],
  ['anti-China activists in Taiwan', 'TW'],
  ['the former Soviet republic', null],
  ['elections of U.S. allies', null],
  ['hackers targeting South Korea', null],
  ['attacks against Ukraine', null],
  ['critics of China', null],
  ['a group linked to the Russian state', 'RU'],
  ['hackers working for the Iranian government', 'IR'],
  ['a group backed by Tehran', 'IR'],
  ['threat actors associated with, or sponsored by, the Chinese government', 'CN'],
  ['hackers from North Korea', 'KP'],
  ['Sofacy, a Russian group', 'RU'],
  ['spokesperson for the Ukrainian prime minister', 'UA'],
  ['the Justice Department', 'US'],
  ["the UK's Foreign Office", 'GB'],
  ['Anthem Healthcare and the US Office of Personnel Management (OPM)', 'US'],
  ['Democratic National Committee, the OSCE and several other European countries', null],
  ['U.S. soldiers in South Korea', 'US'],
  ['the Chinese embassy in Seoul', 'CN'],
  ['the governments of China and Russia', null],
  ['Organization for Security and Cooperation in Europe', null],
  ['NATO', null],
  ['Attackers', null],
  ['two Iranian citizens', 'IR'],
  ['Trump Administration’s hopes', 'US'],
  ['Lotte retail conglomerate and South Korea’s tourism and entertainment industries', 'KR'],
  ['major Chinese defense enterprise', 'CN'],
  ['France’s TV5Monde television channel', 'FR'],
  ['Seoul, South Korea', 'KR'],
  ['2016 U.S. presidential election', 'US'],
  ['', null],
])('%j belongs to %j', (phrase, wanted) => {
  expect(countryOf(phrase)).toBe(wanted);
});

test('every country has a two-letter code and a name', () => {
  const names = countryNames();
  // 249 codes of ISO 3166-1 and Kosovo.
  expect(names.size).toBe(250);
  expect([...names.keys()].filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
  expect(names.get('KR')).toBe('South Korea');
});

test('mentions lie in order, apart, and quote the text', () => {
  const text =
    'The U.S. Justice Department, China’s MSS, Washington and “Pyongyang”—Seoul said in St. Petersburg. '.repeat(3);
  const found = findPlaces(text);
  expect(found.length).toBe(24);
  expect(found.map((m) => m.words)).toEqual(found.map((m) => text.slice(m.start, m.end)));
  expect(found.every((m, i) => i === 0 || found[i - 1]!.end <= m.start)).toBe(true);
});
