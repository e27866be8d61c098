import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { RankItem, RankView } from '../../../src/http/contract/index.ts';
import { askSteady } from '../../queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { count } from '../../words/numbers.ts';
import { percent } from '../../words/weigh.ts';
import { Candidates } from './Candidates.tsx';
import { basis, rankMarkdown, rankRows } from './files.ts';
import { PolicyTable } from './PolicyTable.tsx';
import { rankInput } from './question.ts';
import styles from './Rank.module.css';
import { RankForm } from './RankForm.tsx';
import { ShortList } from './ShortList.tsx';

const route = getRouteApi('/rank');
const NOTHING = { techniques: [] };
/** Reports with fewer items taught nothing. */
const LEAST = 5;

/** Which known groups resemble what was seen: a short list with reasons, and how likely it is none of them. */
export function Rank() {
  const { policy, as_of: asOf, e: _e, no_day: _no, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const figure = useRef<SVGSVGElement>(null);
  const input = rankInput(search);
  const { data, error, isPending, refetch } = useQuery({
    ...askSteady('actors.rank', {
      ...(input ?? NOTHING),
      ...(policy ? { policy } : {}),
      ...(asOf ? { as_of: asOf } : {}),
    }),
    enabled: input !== null,
  });
  const view = input ? data : undefined;
  return (
    <>
      <ViewHead
        title="Rank"
        figures="Which known groups resemble what was seen, and how likely it is none of them"
        tools={
          view &&
          view.none !== null && (
            <Tools name="ranking" markdown={() => rankMarkdown(view)} rows={() => rankRows(view)} figure={figure} />
          )
        }
      >
        <RankForm value={search} onAsk={(value) => void navigate({ search: value })} />
      </ViewHead>
      {!input && (
        <Empty title="Whom does it look like?">
          <p>
            Type what was seen and press Rank, or open a <Link to="/documents">document</Link> or a{' '}
            <Link to="/cases">case</Link> and choose “Rank”.
          </p>
          <p>
            For example:{' '}
            <Link
              to="/rank"
              search={{ techniques: ['T1566.001', 'T1574.001', 'T1199'], software: ['PlugX', 'RedLeaves'] }}
            >
              PlugX and RedLeaves through a service provider
            </Link>
          </p>
        </Empty>
      )}
      {input && error && <Failure error={error} what="The ranking" retry={() => void refetch()} />}
      {input && !error && isPending && <Loading what="the ranking" />}
      {view && (
        <Answer
          view={view}
          picked={search.pick}
          figure={figure}
          onPick={(pick) => void navigate({ search: (before) => ({ ...before, pick }), replace: true })}
        />
      )}
    </>
  );
}

interface AnswerProps {
  readonly view: RankView;
  readonly picked: string | undefined;
  readonly figure: React.RefObject<SVGSVGElement | null>;
  readonly onPick: (actor: string) => void;
}

function Answer({ view, picked, figure, onPick }: AnswerProps) {
  const { none, ranking } = view;
  return (
    <div className={styles.page}>
      <From view={view} />
      <ProblemList problems={view.problems} />
      {none === null ? (
        <Empty title="Nothing could be compared">
          <p>
            {view.seen.length === 0
              ? 'No technique and no software is on record here.'
              : `Of ${count(view.seen.length, 'item')} none is known of any group. A list would only say who is written about most.`}
          </p>
        </Empty>
      ) : (
        <>
          <p className={styles.sentence}>
            {none >= (ranking[0]?.probability ?? 0)
              ? `None of the known groups is the likeliest answer: ${percent(none)}.`
              : `${ranking[0]!.name} is the likeliest: ${percent(ranking[0]!.probability)}; none of the known groups ${percent(none)}.`}
          </p>
          <Caveats view={view} />
          <ShortList view={view} figure={figure} />
          <h2>What speaks for whom</h2>
          <Candidates lines={ranking} picked={picked} onPick={onPick} />
          <h2>Under each naming policy</h2>
          <p className="muted">The same probabilities; groups that a policy holds to be one share a line.</p>
          <PolicyTable policies={view.policies} current={view.policy.id} />
        </>
      )}
      <h2>What was compared</h2>
      <Items seen={view.seen} />
      <p className="muted">{basis(view)}</p>
      {view.named.length > 0 && <p className="muted">Named in the report and not used: {view.named.join(', ')}.</p>}
      <p className="muted">Weights learned from {view.model}.</p>
      <p data-screen-only>
        Resemblance of habits is the weakest evidence there is. <Link to="/weigh">Weigh it</Link> as one item among
        others.
      </p>
    </div>
  );
}

function From({ view: { from } }: { view: RankView }) {
  if (from.kind === 'items' || from.id === null) return null;
  return (
    <p className={styles.from}>
      {from.kind === 'case' ? 'The case ' : 'The report '}
      {from.kind === 'case' ? (
        <Link to="/cases/$name" params={{ name: from.id }}>
          {from.title}
        </Link>
      ) : (
        <Link to="/documents/$id" params={{ id: from.id }}>
          {from.title}
        </Link>
      )}
      {from.date ? ` of ${from.date}` : ', undated'}
    </p>
  );
}

/** How far the figure for "none" can be trusted. */
function Caveats({ view: { knowledge, unknown_share: share, none_testable: testable, coverage } }: { view: RankView }) {
  const years = knowledge.years_before;
  const compared = coverage.reduce((sum, { known }) => sum + known, 0);
  return (
    <p className="muted">
      Before anything was compared, {percent(share)} unknown groups were expected.{' '}
      {compared < LEAST && (
        <strong>
          Only {count(compared, 'item')} could be compared: probabilities were learned from reports with {LEAST} or
          more, and are a guess with fewer.{' '}
        </strong>
      )}
      {!testable && (
        <strong>
          Whether it is a known group cannot be tested: the facts end {years.toFixed(0)} years before it was seen, and
          nothing was learned about facts so old.{' '}
        </strong>
      )}
      {testable && years > 0.1 && !knowledge.as_of && (
        <>
          The facts end {years < 1 ? 'less than a year' : `${count(Math.round(years), 'year')}`} before it was seen;
          then known and unknown groups are hardly told apart, and the share expected decides.{' '}
        </>
      )}
      {knowledge.as_of && (
        <>Only what had been published by {knowledge.as_of} was used, so that a report is not compared with itself. </>
      )}
    </p>
  );
}

function Items({ seen }: { seen: readonly RankItem[] }) {
  if (seen.length === 0) return null;
  const topics = [...new Set(seen.map(({ topic }) => topic))];
  return (
    <dl className={styles.items}>
      {topics.map((topic) => (
        <div key={topic}>
          <dt>{topic}</dt>
          <dd>
            {seen
              .filter((it) => it.topic === topic)
              .map(({ term, label, known }) => (
                <span key={term} className={styles.item} data-known={known}>
                  {label} {label !== term && <span className="muted">{term}</span>}
                  {!known && <span className="muted"> known of nobody</span>}
                </span>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
