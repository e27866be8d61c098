import type { Problem, Severity } from '../../base/problem.ts';
import { problem } from '../../base/problem.ts';
import type { SigmaCode } from './codes.ts';

/** Problems of one document, told by offset in its text and kept with file, line and column. */
export class Remarks {
  readonly problems: Problem[] = [];
  /** The first problem that keeps the document from being used. */
  fatal: Problem | null = null;
  private starts: number[] | null = null;
  private readonly file: string;
  private readonly text: string;
  private readonly firstLine: number;

  /** `firstLine` is the line of the file, from 1, on which the text starts. */
  constructor(file: string, text: string, firstLine = 1) {
    this.file = file;
    this.text = text;
    this.firstLine = firstLine;
  }

  /** Something that makes the document unusable. */
  error(code: SigmaCode, at: number, details: Problem['details'] = {}): void {
    const it = this.add(code, at, details, 'error');
    this.fatal ??= it;
  }

  /** Something doubtful; the document is used all the same. */
  warn(code: SigmaCode, at: number, details: Problem['details'] = {}): void {
    this.add(code, at, details, 'warning');
  }

  private add(code: SigmaCode, at: number, details: Problem['details'], severity: Severity): Problem {
    const it = problem(code, { source: this.file, ...this.position(at) }, details, severity);
    // A hostile document can hold as many faults as characters.
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(it);
    return it;
  }

  /** Line of the file and column, both from 1. */
  position(at: number): { readonly line: number; readonly column: number } {
    this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: this.firstLine + low, column: Math.max(0, at) - this.starts[low]! + 1 };
  }
}

const MOST_PROBLEMS = 100;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
