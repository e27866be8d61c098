import { countryName } from '../../words/names.ts';

/** What two statements share, in words: "actor country: RU; same document" is "the actor’s country (Russia), the same document". */
export function reasonWords(reason: string): string {
  return reason.split('; ').map(part).join(', ');
}

function part(text: string): string {
  const [aspect = '', value] = text.split(': ');
  if (value === undefined)
    return aspect === 'answers the charge' ? 'and one answers the other’s charge' : `the ${aspect}`;
  if (aspect.endsWith(' country')) return `the ${aspect.replace(' country', '’s country')} (${countryName(value)})`;
  return `the ${aspect} “${value}”`;
}
