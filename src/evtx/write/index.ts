/** Writes Windows event logs (EVTX), for tests and generated scenarios. */
export type { NewElement, NewNode, NewRecord } from './record.ts';
export type { NewValue, Typed, TypedList } from './value.ts';
export { EvtxWriter, writeEvtx } from './writer.ts';
