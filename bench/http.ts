/**
 * How fast the workbench answers over HTTP with a full ledger: the calls its pages make, on the embedded database, against the
 * real program.
 *
 *   npx tsx bench/http.ts [SCALE] [STATEMENTS A DOCUMENT]
 *
 * SCALE 1 (the default) is 100,000 statements. Prints milliseconds: the first answer of a program just started, and the median of
 * five more. `BENCH_HOME` names a data folder that is full already and is kept. `DATABASE_URL` is not used.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ActionInput, ActionName, ActionOutput } from '../src/http/contract/index.ts';
import { openLedger } from '../src/store/open.ts';
import { EACH, synthetic } from './synthetic.ts';

const scale = Number(process.argv[2] ?? 1);
const each = Number(process.argv[3] ?? EACH);
const ROOT = resolve(import.meta.dirname, '..');
const TOTAL = Math.round(100_000 * scale);
/** Documents that are added at once. */
const BATCH = Math.max(1, Math.round(2_500 / each));

const home = process.env.BENCH_HOME ?? mkdtempSync(join(tmpdir(), 'longwatch-bench-'));
if (!process.env.BENCH_HOME) await fill();
const server = await start();
try {
  await views('just started');
} finally {
  await server.stop();
  if (!process.env.BENCH_HOME) rmSync(home, { recursive: true, force: true });
}

async function views(state: string): Promise<void> {
  console.log(`\n${TOTAL} statements, ${each} a document, ${state}      first   then`);
  const { rows } = await server.call('statements.search', { limit: 1 });
  await view('statements.search', {});
  await view('statements.search', { kind: ['intrusion'], stance: ['denies'] }, 'two facets');
  await view('statements.search', { q: 'stolen certificate' }, 'words');
  await view('statements.search', { speaker: 'yst 17' }, 'part of a speaker');
  await view('statements.search', { actor: 'roup 17' }, 'part of an actor');
  await view('statements.search', { target: 'ompany 4' }, 'part of a target');
  await view('statements.search', { offset: TOTAL * 0.7, limit: 200 }, 'deep page');
  await view('statements.search', { sort: 'time' }, 'by time');
  await view('statements.search', { sort: 'score' }, 'by score');
  await view('statements.search', { sort: 'time', offset: TOTAL * 0.8 }, 'by time, deep page');
  await view('statements.search', { as_of: '2016-06-30' }, 'as of a day');
  await view('statements.search', { review: ['unreviewed'] }, 'unreviewed');
  await view('statements.facets', {});
  await view('statements.facets', { q: 'stolen certificate' }, 'words');
  await view('statements.facets', { as_of: '2016-06-30' }, 'as of a day');
  await view('names.list', { role: 'speaker', limit: 200 }, 'speakers');
  await view('names.list', { role: 'actor', limit: 200 }, 'actors');
  await view('names.list', { role: 'target', limit: 200 }, 'targets');
  await view('names.list', { role: 'target', limit: 200, offset: 1000 }, 'targets, deep page');
  await view('names.list', { role: 'target', limit: 200, as_of: '2016-06-30' }, 'targets, as of a day');
  await view('timeline.get', {});
  await view('timeline.get', { limit: 2000 }, '2,000');
  await view('timeline.get', { as_of: '2016-06-30' }, 'as of a day');
  await view('statements.contradictions', { limit: 200 });
  await view('documents.list', {});
  await view('documents.get', { id: rows[0]!.document_id });
  await view('statements.get', { id: rows[0]!.id });
  await view('journal.list', {});
  await view('system.status', {});
}

async function view<N extends ActionName>(name: N, input: ActionInput<N>, label = ''): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < 6; i++) {
    const start = performance.now();
    await server.call(name, input);
    times.push(performance.now() - start);
  }
  const [first, ...rest] = times;
  rest.sort((a, b) => a - b);
  console.log(
    `  ${`${name}${label && `: ${label}`}`.padEnd(48)} ${first!.toFixed(0).padStart(6)} ${rest[2]!.toFixed(0).padStart(6)}`,
  );
}

async function fill(): Promise<void> {
  const ledger = await openLedger({ home });
  const documents = Math.ceil(TOTAL / each);
  const start = performance.now();
  for (let from = 0; from < documents; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, documents - from) }, (_, i) => synthetic(from + i, each));
    await ledger.add(batch, 'bench');
  }
  console.log(`added in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  await ledger.close();
}

async function start() {
  const { DATABASE_URL: _, ...env } = process.env;
  const program = spawn(process.execPath, ['bin/longwatch.mjs', 'serve', '--port', '0'], {
    cwd: ROOT,
    env: { ...env, LONGWATCH_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    program.once('exit', (code) => failed(new Error(`the program ended with code ${code}`)));
    program.stdout.on('data', (data: Buffer) => {
      said += data;
      const address = /^Longwatch: (http:\S+)$/m.exec(said)?.[1];
      if (address) found(address);
    });
  });
  return {
    async call<N extends ActionName>(name: N, input: ActionInput<N>): Promise<ActionOutput<N>> {
      const response = await fetch(`${url}/api/actions/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const answer = (await response.json()) as { ok: boolean; output: ActionOutput<N>; error?: { message: string } };
      if (!answer.ok) throw new Error(`${name}: ${answer.error?.message}`);
      return answer.output;
    },
    async stop() {
      const ended = once(program, 'exit');
      program.kill('SIGTERM');
      await ended;
    },
  };
}
