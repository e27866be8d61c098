/**
 * A full question on a ledger of dated statements, on the embedded database: how long it takes from the ledger's counts, against
 * one plain count of the same table. `npx tsx bench/trend-ledger.ts [STATEMENTS] [RUNS]`
 *
 * The ledger is filled by SQL, because adding reads one by one takes minutes; the rows are those that adding would have written.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trendAsk } from '../src/actions/trend-ask.ts';
import { openPglite } from '../src/store/dialects/pglite/open.ts';
import { databaseFolder } from '../src/store/home.ts';
import { ATTACKS_OF_STATEMENTS } from '../src/store/migrations/011-attacks.ts';
import { openLedger } from '../src/store/open.ts';

const N = Number(process.argv[2] ?? 1_000_000);
const RUNS = Number(process.argv[3] ?? 5);
/** Statements in one document. */
const EACH = 50;

const home = mkdtempSync(join(tmpdir(), 'longwatch-trend-'));
await (await openLedger({ home })).close();
const filled = await spent(() => fill());
console.log(`${N.toLocaleString('en-US')} statements written in ${text(filled)}`);

const ledger = await openLedger({ home });
const context = { ledger } as Parameters<typeof trendAsk.run>[0];
const question = { initiator: 'CN', target: 'KR', triggers: [{ date: '2016-07-08' }], window: '18m' };
const plain = () => ledger.statements({ kind: ['intrusion'], actor_country: 'CN', target_country: 'KR', limit: 1 });
const [full, once] = [[] as Spent[], [] as Spent[]];
for (let i = 0; i <= RUNS; i++) {
  const asked = await spent(async () => {
    const report = await trendAsk.run(context, question);
    if (i === 0) console.log(`${report.verdict.number.sentence}`);
  });
  const counted = await spent(plain);
  if (i === 0) console.log(`first question after opening ${text(asked)}`);
  else {
    full.push(asked);
    once.push(counted);
  }
}
console.log(
  `full question ${text(middle(full))}, worst ${(Math.max(...full.map((s) => s.wall)) / 1000).toFixed(2)} s; one page of the same pair's statements ${text(middle(once))}; ratio ${(middle(full).wall / middle(once).wall).toFixed(1)}`,
);
await ledger.close();
rmSync(home, { recursive: true, force: true });

interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - began, cpu: (user + system) / 1000 };
}

function middle(all: readonly Spent[]): Spent {
  const at = (of: (s: Spent) => number) => all.map(of).sort((a, b) => a - b)[all.length >> 1]!;
  return { wall: at((s) => s.wall), cpu: at((s) => s.cpu) };
}

function text({ wall, cpu }: Spent): string {
  return `${(wall / 1000).toFixed(2)} s (${(cpu / 1000).toFixed(2)} s of processor time)`;
}

/** Documents of 50 statements each, with a day in 20 years (every tenth a month) and two of 19 states, few far oftener than the rest. */
async function fill(): Promise<void> {
  const db = await openPglite(databaseFolder(home), () => {});
  const state = `(array['CN','RU','KP','IR','US','KR','JP','TW','IN','UA','GB','DE','FR','IL','VN','AU','CA','PL','EE'])[1 + floor(power(random(), 2) * 19)::int]`;
  const documents = Math.ceil(N / EACH);
  await db.exec(`
    begin;
    select setseed(0.5);
    insert into documents (seq, id, title, publisher, author, published, published_first, published_last, url, language, medium, name, said, recorded, characters, text, blocks)
      select g, 'doc-' || g, 'Report ' || g, 'Outlet ' || g % 40, null, null, null, null, null, 'eng', 'text', 'doc.txt',
        date '2005-01-01' + (g * 7 % 7300), now(), 10, 'A report.', '[]' from generate_series(1, ${documents}) g;
    insert into readings (seq, document, extractor, version, read, digest, statements, indicators, problems, recorded)
      select g, g, 'rules', '1', true, 'd' || g, ${EACH}, 0, 0, now() from generate_series(1, ${documents}) g;
    insert into origins (seq, document, origin, reason, recorded)
      select g, g, 'doc-' || g, 'first', now() from generate_series(1, ${documents}) g;
    insert into statements (seq, id, reading, document, start, "end", quote, score, extractor, version, kind, speaker, speaker_org, via, stance,
        certainty, actor, actor_country, target, target_country, object, time, time_first, time_last, time_precision, quantities,
        speaker_key, actor_key, target_key, fingerprint, topics)
      select g, 'st-' || g, 1 + (g - 1) / ${EACH}, 1 + (g - 1) / ${EACH}, 0, 9, 'Attack ' || g, 0.9, 'rules', '1', 'intrusion', 'narrator', null, '[]', 'asserts',
        'certain', null, actor, null, target, null, day::text, case when vague then date_trunc('month', day)::date else day end,
        case when vague then (date_trunc('month', day) + interval '1 month - 1 day')::date else day end, case when vague then 'month' else 'day' end, '[]',
        '', '', '', g, '{}'
      from (select g, ${state} as actor, ${state} as target, date '2005-01-01' + floor(random() * 7300)::int as day, random() < 0.1 as vague
        from generate_series(1, ${N}) g) made;
    ${ATTACKS_OF_STATEMENTS};
    commit;`);
  await db.exec('vacuum analyze');
  await db.close();
}
