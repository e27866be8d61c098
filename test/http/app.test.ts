import { expect, test } from 'vitest';
import { ACTIONS } from '../../src/actions/registry.ts';
import { fakeApp } from './fakes.ts';

const text = async (answer: Response | Promise<Response>) => (await answer).text();
/** Answers are looked into by expectations alone, so their type may stay open. */
const json = async (answer: Response | Promise<Response>): Promise<Json> => (await answer).json() as Promise<Json>;
interface Json {
  readonly ok: boolean;
  readonly output: {
    readonly documents: readonly { readonly added: boolean; readonly document: { readonly id: string } }[];
  };
  readonly error: { readonly code: string; readonly message: string };
  readonly actions: readonly { readonly name: string; readonly summary: string; readonly input: unknown }[];
}

test('a text becomes a document with statements, and is found again', async () => {
  const { call } = fakeApp();
  const added = await json(call('documents.add', { from: { text: 'First line.\nSecond line.', name: 'note' } }));
  expect(added).toMatchObject({
    ok: true,
    output: { documents: [{ added: true, document: { title: 'note', statements: 2 } }], problems: [] },
  });
  const again = await json(call('documents.add', { from: { text: 'First line.\nSecond line.', name: 'note' } }));
  expect(again.output.documents[0]?.added).toBe(false);
  const found = await json(call('statements.search', { limit: 1 }));
  expect(found.output).toMatchObject({ total: 2, rows: [{ quote: 'First line.' }] });
});

test('bytes come as base64', async () => {
  const { call } = fakeApp();
  const bytes = Buffer.from('One line.').toString('base64');
  const added = await json(call('documents.add', { from: { bytes, name: 'a.txt' }, given: { publisher: 'A' } }));
  expect(added.output.documents[0]?.document).toMatchObject({ title: 'a.txt', publisher: 'A', statements: 1 });
});

test.each([
  ['an unknown action', 'documents.delete', {}, 404, 'there is no action "documents.delete"'],
  ['a missing field', 'documents.get', {}, 400, 'id: Invalid input: expected string, received undefined'],
  ['an unknown field', 'documents.list', { colour: 1 }, 400, 'Unrecognized key: "colour"'],
  ['a page too long', 'documents.list', { limit: 5000 }, 400, 'limit: Too big: expected number to be <=1000'],
  ['a day that is none', 'documents.list', { after: '2017-02-30' }, 400, 'after: expected a day'],
  ['an unknown document', 'documents.get', { id: 'doc-x' }, 404, 'there is no document doc-x'],
  ['an empty text', 'documents.add', { from: { text: '  ' } }, 400, 'the text is empty'],
  ['an empty correction', 'reviews.add', { statement_id: 's', verdict: 'correct' }, 400, 'a correction needs'],
])('%s is refused in words', async (_, name, input, status, message) => {
  const answer = await fakeApp().call(name, input);
  expect(answer.status).toBe(status);
  expect((await json(answer)).error.message).toContain(message);
});

test('a body that is not JSON, or not said to be, is refused', async () => {
  const { send, call } = fakeApp();
  const headers = { 'content-type': 'application/json' };
  const broken = await send('/api/actions/documents.list', { method: 'POST', headers, body: '{' });
  expect([broken.status, (await json(broken)).error]).toEqual([
    400,
    { code: 'usage', message: 'the body is not JSON' },
  ]);
  expect((await call('documents.list', {}, { 'content-type': 'text/plain' })).status).toBe(400);
});

test('the list of actions carries their schemas', async () => {
  const { actions } = await json(fakeApp().send('/api/actions'));
  expect(actions).toHaveLength(Object.keys(ACTIONS).length);
  expect(actions.find(({ name }) => name === 'statements.search')).toMatchObject({
    summary: 'Statements that meet a filter, by page.',
    writes: false,
    input: {
      properties: {
        stance: { items: { enum: ['asserts', 'denies', 'declines', 'demands', 'doubts'] } },
        after: { type: 'string' },
      },
    },
  });
});

test('an upload tells its progress, then the result', async () => {
  const { send } = fakeApp();
  const answer = await send('/api/upload?name=a%2Fb.txt&publisher=ACME', { method: 'POST', body: 'One line.' });
  expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
  const lines = (await text(answer))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ type, stage }) => stage ?? type)).toEqual([
    'extract',
    'read',
    'read',
    'store',
    'store',
    'result',
  ]);
  expect(lines.at(-1).output.documents[0]?.document).toMatchObject({ title: 'b.txt', publisher: 'ACME' });
});

test('an upload that is too large is refused', async () => {
  const { send } = fakeApp({ largestUpload: 1024 * 1024 });
  const answer = await send('/api/upload?name=a.txt', { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) });
  expect(answer.status).toBe(413);
  expect((await json(answer)).error.message).toBe('the file is larger than 1 MB');
});

test('original bytes leave as an attachment, never as a page', async () => {
  const { send, call } = fakeApp();
  const html = '<script>alert(1)</script>';
  const added = await json(call('documents.add', { from: { text: html, name: 'ü"x.html' } }));
  const answer = await send(`/api/documents/${added.output.documents[0]!.document.id}/bytes`);
  expect(await text(answer)).toBe(html);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="_x.html"; filename*=UTF-8''%C3%BC%22x.html`,
  );
});

test('statements leave as CSV and JSON, all of them, under the filter of the query', async () => {
  const { send, call } = fakeApp();
  const lines = Array.from({ length: 1500 }, (_, i) => `Line ${i}`).join('\n');
  await call('documents.add', { from: { text: lines, name: 'many' } });
  expect((await text(send('/api/statements.csv'))).trim().split('\r\n')).toHaveLength(1501);
  expect(JSON.parse(await text(send('/api/statements.json')))).toHaveLength(1500);
  expect(JSON.parse(await text(send('/api/statements.json?kind=alias,uses')))).toEqual([]);
  expect(JSON.parse(await text(send('/api/statements.json?offset=1400&limit=50')))).toHaveLength(50);
  expect((await send('/api/statements.csv?kind=theft')).status).toBe(400);
});

test('the dump leaves as lines', async () => {
  const { send, call } = fakeApp();
  await call('documents.add', { from: { text: 'One.', name: 'one' } });
  expect(JSON.parse(await text(send('/api/dump')))).toMatchObject({ text: 'One.' });
});
