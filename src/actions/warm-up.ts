import type { Ledger } from '../store/ledger.ts';

/**
 * Asks what the workbench shows first, so that whoever opens it does not wait while the embedded database reads its pages and
 * its code is compiled. Never throws: a question that fails here will say so when somebody asks it.
 */
export async function warmUp(ledger: Ledger): Promise<void> {
  const questions = [
    () => ledger.statements({}),
    () => ledger.documents({}),
    () => ledger.facets({}),
    () => ledger.names({ role: 'speaker' }),
  ];
  try {
    for (const question of questions) await question();
  } catch {
    // The ledger may be closing already.
  }
}
