/** A run of characters as the PDF draws it. Lengths are points, y grows upwards. */
export interface Run {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Joins the runs of a page into lines, in the order in which they are drawn. */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let text = '';
  let first: Run | null = null;
  let last: Run | null = null;
  let size = 0;
  const end = () => {
    if (first && last && text.trim())
      lines.push({
        text: text.replace(/\s+/g, ' ').trim(),
        x: first.transform[4] ?? 0,
        right: (last.transform[4] ?? 0) + last.width,
        y: first.transform[5] ?? 0,
        size,
      });
    [text, first, last, size] = ['', null, null, 0];
  };
  for (const run of runs) {
    const height = heightOf(run);
    if (
      last &&
      Math.abs((run.transform[5] ?? 0) - (last.transform[5] ?? 0)) > Math.max(2, height * 0.6) &&
      run.str.trim()
    )
      end();
    if (last && run.str && needsSpace(last, run, text)) text += ' ';
    text += run.str;
    if (run.str.trim()) {
      first ??= run;
      last = run;
      size = Math.max(size, height);
    }
    if (run.hasEOL) end();
  }
  end();
  return lines;
}

function needsSpace(last: Run, run: Run, text: string): boolean {
  if (/\s$/.test(text) || /^\s/.test(run.str)) return false;
  const gap = (run.transform[4] ?? 0) - ((last.transform[4] ?? 0) + last.width);
  return gap > heightOf(run) * 0.22;
}

function heightOf(run: Run): number {
  return run.height || Math.hypot(run.transform[2] ?? 0, run.transform[3] ?? 0) || 10;
}
