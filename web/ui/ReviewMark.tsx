import type { ReviewState } from '../../src/http/contract/index.ts';
import { REVIEW_WORDS } from '../words/reviews.ts';
import styles from './StatementLine.module.css';

/** A small sign for what an analyst made of the statement; nothing while nobody has. */
export function ReviewMark({ state }: { state: ReviewState }) {
  const { glyph, word } = REVIEW_WORDS[state];
  if (!glyph) return null;
  return (
    <span className={styles.review} role="img" aria-label={word} title={word}>
      {glyph}
    </span>
  );
}
