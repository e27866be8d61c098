import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTime } from '../base/time.ts';
import type { DocumentText } from '../model/document.ts';
import { CERTAINTIES, KINDS, STANCES } from '../model/statement.ts';
import { rulesReader } from './read.ts';

const document = (text: string, published: string | null = '2017-04-28'): DocumentText => ({
  id: 'doc-test',
  medium: 'text',
  text,
  blocks: [],
  title: null,
  publisher: null,
  author: null,
  published,
  url: null,
  language: 'eng',
});
const read = async (text: string) => (await rulesReader().read(document(text))).statements;
const brief = async (text: string) =>
  (await read(text)).map(
    (s) =>
      `${s.speaker}${s.via.length ? ` via ${s.via.join(', ')}` : ''}: ${s.kind} ${s.stance} ${s.certainty} "${s.quote}"`,
  );

describe("a name is somebody's who gives it", () => {
  test.each<[string, string]>([
    ['The attacks were carried out by APT10, which Microsoft tracks as Potassium.', 'Microsoft'],
    ['Symantec refers to the group as Cicada.', 'Symantec'],
    ['The group is tracked by Microsoft as Nickel.', 'Microsoft'],
    ['APT10, a group also called Stone Panda by CrowdStrike, broke into the ministry in March.', 'CrowdStrike'],
    ['The group is also known to researchers as Stone Panda.', 'researchers'],
    ['The group is also known as Stone Panda.', 'narrator'],
    ['APT10, also known as Stone Panda, broke into the ministry in March.', 'narrator'],
  ])('%s', async (text, speaker) => {
    const alias = (await read(text)).find(({ kind }) => kind === 'alias');
    expect(alias).toMatchObject({ speaker, via: [] });
  });
});

test.each<[string, string | null]>([
  ["Hackers broke into McDonald's in March.", "McDonald's"],
  ["The attack on Lloyd's of London was carried out by hackers.", "Lloyd's of London"],
  ["Hackers hit Macy's and Kohl's in May.", "Macy's and Kohl's"],
  ["Hackers broke into Lotte's website on Friday.", "Lotte's website"],
])('whom: %s', async (text, target) => {
  expect((await read(text))[0]?.target).toBe(target);
});

describe('one sentence, its statements', () => {
  test.each<[string, readonly string[]]>([
    [
      'The foreign ministry denied any involvement in the attack.',
      ['foreign ministry: response denies certain "denied any involvement in the attack"'],
    ],
    [
      'Ana Petrova, a researcher at Northwind Labs, said the group is probably linked to Russian military intelligence.',
      ['Ana Petrova: attribution asserts probable "the group is probably linked to Russian military intelligence"'],
    ],
    [
      'The hackers stole the personal data of 40,000 patients from the hospital.',
      ['narrator: effect asserts certain "The hackers stole the personal data of 40,000 patients from the hospital"'],
    ],
    [
      'A spokesman for the bank told Reuters that its website had been hacked on Monday.',
      ['spokesman for the bank via Reuters: intrusion asserts certain "its website had been hacked on Monday"'],
    ],
    ['The ministry declined to comment.', ['ministry: response declines certain "The ministry declined to comment"']],
    [
      'The campaign has mostly targeted telecommunications companies in Asia.',
      ['narrator: targeting asserts certain "The campaign has mostly targeted telecommunications companies in Asia"'],
    ],
    [
      'The United States imposed sanctions on five officers over the breach.',
      ['narrator: measure asserts certain "The United States imposed sanctions on five officers over the breach"'],
    ],
  ])('%s', async (text, expected) => {
    expect(await brief(text)).toEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'what is left unsaid is no claim',
      'The company did not say who was behind the attack.',
      ['company: response declines certain "The company did not say who was behind the attack"'],
    ],
    [
      'one refusal with two verbs',
      'The report does not name the victims or say how many were breached.',
      ['narrator: response declines certain "The report does not name the victims or say how many were breached"'],
    ],
    ['nobody speaks', 'Neither company was named.', []],
    [
      'what somebody is to do',
      'The minister called on Ruritania to refrain from cyberattacks.',
      ['minister: response demands certain "The minister called on Ruritania to refrain from cyberattacks"'],
    ],
    ['weapons that are no malware', 'The battery spots rockets in flight and brings them down.', []],
    ['a comparison', 'Several retired generals liken it to catching one arrow with another.', []],
    [
      'an open question is not certain',
      'Whether the Ruritanian army directs the hackers is a question that the report leaves open.',
      [
        'narrator: attribution doubts possible "Whether the Ruritanian army directs the hackers is a question that the report leaves open"',
      ],
    ],
  ])('%s', async (_name, text, expected) => {
    expect(await brief(text)).toEqual(expected);
  });

  test.each<[string, string, string, readonly (string | null)[]]>([
    [
      'who counts attacks does nothing of them',
      'Norway reported more than 600 incidents from foreign groups in 2023.',
      'Norway: trend asserts',
      ['foreign groups', null, null, 'NO'],
    ],
    [
      'a noun that reads like a speech verb',
      "Nordfirm said nothing new. The paper's reporting adds to the picture, backing up claims that Iran was using hackers to punish Oslo.",
      'narrator: intent asserts',
      ['Iran', 'IR', 'Oslo', 'NO'],
    ],
    [
      'a name that ends like a possessive',
      "Hackers attacked its network. Lakeside Children's contacted police.",
      'narrator: response asserts',
      ['Lakeside Children', null, 'police', null],
    ],
    [
      'what a report leaves out is no refusal of an agency',
      'Nordfirm said it was an attack. The report does not say which agency was hit.',
      'narrator: response declines',
      [null, null, null, null],
    ],
    [
      'what nobody has confirmed is not denied',
      'Officials have not confirmed who carried out the attack.',
      'Officials: response declines',
      ['Officials', null, null, null],
    ],
  ])('%s', async (_name, text, wanted, parties) => {
    const last = (await read(text)).at(-1)!;
    expect(`${last.speaker}: ${last.kind} ${last.stance}`).toBe(wanted);
    expect([last.actor, last.actor_country, last.target, last.target_country]).toEqual(parties);
  });

  test('a group, the name a firm gives it, and whom it works for', async () => {
    const found = await read(
      'Nordfirm calls the first group Osprey Team, and says it works for the Iranian army and operates from Tehran.',
    );
    expect(found.map(({ kind, actor, object }) => [kind, actor, object])).toEqual([
      ['alias', 'Osprey Team', 'Osprey Team'],
      ['attribution', 'Iranian army', 'Osprey Team'],
    ]);
  });

  test('what is fought is not what is opposed', async () => {
    const [opposed] = await read('China said it rejects every kind of digital attack, and fights hacking at home.');
    expect(opposed!.object).toBe('every kind of digital attack');
  });

  test.each([
    'The missile system is aimed at defending the north from attacks by its neighbour.',
    '"We have known these actors for years," said Jo Berg of Nordfirm.',
    'Typically, when we see espionage actors, "it is a long story".',
    'An aerial photograph shows a rally near the harbour that hackers attacked in May.',
  ])('nothing is claimed: %s', async (text) => {
    expect(await brief(text)).toEqual([]);
  });

  test('who looks on does nothing of it', async () => {
    const [watched] = await read(
      'Nordfirm and other companies have watched Iranian hackers attack banks in Norway for years.',
    );
    expect([watched!.actor, watched!.target_country]).toEqual(['Iranian hackers', 'NO']);
  });

  test('a decision is nobody one speaks to', async () => {
    expect((await read('The ministry condemned the decision.')).map((s) => s.target)).toEqual([null]);
  });

  test('a denial of service is no denial', async () => {
    expect(
      (await read('A denial-of-service attack shut down the website of the parliament.')).map((s) => s.stance),
    ).not.toContain('denies');
  });

  test('a quotation over two sentences keeps its speaker', async () => {
    const statements = await read(
      '“They used stolen passwords to enter the mail server,” said Maria Lind, head of security at the agency. “They were after the minister’s correspondence.”',
    );
    expect(new Set(statements.map((s) => s.speaker))).toEqual(new Set(['Maria Lind']));
  });

  test('headlines without a full stop make no statements', async () => {
    expect(await read('Hackers attack ministry')).toEqual([]);
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    ...'The hackers said “ ” . , that it denied stole data from China on Monday , who is behind the attack ? according to FireEye ( ) told CNN and but to disrupt 40 $5 million \n\n " was hacked by group'.split(
      ' ',
    ),
  );
  test('statements are verbatim, within bounds, of known values, uniquely named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const text = pieces.join(' ');
        const statements = await read(text);
        for (const s of statements) {
          expect(text.slice(s.start, s.end)).toBe(s.quote);
          expect(s.quote.length).toBeGreaterThan(0);
          expect(KINDS).toContain(s.kind);
          expect(STANCES).toContain(s.stance);
          expect(CERTAINTIES).toContain(s.certainty);
          expect(s.score).toBeGreaterThanOrEqual(0);
          expect(s.score).toBeLessThanOrEqual(1);
          expect(s.speaker).not.toBe('');
          if (s.time !== null) expect(parseTime(s.time)).not.toBeNull();
          for (const country of [s.actor_country, s.target_country])
            if (country !== null) expect(country).toMatch(/^[A-Z]{2}$/);
        }
        expect(new Set(statements.map((s) => s.id)).size).toBe(statements.length);
      }),
      { numRuns: 150 },
    );
  });

  test('any string is read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        await read(text);
      }),
      { numRuns: 200 },
    );
  });

  test('the same text gives the same reading', async () => {
    const text = 'Officials said hackers broke into the ministry in March. The embassy rejected the accusation.';
    expect(await read(text)).toEqual(await read(text));
  });
});
