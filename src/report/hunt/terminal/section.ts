/** A part of the terminal summary: a heading and its lines. One without lines is not shown. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

export function section(heading: string, lines: readonly string[]): Section {
  return { heading, lines };
}
