/** Adds documents to the ledger in the folder given, one a call, and prints each id once the ledger has said that it is there. */
import { openLedger } from '../../src/store/open.ts';
import { entry } from '../contracts/ledger-fixtures.ts';

const [home, from] = [process.argv[2]!, Number(process.argv[3])];
const ledger = await openLedger({ home });
process.stdout.write('open\n');
for (let n = from; ; n++) {
  const text = `Report ${n}. Hackers entered the network of Company ${n % 7}. ${'It went on for a while. '.repeat(n % 40)}`;
  const document = entry({
    document: { text, title: `Report ${n}` },
    statements: [{ quote: `Hackers entered the network of Company ${n % 7}`, target: `Company ${n % 7}` }],
  });
  const [added] = await ledger.add([document], 'writer');
  process.stdout.write(`${added!.id}\n`);
}
