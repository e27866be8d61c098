import { ACCUSING, incidentsBy } from '../analysis/dispute/accuser.ts';
import { accusations, accused, dyads, sectors } from '../analysis/dispute/countries.ts';
import type { StatementView } from '../model/view.ts';
import type { Ledger } from '../store/ledger.ts';

const PAGE = 1_000;
const MOST_STATEMENTS = 20_000;

/** What accuses, denies or is counted between states, as known by a day, each row with the records behind it. */
export async function countryTables(ledger: Ledger, as_of: string | undefined) {
  const statements: StatementView[] = [];
  for (let offset = 0; offset < MOST_STATEMENTS; offset += PAGE) {
    const page = await ledger.statements({
      kind: [...ACCUSING, 'response'],
      review: ['unreviewed', 'accepted', 'corrected'],
      sort: 'document',
      offset,
      limit: PAGE,
      ...(as_of ? { as_of } : {}),
    });
    statements.push(...page.rows);
    if (offset + PAGE >= page.total) break;
  }
  const incidents = incidentsBy((await ledger.data()).incidents, as_of);
  return {
    statements,
    incidents,
    accusations: accusations(statements, incidents),
    accused: accused(incidents),
    dyads: dyads(incidents),
    sectors: sectors(incidents),
  };
}
