/** Methods that every Buffer has had since the first Node and that its types leave out; `toString` calls them after some detours. */
interface Slices {
  latin1Slice(start: number, end: number): string;
  ucs2Slice(start: number, end: number): string;
  hexSlice(start: number, end: number): string;
}

export function latin1Slice(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as Slices).latin1Slice(start, end);
}

export function ucs2Slice(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as Slices).ucs2Slice(start, end);
}

export function hexSlice(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as Slices).hexSlice(start, end);
}
