import type { DocumentText, Extraction, Source } from '../model/document.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Reader, Reading, TechniqueMention } from '../model/reading.ts';

/** The parts that turn bytes into a reading. Given as values so that they are loaded only when something is read. */
export interface ReadingTools {
  readonly extract: (source: Source) => Promise<Extraction>;
  readonly findIndicators: (document: DocumentText) => readonly Indicator[];
  readonly findTechniques: (document: DocumentText) => readonly TechniqueMention[];
  readonly reader: Reader;
}

/** A document with everything that was read out of it. */
export interface ReadDocument {
  readonly document: DocumentText;
  readonly reading: Reading;
  /** Problems of extraction; those of reading stand in `reading`. */
  readonly problems: Extraction['problems'];
  /** False when the text was not read for statements (another language, no text). */
  readonly read: boolean;
}
