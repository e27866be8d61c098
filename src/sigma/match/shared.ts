import type { FieldSource } from '../../base/fields.ts';
import { fold } from './fold.ts';

/** What all programs of a matcher share. */
export class Shared {
  /** Values that are kept with what was found out about them. */
  kept = 0;
  private text: string | null = null;

  /** Begins a record. */
  next(): void {
    this.text = null;
  }

  /**
   * The texts of the record put together and folded, on lines of their own: whatever one of them contains is contained here, and
   * what is found here is evaluated anyway.
   */
  joined(source: FieldSource): string {
    this.text ??= fold(source.texts().join('\n'));
    return this.text;
  }
}
