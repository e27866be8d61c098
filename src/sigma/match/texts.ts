import type { FieldSource } from '../../base/fields.ts';
import { fold } from './fold.ts';

/** The texts of the present record, put together and folded once for all programs that look for keywords. */
export class Texts {
  private text: string | null = null;

  /** Begins a record. */
  next(): void {
    this.text = null;
  }

  /** Texts on lines of their own: whatever one of them contains is contained here, and what is found here is evaluated anyway. */
  joined(source: FieldSource): string {
    this.text ??= fold(source.texts().join('\n'));
    return this.text;
  }
}
