import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { paragraph, table, writeDocx } from '../../../test/fixtures/text/docx.ts';
import { pageOf, writePdf } from '../../../test/fixtures/text/pdf.ts';
import { bytesOf, read, shown } from '../../../test/fixtures/text/read.ts';
import { extract } from '../extract.ts';

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
