import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { statementMarkdown, statementRow } from '../../files/statement.ts';
import { askSteady } from '../../queries.ts';
import { filterOf } from '../../search.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { countryName } from '../../words/names.ts';
import { count } from '../../words/numbers.ts';
import { Legend } from '../timeline/Legend.tsx';
import { Answer } from './Answer.tsx';
import { BaseRates } from './BaseRates.tsx';
import { Conflicts } from './Conflicts.tsx';
import { DisputeChart } from './DisputeChart.tsx';
import styles from './Measure.module.css';
import { QuestionForm } from './QuestionForm.tsx';
import { panelRows, questionInput, trendText, triggersOf } from './question.ts';

const route = getRouteApi('/disputes');
const NOBODY = { a: 'AA', b: 'AA' };
const NOTHING = { triggers: [{ date: '2000-01-01' }] };

/** Two states, lanes of what happened on one axis of time, and under them the series with its verdict. */
export function Disputes() {
  const { as_of, from, to, ...search } = filterOf(route.useSearch());
  const navigate = route.useNavigate();
  const lanesSvg = useRef<SVGSVGElement>(null);
  const seriesSvg = useRef<SVGSVGElement>(null);
  const { a, b } = search;
  const scope = as_of ? { as_of } : {};
  const pair = a && b ? { a, b } : null;
  const dispute = useQuery({ ...askSteady('dispute.get', { ...(pair ?? NOBODY), ...scope }), enabled: pair !== null });
  const input = pair && questionInput(search);
  const trend = useQuery({ ...askSteady('trend.ask', { ...(input ?? NOTHING), ...scope }), enabled: input !== null });
  const rows =
    dispute.data?.lanes.flatMap(({ lane, dated, undated }) => [...dated, ...undated].map((s) => ({ lane, s }))) ?? [];
  const markdown = () =>
    [...(trend.data ? [trendText(trend.data)] : []), ...rows.map(({ s }) => statementMarkdown(s))].join('\n');
  return (
    <>
      <ViewHead
        title={pair ? `${countryName(pair.a)} and ${countryName(pair.b)}` : 'Disputes'}
        figures={dispute.data && count(rows.length, 'statement')}
        tools={
          dispute.data && (
            <Tools
              name="dispute"
              markdown={markdown}
              rows={() => rows.map(({ lane, s }) => ({ lane, ...statementRow(s) }))}
              figure={lanesSvg}
            />
          )
        }
      >
        <QuestionForm short value={search} onAsk={(value) => void navigate({ search: { ...value, from, to } })} />
        {pair && <Legend />}
      </ViewHead>
      {!pair && (
        <Empty title="Which two states?">
          <p>Name both sides, and the day after which things are said to have changed, and press Ask.</p>
          <p>
            For example, the dispute of the sample dossier:{' '}
            <Link to="/disputes" search={{ a: 'CN', b: 'KR', trigger: '2016-07-08:decision', window: '12m' }}>
              China and South Korea, after the decision of 2016-07-08
            </Link>
          </p>
        </Empty>
      )}
      {dispute.error && <Failure error={dispute.error} what="The dispute" retry={() => void dispute.refetch()} />}
      {pair && dispute.isPending && <Loading what="the dispute" />}
      {pair && dispute.data && (
        <>
          {rows.length === 0 ? (
            <Empty title="No statements about these two">
              <p>Add documents that speak of both, or choose another pair.</p>
            </Empty>
          ) : (
            <DisputeChart
              lanes={dispute.data.lanes}
              conflicts={dispute.data.conflicts}
              triggers={triggersOf(search.trigger ?? '')}
              from={from}
              to={to}
              svg={lanesSvg}
              onDays={(days) =>
                void navigate({ search: (before) => ({ ...before, from: days?.[0], to: days?.[1] }), replace: true })
              }
            />
          )}
          <Conflicts conflicts={dispute.data.conflicts} />
          {input && trend.error && <Failure error={trend.error} what="The answer" retry={() => void trend.refetch()} />}
          {input && trend.data && (
            <div className={styles.below}>
              <div className={styles.seriesTools} data-screen-only>
                <Tools name="dispute-series" rows={() => panelRows(trend.data)} figure={seriesSvg} />
              </div>
              <Answer report={trend.data} svg={seriesSvg} />
            </div>
          )}
          <BaseRates rates={dispute.data.base_rates} />
        </>
      )}
    </>
  );
}
