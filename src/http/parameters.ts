const LISTS = ['kind', 'stance', 'certainty', 'review'];
const NUMBERS = ['offset', 'limit'];
const FLAGS = ['descending'];

/** Query parameters as the input of a search: `kind=a&kind=b` and `kind=a,b` are lists, empty values are left out. */
export function fromParameters(parameters: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const key of new Set(parameters.keys())) {
    const values = parameters.getAll(key).filter((value) => value !== '');
    const last = values.at(-1);
    if (last === undefined) continue;
    if (LISTS.includes(key)) input[key] = values.flatMap((value) => value.split(','));
    else if (NUMBERS.includes(key)) input[key] = Number(last);
    else if (FLAGS.includes(key)) input[key] = last === 'true' || last === '1';
    else input[key] = last;
  }
  return input;
}
