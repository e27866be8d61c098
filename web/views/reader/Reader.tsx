import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { statementMarkdown, statementRow } from '../../files/statement.ts';
import { ask } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { fileName } from '../../words/file-name.ts';
import { languageName } from '../../words/names.ts';
import { count } from '../../words/numbers.ts';
import { ReaderBody } from './ReaderBody.tsx';

const route = getRouteApi('/documents/$id');

/** One document with everything that was read out of it. */
export function Reader() {
  const { id } = route.useParams();
  const { as_of: asOf } = route.useSearch();
  const { data: document, error, refetch } = useQuery(ask('documents.get', { id, as_of: asOf }));
  if (error) return <Failure error={error} what="The document" retry={() => void refetch()} />;
  if (!document) return <Loading what="the document" />;
  const hasTitle = document.blocks.some((block) => block.kind === 'title');
  const statements = document.all_statements;
  const reviewed = statements.filter((s) => s.review !== 'unreviewed').length;
  const facts = [
    document.publisher,
    document.author,
    document.published ?? 'no date',
    document.language === null ? null : languageName(document.language),
  ];
  return (
    <>
      <ViewHead
        title={hasTitle ? (document.publisher ?? document.name) : (document.title ?? fileName(document.name))}
        page={document.title ?? fileName(document.name)}
        level={hasTitle ? 'p' : 'h1'}
        figures={
          <>
            {facts
              .slice(hasTitle ? 1 : 0)
              .filter(Boolean)
              .join(', ')}
            ; {count(statements.length, 'statement')}, {reviewed} reviewed;{' '}
            <a href={`/api/documents/${encodeURIComponent(id)}/bytes`} download>
              original
            </a>
            {document.url && (
              <>
                ,{' '}
                <a href={document.url} rel="noreferrer" target="_blank">
                  source page
                </a>
              </>
            )}
          </>
        }
        tools={
          <>
            <Link className="button" to="/rank" search={{ document: id }}>
              Rank
            </Link>
            <Link className="button" to="/statements" search={{ document: id }}>
              As a table
            </Link>
            <Tools
              name={document.title ?? fileName(document.name)}
              markdown={() => statements.map(statementMarkdown).join('\n')}
              rows={() => statements.map(statementRow)}
            />
          </>
        }
      />
      <ReaderBody key={document.id} document={document} asOf={asOf} />
    </>
  );
}
