import { BINXML, type Known, writeFragment } from './binxml.ts';
import type { ByteWriter } from './bytes.ts';
import { dataElement, type NewElement, type NewRecord, payloadElement, systemElement, systemValues } from './record.ts';
import { type Shape, shapeOf, shapeOfData } from './shape.ts';
import type { NewValue } from './value.ts';

const EVENT_NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

function eventElement(values: readonly NewValue[]): NewElement {
  return { name: 'Event', attributes: { xmlns: EVENT_NAMESPACE }, children: [systemElement(values)] };
}

/** All records have the same System part, and either something under it or nothing. */
const ROOT = eventElement([]);
const WITH_PAYLOAD: Shape = shapeOf(ROOT, true);
const BARE: Shape = shapeOf(ROOT, false);

/** Writes a record as BinXML: the event with its System part, and what is its own as a fragment under it. */
export function writeEvent(to: ByteWriter, base: number, record: NewRecord, recordId: number, known: Known): void {
  const values = systemValues(record, recordId);
  const nested = record.payload !== undefined || record.userData !== undefined || record.eventData !== undefined;
  const root = { shape: nested ? WITH_PAYLOAD : BARE, nested, model: () => eventElement(values) };
  writeFragment(to, base, root, known, (instance) => {
    for (const value of values) instance.add(value);
    if (nested)
      instance.write(BINXML, () => {
        writePayload(to, base, record, known);
        to.u8(0x00);
      });
  });
}

function writePayload(to: ByteWriter, base: number, record: NewRecord, known: Known): void {
  const { eventData } = record;
  if (record.payload !== undefined || record.userData !== undefined || eventData === undefined) {
    const element = payloadElement(record)!;
    const payload = { shape: shapeOf(element, false), nested: false, model: () => element };
    writeFragment(to, base, payload, known, (instance) => instance.addAll(element));
    return;
  }
  const model = (): NewElement => dataElement(eventData);
  writeFragment(to, base, { shape: shapeOfData(eventData, model), nested: false, model }, known, (instance) => {
    if (Array.isArray(eventData)) for (const [, value] of eventData) instance.add(value);
    else {
      const named = eventData as Exclude<typeof eventData, readonly unknown[]>;
      for (const name in named) instance.add(named[name]!);
    }
  });
}
