import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fakeApp } from './fakes.ts';

const folder = mkdtempSync(join(tmpdir(), 'longwatch-web-'));
const webRoot = join(folder, 'web');
mkdirSync(join(webRoot, 'assets'), { recursive: true });
writeFileSync(join(webRoot, 'index.html'), '<p>page</p>');
writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), 'code()');
writeFileSync(join(folder, 'secret.txt'), 'secret');
afterAll(() => rmSync(folder, { recursive: true }));

const { send } = fakeApp({ webRoot });

test.each([
  ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['/statements?kind=alias', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/app-1a2b.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
])('%s gives %i, %s, %s', async (path, status, type, caching) => {
  const answer = await send(path);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    status,
    type,
    caching,
  ]);
});

test.each([
  '/assets/gone.js',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%00.txt',
  '/%',
  '/api/nothing',
])('%s is not found or is the page, never a file outside', async (path) => {
  const answer = await send(path);
  expect(await answer.text()).not.toContain('secret');
  expect(answer.status === 404 || answer.headers.get('content-type')?.startsWith('text/html')).toBe(true);
});

test('a page that did not change is not sent again', async () => {
  const tag = (await send('/')).headers.get('etag')!;
  const answer = await send('/', { headers: { 'if-none-match': tag } });
  expect([answer.status, await answer.text()]).toEqual([304, '']);
});
