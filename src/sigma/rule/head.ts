import { stableId } from '../../base/hash.ts';
import { type Reading, readText, readTexts, readWord } from './fields.ts';
import { LEVELS, type Rule, STATUSES } from './tree.ts';
import { entry } from './yaml-node.ts';

/** What rules, correlations and filters have in common. */
export type Head = Pick<
  Rule,
  | 'id'
  | 'name'
  | 'title'
  | 'level'
  | 'status'
  | 'tags'
  | 'description'
  | 'author'
  | 'date'
  | 'modified'
  | 'references'
  | 'falsepositives'
>;

/** For rules that do not say: nobody vouches for them, and nobody calls them harmless. */
const DEFAULT_LEVEL = 'medium';
const DEFAULT_STATUS = 'experimental';

/**
 * Reads the describing keys (Sigma rules specification 2.1, "Components"). A document without an id gets one from its text;
 * wrong values of anything but the title are doubtful, not fatal.
 */
export function readHead(reading: Reading, text: string): Head {
  const { map, remarks } = reading;
  const id = readText(reading, 'id');
  if (id !== null && !UUID.test(id))
    remarks.warn('field-value', entry(map, 'id')!.value.at, { field: 'id', value: id.slice(0, 100), wanted: 'a UUID' });
  const taxonomy = readText(reading, 'taxonomy');
  if (taxonomy !== null && taxonomy.toLowerCase() !== 'sigma')
    remarks.warn('other-taxonomy', entry(map, 'taxonomy')!.value.at, { taxonomy: taxonomy.slice(0, 100) });
  checkRelated(reading);
  return {
    id: id?.toLowerCase() ?? stableId('rule', text),
    name: readText(reading, 'name'),
    title: readText(reading, 'title', { needed: true, longest: 256 }) ?? '',
    level: readWord(reading, 'level', LEVELS) ?? DEFAULT_LEVEL,
    status: readWord(reading, 'status', STATUSES) ?? DEFAULT_STATUS,
    tags: readTags(reading),
    description: readText(reading, 'description') ?? '',
    author: readTexts(reading, 'author')?.join(', ') ?? '',
    date: readDay(reading, 'date'),
    modified: readDay(reading, 'modified'),
    references: Object.freeze(readTexts(reading, 'references') ?? []),
    falsepositives: Object.freeze(readTexts(reading, 'falsepositives') ?? []),
  };
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const TAG = /^[a-z\d_-]+(?:\.[a-z\d_-]+)+$/;
const RELATIONS = ['derived', 'obsolete', 'merged', 'renamed', 'similar'];

function readTags(reading: Reading): readonly string[] {
  const tags = readTexts(reading, 'tags') ?? [];
  for (const tag of tags)
    if (!TAG.test(tag))
      reading.remarks.warn('field-value', entry(reading.map, 'tags')!.value.at, {
        field: 'tags',
        value: tag.slice(0, 100),
        wanted: 'namespace.name in lower case',
      });
  return Object.freeze(tags);
}

/** A day as ISO date; older rules write it with slashes. */
function readDay(reading: Reading, key: string): string {
  const text = readText(reading, key);
  if (text === null) return '';
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  const day = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '';
  if (day && !Number.isNaN(Date.parse(day))) return day;
  reading.remarks.warn('field-value', entry(reading.map, key)!.value.at, {
    field: key,
    value: text.slice(0, 100),
    wanted: 'a day such as 2025-08-02',
  });
  return '';
}

function checkRelated({ map, remarks }: Reading): void {
  const related = entry(map, 'related')?.value;
  if (!related || (related.kind === 'scalar' && related.value === null)) return;
  if (related.kind !== 'list') {
    remarks.warn('field-type', related.at, { field: 'related', wanted: 'a list of maps', found: related.kind });
    return;
  }
  for (const item of related.items) {
    const type = item.kind === 'map' ? entry(item, 'type')?.value : undefined;
    const word = type?.kind === 'scalar' ? type.text : '';
    if (item.kind !== 'map' || !entry(item, 'id') || !RELATIONS.includes(word))
      remarks.warn('field-value', item.at, {
        field: 'related',
        value: word,
        wanted: `an id and a type (${RELATIONS.join(', ')})`,
      });
  }
}
