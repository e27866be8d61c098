/** Sizes of the format ([MS-EVEN6] 2.2, libevtx documentation) and bounds that keep crafted files from costing more than they are worth. */
export const FILE_HEADER_SIZE = 4_096;
export const CHUNK_SIZE = 65_536;
export const CHUNK_HEADER_SIZE = 512;
/** Magic, size, number, time; at the end the size again. */
export const RECORD_HEADER_SIZE = 24;
export const RECORD_TRAILER_SIZE = 4;

/** BinXML inside the values of BinXML, and so on. */
export const MAX_NESTING = 64;
/** Elements open at the same time, over all nested fragments. */
export const MAX_OPEN_ELEMENTS = 512;
/** Elements, texts and values one record may be written as. */
export const MAX_NODES = 1 << 18;
/** Bytes of JSON a record may be written as. */
export const MAX_JSON = 16 << 20;
/** Distinct templates and names that are remembered; real logs of one machine stay far below. */
export const MAX_TEMPLATES = 8_192;
/** Definitions under one GUID: more than a few are damage, and each is compared with. */
export const MAX_VARIANTS = 16;
export const MAX_NAMES = 65_536;
