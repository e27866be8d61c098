import { expect, test } from 'vitest';
import { loadRules } from './load.ts';
import { mutated, randomOf, SEEDS } from './mutate.fixture.ts';
import { TABLE } from './rule/read.fixture.ts';

// The long run: bench/fuzz-sigma.ts.
test('five hundred damaged texts: each is loaded or has its reason, nothing is thrown', () => {
  const random = randomOf(20_251_122);
  let [loaded, refused] = [0, 0];
  for (let i = 0; i < 500; i++) {
    const text = mutated(SEEDS, random);
    const { account, pack } = loadRules([{ file: 'x.yml', text }], {
      logsources: TABLE,
      variables: { Servers: ['srv*'] },
    });
    for (const it of account) {
      if (it.loaded !== (it.why === null)) expect.unreachable(text);
      if (it.loaded) loaded++;
      else refused++;
    }
    if (JSON.stringify(pack).length > 1e6) expect.unreachable(text);
  }
  // Both ways are walked, or the wounds are too light or too deep.
  expect(loaded).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

test('the undamaged rules load', () => {
  const { account } = loadRules([{ file: 'x.yml', text: SEEDS.join('---\n') }], {
    logsources: TABLE,
    variables: { Servers: ['srv*'] },
  });
  expect(account.map(({ kind, loaded }) => [kind, loaded])).toEqual([
    ['rule', true],
    ['rule', true],
    ['rule', true],
    ['correlation', true],
    ['correlation', true],
    ['correlation', true],
    ['rule', true],
    ['filter', true],
  ]);
});
