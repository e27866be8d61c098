import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { askSteady } from '../../queries.ts';
import { filterOf } from '../../search.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { Answer } from './Answer.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { panelRows, questionInput, trendText } from './question.ts';

const route = getRouteApi('/question');
const NOTHING = { triggers: [{ date: '2000-01-01' }] };

/** Type the parts of a sentence, see what the data can bear. */
export function Question() {
  const { as_of, ...search } = filterOf(route.useSearch());
  const navigate = route.useNavigate();
  const svg = useRef<SVGSVGElement>(null);
  const input = questionInput(search);
  const { data, error, isPending, refetch } = useQuery({
    ...askSteady('trend.ask', { ...(input ?? NOTHING), ...(as_of ? { as_of } : {}) }),
    enabled: input !== null,
  });
  return (
    <>
      <ViewHead
        title="Question"
        tools={
          data &&
          input && <Tools name="question" markdown={() => trendText(data)} rows={() => panelRows(data)} figure={svg} />
        }
      >
        <QuestionForm value={search} onAsk={(value) => void navigate({ search: value })} />
      </ViewHead>
      {!input && (
        <Empty title="Did it rise, and can the data say so?">
          <p>
            Name who attacks, who is attacked and the day after which it is said to have risen, then press Ask. Data
            sets come in with <code>longwatch import eurepoc FOLDER</code> or <code>longwatch import csv FILE</code>.
          </p>
          <p>
            For example:{' '}
            <Link to="/question" search={{ a: 'CN', b: 'KR', trigger: '2016-07-08:decision', window: '12m' }}>
              did attacks by China on South Korea rise after the decision of 2016-07-08?
            </Link>
          </p>
        </Empty>
      )}
      {input && error && <Failure error={error} what="The answer" retry={() => void refetch()} />}
      {input && !error && isPending && <Loading what="the answer" />}
      {input && data && <Answer report={data} svg={svg} />}
    </>
  );
}
