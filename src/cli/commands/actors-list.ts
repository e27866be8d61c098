import type { ActorRow } from '../../model/actor-view.ts';
import { withLedger } from '../connection.ts';
import { countryOption } from '../country-option.ts';
import { EXIT } from '../exit.ts';
import { policyOption } from '../policy-option.ts';
import { given, type ListOptions, printRows } from '../rows.ts';
import { count } from '../statement-words.ts';

interface Options extends ListOptions {
  readonly policy?: string;
  readonly country?: string;
  readonly sector?: string;
  readonly disputed?: boolean;
  readonly named?: boolean;
  readonly asOf?: string;
}

export async function actorsListCommand(words: readonly string[], options: Options): Promise<number> {
  const { country, sector, disputed, named, asOf } = options;
  const filter = {
    ...policyOption(options.policy),
    ...given({ q: words.join(' '), country: countryOption(country), sector, disputed, named, as_of: asOf }),
  };
  await withLedger(({ call }) => printRows((page) => call('actors.list', { ...filter, ...page }), line, options));
  return EXIT.done;
}

function line(row: ActorRow): string {
  const facts = [
    row.countries.join(', '),
    row.also.length > 0 ? `also ${row.also.join(', ')}${row.names - 1 > row.also.length ? ' …' : ''}` : '',
    row.disputed ? 'disputed names' : '',
    row.statements > 0 ? `${count(row.statements, 'statement')}, ${count(row.origins, 'origin')}` : '',
  ];
  return [row.name, ...facts.filter(Boolean)].join(' · ');
}
