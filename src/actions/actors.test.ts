import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { shippedAttack } from '../knowledge/attack.ts';
import type { ReviewState } from '../model/review.ts';
import type { StatementQuery, StatementView } from '../model/view.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Context } from './action.ts';
import { importAttack } from './import-attack.ts';
import { runAction } from './registry.ts';

const home = mkdtempSync(join(tmpdir(), 'longwatch-actors-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A ledger of alias and other statements, told in one document each. */
function ledgerOf(statements: readonly StatementView[]): Ledger {
  const known = ({ as_of }: { as_of?: string }) => statements.filter((it) => !as_of || it.said <= as_of);
  return {
    statements: async (query: StatementQuery) => {
      const rows = known(query)
        .filter((it) => !query.kind || query.kind.includes(it.kind))
        .filter((it) => !query.stance || query.stance.includes(it.stance))
        .filter((it) => !query.actor_country || query.actor_country === it.actor_country)
        .filter((it) => !query.document || query.document === it.document_id)
        .slice(query.offset ?? 0);
      return { rows, total: known(query).length, origins: 0 };
    },
    names: async () => ({ rows: [], total: 0, origins: 0 }),
    document: async () => ({ text: '' }),
    statement: async (id: string) => statements.find((it) => it.id === id),
  } as unknown as Ledger;
}

const contextOf = (ledger: Ledger): Context => ({ ledger, home }) as unknown as Context;

let count = 0;
function statement(more: Partial<StatementView>): StatementView {
  const id = `st-${++count}`;
  return {
    id,
    kind: 'alias',
    stance: 'asserts',
    certainty: 'certain',
    speaker: 'Analyst',
    speaker_org: 'Some Vendor',
    via: [],
    actor: 'Grey Heron',
    object: 'White Stork',
    target: null,
    quote: 'Grey Heron, also known as White Stork',
    said: '2020-05-01',
    origin: id,
    publisher: 'The Paper',
    document_id: `doc-${id}`,
    document_title: 'A report',
    document_url: null,
    review: 'unreviewed' as ReviewState,
    contradicted_by: [],
    when: null,
    ...more,
  } as StatementView;
}

async function names(statements: readonly StatementView[], policy: string, asOf?: string): Promise<string[]> {
  const context = contextOf(ledgerOf(statements));
  const actor = await runAction(context, 'actors.get', {
    name: 'Grey Heron',
    policy,
    ...(asOf ? { as_of: asOf } : {}),
  });
  return actor.names.map(({ name }) => name).sort();
}

test('what documents say about names counts beside the lists, by speaker and origin', async () => {
  const one = statement({});
  const other = statement({});
  const echo = statement({ origin: one.origin });
  expect(await names([one], 'everyone')).toEqual(['Grey Heron', 'White Stork']);
  expect(await names([one], 'mitre')).toEqual(['Grey Heron']);
  expect(await names([one], 'two')).toEqual(['Grey Heron']);
  expect(await names([one, echo], 'two')).toEqual(['Grey Heron']);
  expect(await names([one, other], 'two')).toEqual(['Grey Heron', 'White Stork']);
});

test('a rejected statement does not count, and one of a later day does not count before it', async () => {
  const rejected = statement({ review: 'rejected' });
  const stays = statement({ object: 'Black Stork' });
  expect(await names([rejected, stays], 'everyone')).toEqual(['Black Stork', 'Grey Heron']);
  const later = statement({ said: '2021-01-01' });
  expect(await names([stays, later], 'everyone', '2020-12-31')).toEqual(['Black Stork', 'Grey Heron']);
  expect(await names([stays, later], 'everyone', '2021-01-01')).toEqual(['Black Stork', 'Grey Heron', 'White Stork']);
});

test('a denial keeps apart what another word would join', async () => {
  const tie = statement({});
  const denial = statement({ stance: 'denies', speaker_org: 'Another Vendor' });
  expect(await names([tie, denial], 'everyone')).toEqual(['Grey Heron']);
  const { apart } = await runAction(contextOf(ledgerOf([tie, denial])), 'actors.get', {
    name: 'Grey Heron',
    policy: 'everyone',
  });
  expect(apart.map(({ name, statements }) => [name, statements.map((it) => `${it.speaker} ${it.effect}`)])).toEqual([
    ['White Stork', ['Another Vendor forbids', 'Some Vendor overruled']],
  ]);
});

test('an attribution stands beside its denials, and an answer in general terms is marked', async () => {
  const say = statement({
    kind: 'attribution',
    actor: 'China',
    actor_country: 'CN',
    object: 'APT10',
    quote: 'tied APT10 to China',
  });
  const doubt = { ...say, id: 'doubt', stance: 'doubts' as const };
  const answer = statement({
    kind: 'response',
    stance: 'denies',
    actor: 'foreign ministry',
    actor_country: 'CN',
    object: 'accusation of hacking',
    quote: 'denied the accusation',
  });
  const { attributions } = await runAction(contextOf(ledgerOf([say, doubt, answer])), 'actors.get', { name: 'APT10' });
  expect(
    attributions.map(({ country, asserts, against, general }) => [
      country,
      asserts.length,
      against.map(({ id }) => id),
      general,
    ]),
  ).toEqual([['CN', 1, ['doubt', answer.id], [answer.id]]]);
});

test('a version of ATT&CK that the user imports takes the place of the one that ships', async () => {
  const table = {
    ...shippedAttack(),
    version: '99.0',
    groups: [['G9999', 'Grey Heron', [['Blue Stork', []]], [], [], []]],
  };
  const file = join(home, 'enterprise-attack-99.0.json');
  writeFileSync(file, JSON.stringify(table));
  utimesSync(file, 1, 1);
  importAttack(file, { home });
  expect(await names([], 'mitre')).toEqual(['Blue Stork', 'G9999', 'Grey Heron']);
});

test('a country among accusers and accused: the same rules either way round', async () => {
  const charge = (speaker: string, actor: string, actor_country: string, more: Partial<StatementView> = {}) =>
    statement({ kind: 'intrusion', speaker, speaker_org: null, actor, actor_country, object: null, ...more });
  const context = contextOf(
    ledgerOf([
      charge('South Korean lawmakers', 'Chinese hackers', 'CN'),
      charge('Cyber Security Association of China', 'US intelligence agencies', 'US'),
      charge('South Korean lawmakers', 'Chinese hackers', 'CN', { review: 'rejected' }),
      charge('South Korean lawmakers', 'Chinese hackers', 'CN', { stance: 'doubts' }),
      charge('China’s foreign ministry', 'China', 'CN', { kind: 'response', stance: 'denies' }),
    ]),
  );
  const state = async (country: string) => {
    const { accused_by, accuses, answers } = await runAction(context, 'states.get', { country });
    const words = (rows: typeof answers) => rows.map((it) => `${it.name} ${it.country} ${it.statements.length}`);
    return [words(accused_by), words(accuses), words(answers)];
  };
  expect(await state('CN')).toEqual([
    ['South Korean lawmakers KR 1'],
    ['US intelligence agencies US 1'],
    ['China’s foreign ministry CN 1'],
  ]);
  expect(await state('US')).toEqual([['Cyber Security Association of China CN 1'], [], []]);
  expect(await state('KR')).toEqual([[], ['Chinese hackers CN 1'], []]);
});
