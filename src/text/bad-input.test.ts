import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesOf, read } from '../../test/fixtures/text/read.ts';
import { extract } from './extract.ts';

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
