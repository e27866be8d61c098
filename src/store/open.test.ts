import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UnavailableError } from '../base/errors.ts';
import { pgliteVersion, readTemplate, templateFile } from './dialects/pglite/template.ts';
import { homeFolder } from './home.ts';
import { type HomeHeldError, whoHolds } from './lock.ts';
import { openLedger } from './open.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'longwatch-open-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('the data folder is what is given, else LONGWATCH_HOME, else longwatch-data', () => {
  expect(homeFolder('/some/where')).toBe('/some/where');
  expect(homeFolder('')).toBe(join(process.cwd(), 'longwatch-data'));
});

test('a new folder is filled from the prepared database, and kept between openings', async () => {
  const notes: string[] = [];
  const note = (text: string) => notes.push(text);
  const inner = join(home, 'not', 'there', 'yet');
  const first = await openLedger({ home: inner, note });
  expect(first.engine).toBe('pglite');
  const { documents } = await first.status();
  expect(documents).toBe(0);
  await first.close();
  expect(readdirSync(inner)).toEqual(['ledger']);
  const again = await openLedger({ home: inner, note });
  await again.close();
  expect(notes).toEqual([]);
});

test('a folder in use is refused with its holder, and free again after closing', async () => {
  const ledger = await openLedger({ home });
  const error: unknown = await openLedger({ home }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UnavailableError);
  expect((error as HomeHeldError).holder.pid).toBe(process.pid);
  await ledger.close();
  expect(whoHolds(home)).toBeNull();
  await (await openLedger({ home })).close();
});

test('leavings of a start that was cut off are cleared away', async () => {
  mkdirSync(join(home, 'ledger.new-1'));
  writeFileSync(join(home, 'ledger.new-1', 'half'), '');
  await (await openLedger({ home })).close();
  expect(readdirSync(home)).toEqual(['ledger']);
});

test('a folder that cannot be opened gives its lock back', async () => {
  mkdirSync(join(home, 'ledger'));
  writeFileSync(join(home, 'ledger', 'PG_VERSION'), '9.1\n');
  await expect(openLedger({ home })).rejects.toThrow();
  expect(whoHolds(home)).toBeNull();
});

test('a server that does not answer is said to be unavailable', async () => {
  await expect(openLedger({ databaseUrl: 'postgres://nobody:x@127.0.0.1:9/none' })).rejects.toThrow(UnavailableError);
});

test('the prepared database is the one for the installed version', () => {
  expect(existsSync(templateFile(pgliteVersion()))).toBe(true);
  const notes: string[] = [];
  expect(readTemplate((text) => notes.push(text))!.length).toBeGreaterThan(1_000_000);
  expect(notes).toEqual([]);
});

test.each([
  ['missing', null, /no prepared database/],
  ['damaged', 'not brotli', /cannot be read/],
])('a %s one is said to be so', (_, content, expected) => {
  const file = join(home, 'template.tar.br');
  if (content !== null) writeFileSync(file, content);
  const notes: string[] = [];
  expect(readTemplate((text) => notes.push(text), file)).toBeNull();
  expect(notes).toEqual([expect.stringMatching(expected)]);
});
