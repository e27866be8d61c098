import { memo, useMemo } from 'react';
import type { DocumentView, StatementView } from '../../../src/http/contract/index.ts';
import { BlockText } from './BlockText.tsx';
import styles from './Reader.module.css';
import { type Marked, underlineLevels } from './segments.ts';

interface Props {
  readonly document: DocumentView;
  readonly statements: readonly StatementView[];
  readonly focus: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The text, set for reading, with its marks. */
export const Article = memo(function Article({ document, statements, focus, onChoose }: Props) {
  const { text } = document;
  const byId = useMemo(() => new Map(statements.map((s) => [s.id, s])), [statements]);
  const levels = useMemo(() => underlineLevels(statements), [statements]);
  const marks = useMemo<readonly Marked[]>(
    () => [
      ...statements,
      ...document.all_indicators.map(({ start, end }) => ({ id: `indicator-${start}`, start, end })),
      ...document.techniques.map(({ start, end }) => ({ id: `technique-${start}`, start, end })),
    ],
    [statements, document],
  );
  const blocks = document.blocks.length
    ? document.blocks
    : [{ kind: 'paragraph' as const, start: 0, end: text.length }];
  return (
    <article className={styles.article} lang={document.language === 'eng' ? 'en' : undefined} aria-label="Text">
      {blocks.map((block, i) => (
        <BlockText
          key={block.start}
          block={block}
          newPage={block.page !== undefined && block.page !== blocks[i - 1]?.page}
          text={text}
          marks={marks}
          byId={byId}
          levels={levels}
          focus={focus}
          onChoose={onChoose}
        />
      ))}
    </article>
  );
});
