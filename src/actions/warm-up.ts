import { setTimeout } from 'node:timers/promises';
import type { Ledger } from '../store/ledger.ts';

/** Between two questions, in milliseconds: whoever is there already goes first. */
const PAUSE = 500;

/**
 * Asks what the workbench shows first, so that whoever opens it does not wait while the embedded database reads its pages and
 * its code is compiled. Never throws: a question that fails here will say so when somebody asks it.
 */
export async function warmUp(ledger: Ledger): Promise<void> {
  const questions = [
    () => ledger.statements({}),
    () => ledger.facets({}),
    () => ledger.names({ role: 'speaker' }),
    () => ledger.documents({}),
  ];
  try {
    for (const question of questions) {
      await question();
      await setTimeout(PAUSE, null, { ref: false });
    }
  } catch {
    // The ledger may be closing already.
  }
}
