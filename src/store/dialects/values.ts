/** How column values come back, the same on both engines: big integers as numbers, days as text, instants as ISO 8601, bytes as bytes. */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  17: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  20: Number,
  1082: (text) => text,
  1184: (text) => new Date(text).toISOString(),
  1700: Number,
};
