/** Reads Windows event logs (EVTX). Usable alone: `import { EvtxDecoder } from 'longwatch/evtx'`. */
export { type FieldSource, FieldTable, type Value } from '../base/fields.ts';
export type { Problem } from '../base/problem.ts';
export { EvtxDecoder } from './decoder.ts';
export { JsonBuffer } from './json-buffer.ts';
export { JsonLines } from './json-lines.ts';
export { CHUNK_SIZE, FILE_HEADER_SIZE } from './limits.ts';
export type { EvtxRecord } from './record.ts';
export { EvtxWriter, type NewElement, type NewRecord, type NewValue, writeEvtx } from './write/index.ts';
