import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extract } from '../text/extract.ts';
import { type FetchOptions, fetchSource } from './fetch-source.ts';

const ROUTES: Record<string, RequestListener> = {
  '/page': (_, answer) =>
    answer.setHeader('content-type', 'text/html; charset=utf-8').end('<html><body><p>Words.</p></body></html>'),
  '/gzip': (_, answer) => answer.setHeader('content-encoding', 'gzip').end(gzipSync('packed words')),
  '/bomb': (_, answer) => answer.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000))),
  '/broken-gzip': (_, answer) => answer.setHeader('content-encoding', 'gzip').end('not packed'),
  '/feed': (_, answer) =>
    answer
      .setHeader('content-type', 'application/rss+xml')
      .end(
        '<rss version="2.0"><channel><title>F</title><item><title>A</title><description>Words.</description></item><item><title>B</title></item></channel></rss>',
      ),
  '/missing': (_, answer) => answer.writeHead(404).end('no'),
  '/once': (_, answer) => answer.writeHead(302, { location: '/page' }).end(),
  '/loop': (_, answer) => answer.writeHead(302, { location: '/loop' }).end(),
  '/to-file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-private': (_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/endless': (_, answer) => {
    const timer = setInterval(() => answer.write('more and more '.repeat(1000)), 1);
    answer.on('close', () => clearInterval(timer));
  },
  '/slow': (_, answer) => {
    const timer = setInterval(() => answer.write('.'), 20);
    answer.on('close', () => clearInterval(timer));
  },
  '/silent': () => {},
  '/declared': (_, answer) => answer.writeHead(200, { 'content-length': '999999999' }).end(),
  '/cut': (_, answer) => {
    answer.writeHead(200, { 'content-length': '100' });
    answer.write('only this');
    setTimeout(() => answer.destroy(), 20);
  },
};

let server: Server;
let base = '';
beforeAll(async () => {
  server = createServer((request, answer) => (ROUTES[request.url ?? ''] ?? ROUTES['/missing']!)(request, answer));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local = (path: string, options: FetchOptions = {}) =>
  fetchSource(base + path, { allowPrivate: true, timeoutMs: 5000, ...options });
const code = async (fetched: ReturnType<typeof fetchSource>) => {
  const { source, problems } = await fetched;
  return source ? Buffer.from(source.bytes).toString() : problems.map((p) => p.code).join();
};

describe('what comes', () => {
  test('a page, with its last link and its type', async () => {
    const { source, problems } = await local('/once');
    expect(problems).toEqual([]);
    expect(source).toMatchObject({
      name: `${base}/once`,
      url: `${base}/page`,
      contentType: 'text/html; charset=utf-8',
    });
  });

  test('a packed answer', async () => expect(await code(local('/gzip'))).toBe('packed words'));

  test('a feed goes through extraction', async () => {
    const { source } = await local('/feed');
    expect((await extract(source!)).documents.map((d) => d.title)).toEqual(['A', 'B']);
  });

  test('a name is looked up once and connected to at that address', async () => {
    const asked: string[] = [];
    const lookup = async (host: string) => {
      asked.push(host);
      return ['127.0.0.1'];
    };
    expect(
      await code(fetchSource(`${base.replace('127.0.0.1', 'news.site.test')}/gzip`, { allowPrivate: true, lookup })),
    ).toBe('packed words');
    expect(asked).toEqual(['news.site.test']);
  });

  test('an address without a route gives way to the next', async () => {
    const lookup = async () => ['127.0.0.2', '127.0.0.1'];
    expect(
      await code(fetchSource(`${base.replace('127.0.0.1', 'news.site.test')}/gzip`, { allowPrivate: true, lookup })),
    ).toBe('packed words');
  });
});

describe('what does not come is a problem', () => {
  test.each<[string, string, FetchOptions]>([
    ['/missing', 'http-status', {}],
    ['/loop', 'too-many-redirects', { maxRedirects: 3 }],
    ['/to-file', 'bad-redirect', {}],
    ['/endless', 'answer-too-big', { maxBytes: 100_000 }],
    ['/bomb', 'answer-too-big', { maxBytes: 1_000_000 }],
    ['/declared', 'answer-too-big', { maxBytes: 1000 }],
    ['/slow', 'answer-too-slow', { timeoutMs: 300 }],
    ['/silent', 'answer-too-slow', { timeoutMs: 300 }],
    ['/cut', 'answer-damaged', {}],
    ['/broken-gzip', 'answer-damaged', {}],
  ])('%s: %s', async (path, wanted, options) => {
    const { source, problems } = await local(path, options);
    expect(source).toBeNull();
    expect(problems).toMatchObject([{ code: wanted, severity: 'error', place: { source: base + path } }]);
  });

  test('the status and the limits are told', async () => {
    expect((await local('/missing')).problems[0]!.details).toMatchObject({ status: 404, text: 'Not Found' });
    expect((await local('/loop', { maxRedirects: 2 })).problems[0]!.details).toMatchObject({ limit: 2 });
  });

  test.each([
    ['ftp://a.example/x', 'bad-url'],
    ['file:///etc/passwd', 'bad-url'],
    ['nonsense', 'bad-url'],
    ['http://', 'bad-url'],
  ])('%s: %s', async (url, wanted) => expect(await code(fetchSource(url))).toBe(wanted));

  test('an unknown host', async () => {
    const lookup = async () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
    expect(await code(fetchSource('http://no.such.test/', { lookup }))).toBe('unknown-host');
    expect(await code(fetchSource('http://no.such.test/', { lookup: async () => [] }))).toBe('unknown-host');
  });

  test('nobody listening, and an answer that is no HTTP', async () => {
    const tcp = createTcpServer((socket) =>
      socket
        .on('error', () => {})
        .resume()
        .end('hello\r\n'),
    );
    await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
    const { port } = tcp.address() as AddressInfo;
    expect(await code(fetchSource(`http://127.0.0.1:${port}/`, { allowPrivate: true }))).toBe('connection-failed');
    expect(await code(fetchSource(`https://127.0.0.1:${port}/`, { allowPrivate: true }))).toBe('bad-certificate');
    await new Promise((done) => tcp.close(done));
    expect(await code(fetchSource(`http://127.0.0.1:${port}/`, { allowPrivate: true }))).toBe('connection-failed');
  });

  test('a server that offers no certificate', async () => {
    const tls = createTlsServer({}, (_, answer) => answer.end('x'));
    await new Promise<void>((done) => tls.listen(0, '127.0.0.1', done));
    expect(
      await code(fetchSource(`https://127.0.0.1:${(tls.address() as AddressInfo).port}/`, { allowPrivate: true })),
    ).toBe('bad-certificate');
    tls.close();
  });
});

describe('private addresses are refused unless allowed', () => {
  test.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://[::1]:1/',
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://0/',
  ])('%s', async (url) => {
    const { problems } = await fetchSource(url, { timeoutMs: 3000 });
    expect(problems).toMatchObject([{ code: 'private-address', place: { source: url } }]);
  });

  test('a public name that points inside, alone or among others', async () => {
    for (const addresses of [['10.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:192.168.0.1']])
      expect(await code(fetchSource('http://news.site.test/', { lookup: async () => addresses }))).toBe(
        'private-address',
      );
  });

  test('a name that changes its mind after the first look is judged at every hop', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const seen: string[] = [];
    const lookup = async (host: string) => {
      seen.push(host);
      return answers[seen.length - 1] ?? [];
    };
    const url = `${base.replace('127.0.0.1', 'news.site.test')}/once`;
    expect(await code(fetchSource(url, { allowPrivate: (address) => address === '127.0.0.1', lookup }))).toBe(
      'private-address',
    );
    expect(seen).toHaveLength(2);
    expect(await code(fetchSource(url, { lookup: async () => ['127.0.0.1'] }))).toBe('private-address');
  });

  test('a redirect to an address that is not allowed is not followed', async () => {
    const { problems } = await local('/to-private', { allowPrivate: (address) => address === '127.0.0.1' });
    expect(problems).toMatchObject([{ code: 'private-address', details: { address: '169.254.169.254' } }]);
  });
});
