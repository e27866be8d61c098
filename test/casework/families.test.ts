import { expect, test } from 'vitest';
import { readingTools } from '../../src/actions/load-tools.ts';
import { runAction } from '../../src/actions/registry.ts';
import type { Intrusion } from '../../src/model/case.ts';
import { openLedger } from '../../src/store/open.ts';
import { longwatch, temporaryFolder } from '../cli/run.ts';
import { fakeContext } from '../http/fakes.ts';

const REPORTS = {
  'mail report': `Institute compromised through webmail

According to the national response team, intruders compromised the email server of a research institute in October 2021. The attackers seized the domain controller and infected 45 devices. The group stole the correspondence of nine scientists through relays in Finland.
`,
  'update report': `Trojan in the upgrade of a program

The security agency said that hackers broke into the document system of a maker of radio sets in March 2024. The group abused the software upgrade mechanism to install a backdoor on 120 machines. Secret data on communications were stolen.
`,
};

/** Seeds that were not looked at when weights and threshold were set (docs/BENCHMARKS.md). */
const LOGS = [
  ['mail-server', '31', '1'],
  ['mail-server', '32', '3'],
  ['document-system', '33', '2'],
  ['document-system', '34', '1'],
  ['false-flag', '35', '1'],
] as const;

test('cases fall into families by how they were done, from logs and from reports alone', async () => {
  using folder = temporaryFolder();
  const ledger = await openLedger({ home: folder.path });
  try {
    const context = { ...fakeContext(ledger), analyst: 'ann', tools: readingTools('rules') };
    for (const [story, seed, noise] of LOGS) {
      const out = `${story}-${seed}`;
      await longwatch(folder.path, [
        'scenario',
        story,
        '--seed',
        seed,
        '--noise',
        noise,
        '--size',
        '200KB',
        '--out',
        out,
      ]);
      const { stdout } = await longwatch(folder.path, ['case', 'build', `${out}/logs`, '--json']);
      const {
        other_intrusions: _,
        left_out,
        ...one
      } = JSON.parse(stdout) as Intrusion & {
        other_intrusions: unknown;
        left_out: [];
      };
      const body = { intrusions: [one], left_out, findings: 1, read: { events: 1, files: 1 } };
      await runAction(context, 'cases.record', { name: out, parts: [{ part: 'logs', body }] });
    }
    for (const [name, text] of Object.entries(REPORTS)) {
      const { documents } = await runAction(context, 'documents.add', { from: { text } });
      const document = documents[0]!.document.id;
      await runAction(context, 'cases.record', { name, parts: [{ part: 'document', body: { document } }] });
    }
    const families: Record<string, string[]> = {};
    for (const { name } of (await runAction(context, 'cases.list', {})).rows) {
      const { related } = await runAction(context, 'cases.get', { name });
      families[name] = related
        .filter(({ family }) => family)
        .map((other) => other.name)
        .sort();
    }
    const without = (list: readonly string[], name: string): string[] => list.filter((one) => one !== name);
    const mail = ['mail report', 'mail-server-31', 'mail-server-32'];
    const updates = ['document-system-33', 'document-system-34', 'update report'];
    expect(families).toEqual({
      ...Object.fromEntries(
        [...mail, ...updates].map((name) => [name, without(mail.includes(name) ? mail : updates, name)]),
      ),
      'false-flag-35': [],
    });
  } finally {
    await ledger.close();
  }
}, 300_000);
