/**
 * How the cost of casework grows with the number of findings: `npx tsx bench/case-growth.ts [FINDINGS …]`. Findings are made at random:
 * mostly routine and unrelated ones on 5,000 machines over a year, one in a hundred of an intrusion with its files and relays.
 */
import { buildCase, type Finding } from '../src/casework/index.ts';
import { Random } from '../src/scenario/random.ts';

const YEAR = 365 * 86_400_000;
const START = Date.parse('2024-01-01T00:00:00Z');
const PLACES = { country: () => null, network: () => null };

const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [10_000, 100_000, 1_000_000]) {
  const findings = make(count);
  const times = [0, 1, 2].map(() => {
    const began = process.cpuUsage();
    buildCase(findings, { logons: [], gaps: [] }, PLACES);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  });
  const seconds = times.sort((a, b) => a - b)[1]!;
  console.log(
    `${count} findings: ${seconds.toFixed(2)} s of computing, ${((seconds / count) * 1e6).toFixed(1)} µs each`,
  );
}

function make(count: number): Finding[] {
  const random = new Random(7);
  return Array.from({ length: count }, (_, n) => {
    const part = n % 100 === 0;
    const host = `H${random.between(1, 5000)}`;
    return {
      ref: `log#${n}`,
      time: START + Math.floor(random.next() * YEAR),
      host,
      channel: 'Security',
      eventId: 1,
      rule: part
        ? { id: 'a', title: 'a', level: 'high' }
        : { id: `r${random.between(1, 40)}`, title: 'r', level: 'medium' },
      techniques: part ? [random.pick(['T1021.002', 'T1053.005', 'T1071.001'])] : ['T1087'],
      tactics: part ? [random.pick(['lateral-movement', 'persistence'])] : ['discovery'],
      accounts: part ? ['adm'] : [`u${random.between(1, 3000)}`],
      inbound: [],
      outbound: part ? [`84.128.0.${random.between(0, 20)}`] : [],
      artefacts: part ? ['c:\\programdata\\x\\y.exe'] : [],
      mailboxes: [],
      bytesOut: 0,
    };
  });
}
