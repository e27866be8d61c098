import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MESSY_PAGE, PLAIN_PAGE } from '../../test/fixtures/text/pages.ts';
import { read, shown } from '../../test/fixtures/text/read.ts';

describe('plain text', () => {
  test('is kept character for character, whatever it holds', async () => {
    const pieces = [
      'Words here. ',
      '\n',
      '\n\n',
      '\r\n',
      '\t',
      '  ',
      '- item',
      '“é”',
      '😀',
      '\u2028',
      '\u00a0',
      'Short',
      '© 2020 X',
      'a\fb',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 }), async (list) => {
        const text = list.join('');
        const { documents } = await read('a.txt', text);
        if (/[^\s\u2028\ufeff]/.test(text)) expect(documents[0]!.text).toBe(text);
      }),
    );
  });

  test('loses only a byte order mark', async () => {
    expect((await read('a.txt', '\ufeffOne.\n\nTwo.')).document.text).toBe('One.\n\nTwo.');
  });

  test('has title, headings, paragraphs, items and furniture as blocks', async () => {
    const text =
      'Ports were attacked\n\nThe first was hit in May.\nIt closed.\n\nWhat is known\n\nLittle is known.\n\n- a name\n- a date\n\nshow comments\n';
    expect(shown((await read('a.txt', text)).document)).toEqual([
      'title: Ports were attacked',
      'paragraph: The first was hit in May.',
      'paragraph: It closed.',
      'heading: What is known',
      'paragraph: Little is known.',
      'item: - a name',
      'item: - a date',
      'caption: show comments',
    ]);
  });

  test('joins lines that were wrapped', async () => {
    const text =
      'The operator of the port was attacked in March by a group\nthat had been in its network since January of that year\nand that nobody had noticed.\n\nThen it left.';
    expect((await read('a.txt', text)).document.blocks).toHaveLength(2);
  });

  test('the facts a user gives go before what the text says', async () => {
    const text = 'A headline\n\nApr 19, 2021\n\nWords that go on.';
    expect((await read('a.txt', text)).document).toMatchObject({
      title: 'A headline',
      published: '2021-04-19',
      publisher: null,
    });
    const given = { title: 'Mine', publisher: 'Me', published: '2020' };
    expect((await read('a.txt', text, { given })).document).toMatchObject(given);
    const url = 'https://www.news.site.fr/2021/05/06/x';
    expect((await read('a.txt', text, { url })).document).toMatchObject({
      url,
      published: '2021-05-06',
      publisher: 'site.fr',
    });
  });
});

describe('web pages', () => {
  test('the article and its facts, without the page around it', async () => {
    const { document, codes } = await read('page.html', MESSY_PAGE);
    expect(codes).toEqual([]);
    expect(document).toMatchObject({
      medium: 'html',
      title: 'Ministry networks breached by unknown group',
      publisher: 'Harbour Post',
      author: 'Ada Quill',
      published: '2023-05-17',
      url: 'https://www.harbourpost.example/2023/05/17/ministry-breach/',
      language: 'eng',
    });
    expect(shown(document)).toEqual([
      'title: Ministry networks breached by unknown group',
      'caption: The ministry building at dusk.',
      expect.stringContaining('paragraph: Unknown attackers broke into the networks of the ministry in early May'),
      'paragraph: “We have not seen anything like this,” one official said.',
      expect.stringContaining('paragraph: The ministry declined to comment'),
      'heading: What was taken',
      expect.stringContaining('14 employees over three weeks'),
      'item: Mailboxes of the trade desk',
      'item: A list of suppliers',
      'item: with prices',
      'quote: No classified data were touched.',
      'table: Type\tValue\nDomain\tlogin-portal[.]example[.]net\nSHA-256\t9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ]);
    for (const noise of ['cookies', 'Home', 'Facebook', 'Getty', 'ships', 'Read more', 'comments', 'Ferry', '©'])
      expect(document.text).not.toContain(noise);
  });

  test('an old page of font tags and line breaks', async () => {
    const { document } = await read('page.htm', PLAIN_PAGE);
    expect(document).toMatchObject({ title: 'Notice of an intrusion', published: '2009-07-08' });
    expect(document.text).toContain('The first paragraph tells of it.');
    expect(shown(document)).toContain('paragraph: The second one goes on & on.');
  });

  test('the same bytes give the same document', async () => {
    const [a, b] = [await read('a.html', MESSY_PAGE), await read('b.html', MESSY_PAGE)];
    expect(a.document.text).toBe(b.document.text);
    expect(a.document.id).toBe(b.document.id);
    expect((await read('a.html', `${MESSY_PAGE} `)).document.id).not.toBe(a.document.id);
  });

  test('a wrong charset is said and mended', async () => {
    const page = Buffer.from(
      '<html><head><meta charset="utf-8"><title>Caf\xe9</title></head><body><p>At the caf\xe9 they met.</p></body></html>',
      'latin1',
    );
    const { document, problems } = await read('a.html', new Uint8Array(page));
    expect(document.title).toBe('Café');
    expect(problems[0]).toMatchObject({
      code: 'wrong-charset',
      place: { source: 'a.html' },
      details: { declared: 'utf-8', used: 'windows-1252' },
    });
  });

  test('markup in pieces never throws', async () => {
    const pieces = [
      '<p>',
      '</p>',
      '<div class="share">',
      '</div>',
      '<html>',
      '<head>',
      '</head>',
      '<body',
      '>',
      '<table><tr><td>',
      '</table>',
      '<script>',
      '<!--',
      '-->',
      '&amp',
      '&#x41;',
      'words ',
      '<title>t',
      '<h1>',
      '<li>',
      '<br>',
      '"',
      '<meta property="og:title" content="x">',
      '<script type="application/ld+json">{"@type":"NewsArticle","author":{}}</script>',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), async (list) => {
        const { codes } = await read('a.html', `<!doctype html>${list.join('')}`);
        expect(codes.filter((c) => !['no-text', 'markup-not-parsed'].includes(c))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

test('Markdown under a plain name is Markdown when it has links', async () => {
  const linked = await read('a.txt', 'The firm [Quiet Lab](https://lab.example/x) said the site was down.\n');
  expect([linked.document.medium, linked.document.text.trim()]).toEqual([
    'markdown',
    'The firm Quiet Lab said the site was down.',
  ]);
  const plain = await read('a.txt', 'The firm [sic] (https://lab.example/x) said the site was down.\n');
  expect(plain.document.medium).toBe('text');
});

test('Markdown: front matter, and words without signs', async () => {
  const text =
    '---\ntitle: "Notes on a campaign"\ndate: 2022-03-04\npublisher: Quiet Lab\nauthor: R. Tern\n---\n# Notes on a campaign\n\nThe group used [a loader](https://a.example/x) and `rundll32.exe`.\n\n- first\n- second `evil[.]example`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
  const { document } = await read('a.md', text);
  expect(document).toMatchObject({
    medium: 'markdown',
    publisher: 'Quiet Lab',
    author: 'R. Tern',
    published: '2022-03-04',
  });
  expect(shown(document)).toEqual([
    'title: Notes on a campaign',
    'paragraph: The group used a loader and rundll32.exe.',
    'item: first',
    'item: second evil[.]example',
    'table: a\tb\n1\t2',
  ]);
});
