import { writeFileSync } from 'node:fs';
import type { ActionInput } from '../../actions/action-map.ts';
import { yearsMarkdown } from '../../report/years/markdown.ts';
import { withLedger } from '../connection.ts';
import { countryOption } from '../country-option.ts';
import { EXIT } from '../exit.ts';
import { print } from '../output.ts';
import { given } from '../rows.ts';

interface Options extends Omit<ActionInput<'years.get'>, 'as_of'> {
  readonly asOf?: string;
  readonly json?: boolean;
  readonly csv?: string;
  readonly svg?: string;
}

export async function yearsCommand({ asOf, json, csv, svg, ...options }: Options): Promise<number> {
  const { accused, target } = options;
  const input = given({ ...options, as_of: asOf, accused: countryOption(accused), target: countryOption(target) });
  const report = await withLedger(({ call }) => call('years.get', input));
  if (csv !== undefined) {
    const { yearsCsv } = await import('../../report/years/csv.ts');
    await write(csv, yearsCsv(report));
  }
  if (svg !== undefined) {
    const { yearsChart } = await import('../../report/years/chart.ts');
    await write(svg, yearsChart(report));
  }
  if (json) await print(`${JSON.stringify(report)}\n`);
  else if (csv !== '-' && svg !== '-') await print(yearsMarkdown(report));
  return EXIT.done;
}

async function write(file: string, text: string): Promise<void> {
  if (file === '-') await print(text);
  else writeFileSync(file, text);
}
