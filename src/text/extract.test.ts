import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { paragraph, table, writeDocx } from '../../test/fixtures/text/docx.ts';
import { MESSY_PAGE, PLAIN_PAGE } from '../../test/fixtures/text/pages.ts';
import { pageOf, writePdf } from '../../test/fixtures/text/pdf.ts';
import type { DocumentText, Source } from '../model/document.ts';
import { extract } from './extract.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

async function read(name: string, content: string | Uint8Array, more: Partial<Source> = {}) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const { documents, problems } = await extract({ bytes, name, ...more });
  for (const document of documents) checkBlocks(document);
  return { documents, document: documents[0]!, codes: problems.map((p) => p.code), problems };
}

/** Blocks are in order, do not overlap and have no white space at their ends. */
function checkBlocks({ text, blocks }: DocumentText): void {
  let end = 0;
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.end).toBeGreaterThan(block.start);
    expect(text.slice(block.start, block.end)).toBe(text.slice(block.start, block.end).trim());
    end = block.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
}

const shown = ({ text, blocks }: DocumentText) => blocks.map((b) => `${b.kind}: ${text.slice(b.start, b.end)}`);

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

describe('PDF', () => {
  const running = (n: number) => [
    { text: 'Harbour CERT - TLP:CLEAR', y: 760 },
    { text: `Page ${n} of 3`, y: 30, x: 290 },
  ];
  const file = writePdf(
    [
      [
        ...running(1),
        { text: 'Intrusion at a port operator', size: 20, y: 720 },
        ...pageOf(
          [
            [
              'The operator was attacked in March by a group that had been in the net-',
              'work since January. It copied files from two servers and then erased',
              'the logs of both machines, the report says.',
            ],
            ['The second wave was larger than the first and lasted until the end of', 'the month, when the operator'],
          ],
          690,
        ),
      ],
      [
        ...running(2),
        ...pageOf(
          [
            ['cut the line. Nothing else happened that week, and the state-', 'sponsored group was not seen again.'],
            ['- first item of a list', '- second item of a list'],
          ],
          690,
        ),
      ],
      [...running(3), ...pageOf([['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b', '2b0b822cd15d6c15b0f00a08']], 690)],
    ],
    { Title: 'Microsoft Word - x.doc', Author: 'A. Quill', CreationDate: 'D:20230517120000Z' },
  );

  test('pages, paragraphs, hyphens, running lines, facts', async () => {
    const { document, codes } = await read('a.pdf', file);
    expect(codes).toEqual([]);
    expect(document).toMatchObject({
      medium: 'pdf',
      title: 'Intrusion at a port operator',
      author: 'A. Quill',
      published: '2023-05-17',
    });
    expect(document.blocks.map((b) => `${b.page} ${b.kind} ${document.text.slice(b.start, b.end)}`)).toEqual([
      '1 title Intrusion at a port operator',
      '1 paragraph The operator was attacked in March by a group that had been in the network since January. It copied files from two servers and then erased the logs of both machines, the report says.',
      '1 paragraph The second wave was larger than the first and lasted until the end of the month, when the operator cut the line.',
      '2 paragraph Nothing else happened that week, and the state-sponsored group was not seen again.',
      '2 item - first item of a list',
      '2 item - second item of a list',
      '3 paragraph 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ]);
  });

  test('cut off, locked, without text, too many pages', async () => {
    expect((await read('a.pdf', file.slice(0, 300))).codes).toEqual(['pdf-damaged']);
    const locked = writePdf(
      [pageOf([['Hello']])],
      {},
      '/Encrypt << /Filter /Standard /V 1 /R 2 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) /P -4 >> /ID [(a)(a)]',
    );
    expect((await read('a.pdf', locked)).codes).toEqual(['pdf-encrypted']);
    expect((await read('a.pdf', writePdf([[]]))).codes).toEqual(['no-text']);
    const mixed = await read('a.pdf', writePdf([[], pageOf([['Hello there.']])]));
    expect([mixed.codes, mixed.document.blocks[0]!.page]).toEqual([['page-without-text'], 2]);
    const { documents, problems } = await extract({ bytes: file, name: 'a.pdf' }, { maxPages: 1 });
    expect(documents[0]!.blocks.every((b) => b.page === 1)).toBe(true);
    expect(problems.map((p) => [p.code, p.details])).toEqual([['too-many-pages', { kept: 1, of: 3 }]]);
  });
});

describe('Word', () => {
  const body =
    paragraph('Case note', { style: 'Titel' }) +
    paragraph('What happened', { style: 'berschrift1' }) +
    paragraph('The attackers came &amp; went.') +
    paragraph('one', { list: true }) +
    '<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>kept</w:t></w:r></w:p>' +
    table([
      ['a', 'b'],
      ['c', 'd'],
    ]);

  test('paragraphs, headings, items, tables, facts', async () => {
    const { document, codes } = await read(
      'a.docx',
      writeDocx(body, { 'dc:creator': 'R. Tern', 'dcterms:created': '2023-05-17T10:00:00Z' }),
    );
    expect(codes).toEqual([]);
    expect(document).toMatchObject({ medium: 'docx', title: 'Case note', author: 'R. Tern', published: '2023-05-17' });
    expect(shown(document)).toEqual([
      'title: Case note',
      'heading: What happened',
      'paragraph: The attackers came & went.',
      'item: one',
      'paragraph: kept',
      'table: a\tb\nc\td',
    ]);
  });

  test('a bomb is refused by its word and in fact', async () => {
    const bomb = zipSync({ 'word/document.xml': [new Uint8Array(3e6), { level: 9 }] });
    const limits = { maxInflated: 1e6 };
    const refused = async (bytes: Uint8Array) =>
      (await extract({ bytes, name: 'b.docx' }, limits)).problems.map((p) => [p.code, p.details.declared]);
    expect(await refused(bomb)).toEqual([['archive-too-big', 3e6]]);
    const lying = bomb.slice();
    new DataView(lying.buffer, lying.byteOffset).setUint32(22, 1000, true);
    expect(await refused(lying)).toEqual([['archive-too-big', 1000]]);
  });

  test('cut off, no document inside', async () => {
    const whole = writeDocx(body.repeat(50));
    expect((await read('a.docx', whole.slice(0, whole.length / 3))).codes).toEqual(['archive-damaged']);
    expect((await read('a.docx', zipSync({ 'a.txt': bytesOf('x') }))).codes).toEqual(['not-a-word-file']);
  });
});

test('mail: its text and its attachments', async () => {
  const mail = [
    'From: Ada Quill <ada@harbour.example>',
    'To: b@example.org',
    'Subject: =?utf-8?Q?Weekly_note_=E2=80=94_ports?=',
    'Date: Wed, 17 May 2023 12:30:00 +0900',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="x"',
    '',
    '--x',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Hello,</p><p>the group was <b>seen</b> again.</p>',
    '--x',
    'Content-Type: text/plain; name="n.txt"',
    'Content-Disposition: attachment; filename="n.txt"',
    '',
    'An attached note.',
    '--x',
    'Content-Type: image/png; name="a.png"',
    'Content-Disposition: attachment; filename="a.png"',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ',
    '--x--',
    '',
  ].join('\r\n');
  const { documents, problems } = await read('m.eml', mail);
  expect(documents.map((d) => [d.medium, d.title, d.author, d.published])).toEqual([
    ['eml', 'Weekly note — ports', 'Ada Quill', '2023-05-17'],
    ['text', null, null, null],
  ]);
  expect(shown(documents[0]!)).toEqual([
    'title: Weekly note — ports',
    'paragraph: Hello,',
    'paragraph: the group was seen again.',
  ]);
  expect(documents[1]!.text.trim()).toBe('An attached note.');
  expect(new Set(documents.map((d) => d.id)).size).toBe(2);
  expect(problems.map((p) => [p.code, p.severity])).toEqual([['attachment-left-out', 'note']]);
});

describe('feeds', () => {
  const RSS =
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour notes</title><item><title>One &amp; only</title><link>https://cert.example/2023/05/one</link><guid>tag:1</guid><dc:creator>Ada Quill</dc:creator><pubDate>Wed, 17 May 2023 10:00:00 GMT</pubDate><description>short</description><content:encoded><![CDATA[<p>The first.</p><p>The second.</p>]]></content:encoded></item><item><title>Two</title><guid>tag:2</guid><description>&lt;p&gt;Only &lt;b&gt;this&lt;/b&gt;.&lt;/p&gt;</description></item></channel></rss>';
  const ATOM =
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><id>x</id><entry><id>urn:1</id><title>Hello</title><link rel="alternate" href="https://a.example/1"/><published>2020-01-02T03:04:05Z</published><author><name>B</name></author><content type="html">&lt;p&gt;Body one.&lt;/p&gt;</content></entry></feed>';
  const JSON_FEED = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    items: [
      {
        id: '1',
        url: 'https://j.example/1',
        title: 'T',
        content_text: 'Plain <b> one.\n\nPlain two.',
        date_published: '2021-02-03T00:00:00Z',
      },
    ],
  });

  test('RSS: a document an entry', async () => {
    const { documents, codes } = await read('feed', RSS);
    expect(codes).toEqual([]);
    expect(documents.map((d) => [d.medium, d.title, d.publisher, d.author, d.published, d.url])).toEqual([
      ['feed', 'One & only', 'Harbour notes', 'Ada Quill', '2023-05-17', 'https://cert.example/2023/05/one'],
      ['feed', 'Two', 'Harbour notes', null, null, null],
    ]);
    expect(documents.map(shown)).toEqual([
      ['title: One & only', 'paragraph: The first.', 'paragraph: The second.'],
      ['title: Two', 'paragraph: Only this.'],
    ]);
  });

  test('Atom and JSON', async () => {
    expect(shown((await read('feed.xml', ATOM)).document)).toEqual(['title: Hello', 'paragraph: Body one.']);
    const json = (await read('feed.json', JSON_FEED)).document;
    expect([shown(json), json.published]).toEqual([
      ['title: T', 'paragraph: Plain <b> one.', 'paragraph: Plain two.'],
      '2021-02-03',
    ]);
  });

  test('damaged, empty, too long', async () => {
    expect((await read('f.xml', '<rss><channel><item>')).codes).toEqual(['feed-damaged']);
    expect((await read('f.xml', '<rss version="2.0"><channel><title>t</title></channel></rss>')).codes).toEqual([
      'feed-empty',
    ]);
    const { documents, problems } = await extract({ bytes: bytesOf(RSS), name: 'f' }, { maxEntries: 1 });
    expect([documents.length, problems.map((p) => p.code)]).toEqual([1, ['too-many-entries']]);
  });
});

describe('bad input is a problem with its place', () => {
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
  test.each<[string, string | Uint8Array, string]>([
    ['empty.txt', '', 'empty-file'],
    ['blank.txt', ' \n\t\n', 'no-text'],
    ['blank.html', '<html><body> </body></html>', 'no-text'],
    ['a.png', PNG, 'not-a-document'],
    ['zeros.bin', new Uint8Array(5000), 'not-a-document'],
    ['a.zip', zipSync({ 'a.txt': bytesOf('x') }), 'not-a-document'],
    ['fake.pdf', 'no PDF at all', 'pdf-damaged'],
  ])('%s', async (name, content, code) => {
    const { documents, problems } = await read(name, content);
    expect(documents).toEqual([]);
    expect(problems.map((p) => [p.code, p.severity, p.place.source])).toEqual([[code, 'error', name]]);
  });

  test('a page longer than the limit is read up to it', async () => {
    const line = '<p>The attackers used the server of the ministry for weeks.</p>\n';
    const { documents, problems } = await extract(
      { bytes: bytesOf(`<html><body>${line.repeat(3000)}</body></html>`), name: 'long.html' },
      { maxMarkup: 20_000 },
    );
    expect(documents[0]!.text.length).toBeGreaterThan(10_000);
    expect(problems).toMatchObject([
      { code: 'too-long', place: { source: 'long.html', offset: 20_000 }, details: { kept: 20_000 } },
    ]);
  });

  test('absurd nesting gives the words without the layout', async () => {
    const { document, codes } = await read(
      'deep.html',
      `<html><body>${'<div>'.repeat(50_000)}Words that are deep down.`,
    );
    expect([document.text, codes]).toEqual(['Words that are deep down.', ['markup-not-parsed']]);
  });

  test('any bytes under any name give documents or problems', async () => {
    const names = ['a.html', 'a.pdf', 'a.docx', 'a.eml', 'a.md', 'a.txt', 'a.xml', 'a'];
    const heads = [
      '',
      '%PDF-1.4\n',
      'PK\u0003\u0004word/',
      '<html>',
      'From: a\nSubject: b\n\n',
      '<rss version="2.0">',
      '{"version": "https://jsonfeed.org/version/1",',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom(...heads),
        fc.uint8Array({ maxLength: 200 }),
        async (name, head, tail) => {
          const { documents, problems } = await read(
            name,
            new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), tail])),
          );
          expect(documents.length + problems.length).toBeGreaterThan(0);
          expect(problems.map((p) => p.code)).not.toContain('unreadable');
        },
      ),
      { numRuns: 120 },
    );
  });
});
