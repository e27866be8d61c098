import type { Block, BlockKind, StatementView } from '../../../src/http/contract/index.ts';
import { MarkedText } from './MarkedText.tsx';
import styles from './Reader.module.css';
import { type Marked, segments } from './segments.ts';

const TAGS: Readonly<Record<BlockKind, 'h1' | 'h2' | 'p' | 'blockquote' | 'pre'>> = {
  title: 'h1',
  heading: 'h2',
  paragraph: 'p',
  item: 'p',
  quote: 'blockquote',
  caption: 'p',
  table: 'pre',
  code: 'pre',
};

interface Props {
  readonly block: Block;
  readonly newPage: boolean;
  readonly text: string;
  readonly marks: readonly Marked[];
  readonly byId: ReadonlyMap<string, StatementView>;
  readonly levels: ReadonlyMap<string, number>;
  readonly focus: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** One paragraph, heading or item, cut into pieces under their marks. */
export function BlockText({ block, newPage, text, marks, ...rest }: Props) {
  const Tag = TAGS[block.kind];
  return (
    <>
      {newPage && <span className={styles.pageNumber}>page {block.page}</span>}
      <Tag data-block={block.kind}>
        {segments(block, marks).map((segment) => (
          <MarkedText key={segment.start} text={text.slice(segment.start, segment.end)} segment={segment} {...rest} />
        ))}
      </Tag>
    </>
  );
}
