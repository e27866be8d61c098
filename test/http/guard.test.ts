import { expect, test } from 'vitest';
import { fakeApp, TOKEN } from './fakes.ts';

test.each([
  ['127.0.0.1:7411', 200],
  ['localhost:7411', 200],
  ['[::1]:7411', 200],
  ['evil.example:7411', 403],
  ['192.168.1.5:7411', 403],
  ['127.0.0.1.evil.example', 403],
  ['', 403],
])('a request for host "%s" gets %i', async (host, status) => {
  const { app } = fakeApp();
  expect((await app.request('/api/actions', { headers: { host } })).status).toBe(status);
});

test('beyond this machine, addresses and the given name count as ours, other names do not', async () => {
  const { app } = fakeApp({ anyAddress: true, hosts: ['desk.example'] });
  const statusFor = async (host: string) => (await app.request('/api/actions', { headers: { host } })).status;
  expect(await statusFor('192.168.1.5:7411')).toBe(200);
  expect(await statusFor('desk.example:7411')).toBe(200);
  expect(await statusFor('evil.example:7411')).toBe(403);
});

test.each([
  ['a program', {}, 200],
  ['the page itself', { origin: 'http://127.0.0.1:7411', 'sec-fetch-site': 'same-origin' }, 200],
  ['a page of another site', { origin: 'https://evil.example' }, 403],
  ['a page of another port', { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-site' }, 403],
  ['a page that hides its origin', { origin: 'null' }, 403],
  ['a form of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['the command line', { authorization: `Bearer ${TOKEN}` }, 200],
  ['a stranger with the token wrong', { authorization: 'Bearer guess', origin: 'https://evil.example' }, 403],
])('a write by %s', async (_, headers, status) => {
  const answer = await fakeApp().call('system.status', {}, headers);
  expect(answer.status).toBe(status);
});

test('every answer carries the protective headers, refusals too', async () => {
  const { send, app } = fakeApp();
  for (const answer of [
    await send('/api/actions'),
    await send('/nothing'),
    await app.request('/', { headers: { host: 'x' } }),
  ]) {
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});
