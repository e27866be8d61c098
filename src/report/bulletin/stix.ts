import { indicatorsOf } from './indicators.ts';
import type { BulletinRecord } from './record.ts';

/** Identifiers of TLP 2.0 markings, as OASIS and MITRE publish them. */
const MARKINGS: Readonly<Record<string, string>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** `id` gives a UUID that follows from its text, so that the same case gives the same bundle. */
export function bulletinStix(record: BulletinRecord, id: (text: string) => string): object {
  const created = `${record.date}T00:00:00.000Z`;
  const marking = MARKINGS[record.tlp]!;
  const objects = indicatorsOf(record.intrusion).rows.map(({ type, value, first, last }) => ({
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--${id(`${record.id} ${type} ${value}`)}`,
    created,
    modified: created,
    name: value,
    indicator_types: ['malicious-activity'],
    pattern:
      type === 'file'
        ? `[file:name = '${quoted(value.slice(value.lastIndexOf('\\') + 1))}']`
        : `[${type}:value = '${quoted(value)}']`,
    pattern_type: 'stix',
    valid_from: millis(first),
    ...(last > first ? { valid_until: millis(last) } : {}),
    object_marking_refs: [marking],
  }));
  return {
    type: 'bundle',
    id: `bundle--${id(`bundle ${record.id} ${record.version}`)}`,
    objects: [
      ...objects,
      ...(objects.length === 0
        ? []
        : [
            {
              type: 'report',
              spec_version: '2.1',
              id: `report--${id(`report ${record.id}`)}`,
              created,
              modified: created,
              name: record.id,
              report_types: ['indicator'],
              published: created,
              object_refs: objects.map((object) => object.id),
              object_marking_refs: [marking],
            },
          ]),
    ],
  };
}

const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");

const millis = (time: string): string => `${time.slice(0, 19)}.000Z`;
