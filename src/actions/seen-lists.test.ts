import { expect, test } from 'vitest';
import { UsageError } from '../base/errors.ts';
import type { Intrusion } from '../model/case.ts';
import type { CaseView } from '../model/case-record.ts';
import { newestAttack } from './import-attack.ts';
import { seenFromLists } from './seen-lists.ts';

const table = newestAttack('no such folder');

const viewOf = (intrusions: readonly unknown[]): CaseView => {
  const logs = {
    intrusions: intrusions as readonly Intrusion[],
    left_out: [],
    findings: 1,
    read: { events: 1, files: 1 },
  };
  return {
    name: 'mill',
    logs,
    figures: [],
    documents: [],
    links: [],
    notes: [],
    related: [],
    paths: [],
    techniques: {},
  };
};
const intrusion = (techniques: readonly string[], files: readonly string[]) => ({
  steps: techniques.map((technique) => ({ technique })),
  files: files.map((name) => ({ name })),
});

test('a case gives the techniques of its first intrusion, and its files as software where they are named after some', () => {
  const view = viewOf([
    intrusion(
      ['T1003.001', 'T1003.001', 'T1053.005'],
      ['C:\\Users\\Public\\Mimikatz.exe', '/tmp/PsExec.exe', 'C:\\a\\notes.txt'],
    ),
    intrusion(['T1485'], ['PlugX.dll']),
  ]);
  expect(seenFromLists({ recorded: view }, table)).toEqual({
    terms: ['T1003.001', 'T1053.005', 'S0002', 'S0029'],
    problems: [],
  });
});

test('a case without logs, or without an intrusion in them, has nothing to compare', () => {
  expect(() => seenFromLists({ recorded: viewOf([]) }, table)).toThrow(UsageError);
  expect(() => seenFromLists({ recorded: { ...viewOf([]), logs: null } }, table)).toThrow(UsageError);
});
