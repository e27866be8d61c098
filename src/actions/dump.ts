import type { Ledger } from '../store/ledger.ts';

/** The whole ledger as lines of JSON, each with its line feed. */
export async function* dumpLines(ledger: Ledger): AsyncGenerator<string> {
  for await (const line of ledger.dump()) yield line.endsWith('\n') ? line : `${line}\n`;
}
