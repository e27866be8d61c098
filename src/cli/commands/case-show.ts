import type { CaseView } from '../../model/case-record.ts';
import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { print } from '../output.ts';
import { given } from '../rows.ts';

/** One case of the ledger. */
export async function caseShowCommand(
  name: string,
  { asOf, json }: { readonly asOf?: string; readonly json?: boolean },
): Promise<number> {
  const view = await withLedger(({ call }) => call('cases.get', { name, ...given({ as_of: asOf }) }));
  await print(json ? `${JSON.stringify(view, null, 2)}\n` : words(view));
  return EXIT.done;
}

function words({ name, logs, figures, documents, links, notes, related }: CaseView): string {
  const main = logs?.intrusions[0];
  const agreement = (agrees: boolean | null) =>
    agrees === null ? 'cannot be compared' : agrees ? 'borne out' : 'not borne out';
  return `${[
    name,
    main ? `  ${main.first_access.slice(0, 19)} to ${main.last_seen.slice(0, 19)}` : '  no intrusion from logs',
    ...figures.map(({ fact, value }) => `  ${String(value).padStart(6)}  ${fact.replaceAll('-', ' ')}`),
    ...documents.map(({ title }) => `  document: ${title}`),
    ...links.map(
      ({ statement, fact, counted, agrees }) =>
        `  ${statement.speaker}: “${statement.quote}” – logs: ${counted ?? 'none'} ${fact.replaceAll('-', ' ')}, ${agreement(agrees)}`,
    ),
    ...notes.map(({ text, analyst }) => `  ${analyst}: ${text}`),
    ...related.map(
      (other) =>
        `  like ${other.name} (${Math.round(other.likeness * 100)}% over ${other.compared} traits): ${other.shared.join('; ')}`,
    ),
  ].join('\n')}\n`;
}
