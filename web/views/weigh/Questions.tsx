import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { WeighingRow } from '../../../src/http/contract/index.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { askSteady } from '../../queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { count, instant } from '../../words/numbers.ts';
import { percent } from '../../words/weigh.ts';
import { NewQuestion } from './NewQuestion.tsx';
import styles from './Weigh.module.css';

const route = getRouteApi('/weigh');

/** The questions that are weighed, each with its most probable answer and what that rests on. */
export function Questions() {
  const { as_of: asOf, case: ofCase } = route.useSearch();
  const { data, error, refetch } = useQuery(
    askSteady('weigh.list', { ...(asOf ? { as_of: asOf } : {}), ...(ofCase ? { case: ofCase } : {}) }),
  );
  const [open, setOpen] = useState(false);
  const container = useRef<HTMLTableSectionElement>(null);
  const navigate = useNavigate();
  const rows = data?.rows ?? [];
  const { item } = useRoving({
    count: rows.length,
    container,
    open: (i) => rows[i] && void navigate({ to: '/weigh/$id', params: { id: rows[i].id } }),
  });
  return (
    <>
      <ViewHead
        title="Weigh"
        figures={
          <>
            {data && `${count(data.total, 'question')}, hypotheses against graded evidence`}
            {ofCase && (
              <>
                {' '}
                about the case{' '}
                <Link to="/cases/$name" params={{ name: ofCase }}>
                  {ofCase}
                </Link>
                . <Link to="/weigh">All questions</Link>
              </>
            )}
          </>
        }
        tools={<Tools name="questions" rows={() => rows.map(flat)} markdown={() => rows.map(sentence).join('')} />}
      >
        {!asOf && !open && (
          <button type="button" data-main onClick={() => setOpen(true)}>
            New question
          </button>
        )}
      </ViewHead>
      {open && (
        <div className={styles.page}>
          <NewQuestion ofCase={ofCase ?? null} onCancel={() => setOpen(false)} />
        </div>
      )}
      {error && <Failure error={error} what="The questions" retry={() => void refetch()} />}
      {!data && !error && <Loading what="questions" />}
      {data?.total === 0 && !open && (
        <Empty title="Nothing is weighed yet">
          <p>
            {asOf
              ? 'No question had been asked by that day.'
              : ofCase
                ? 'Ask who did it, or what for: what the logs of the case show can then be added as evidence.'
                : 'Ask who did it, or what for: start from one of the usual questions, then add evidence from statements.'}
          </p>
        </Empty>
      )}
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.answers}>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Most probable</th>
                <th scope="col">Rests on</th>
                <th scope="col" className={styles.number}>
                  Evidence
                </th>
                <th scope="col">Analysts</th>
                <th scope="col">Last word</th>
              </tr>
            </thead>
            <tbody ref={container}>
              {rows.map((row, i) => (
                <tr key={row.id} data-print-row>
                  <th scope="row">
                    <Link to="/weigh/$id" params={{ id: row.id }} {...item(i)}>
                      {row.question}
                    </Link>
                  </th>
                  <td>
                    {row.leader ? (
                      `${row.leader.text}: ${row.leader.words}, ${percent(row.leader.probability)}`
                    ) : (
                      <span className="muted">not rated yet</span>
                    )}
                  </td>
                  <td>{row.flips.join(', ') || <span className="muted">no single item</span>}</td>
                  <td className={styles.number}>{row.evidence}</td>
                  <td>{row.analysts.join(', ')}</td>
                  <td className={styles.day}>{instant(row.latest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function flat({ analysts, flips, leader, ...row }: WeighingRow) {
  return {
    ...row,
    analysts: analysts.join('; '),
    flips: flips.join('; '),
    leader: leader?.text ?? null,
    probability: leader?.probability ?? null,
    words: leader?.words ?? null,
  };
}

function sentence({ question, leader, flips }: WeighingRow): string {
  const answer = leader ? `${leader.text} is ${leader.words} (${percent(leader.probability)}).` : 'Not rated yet.';
  return `- ${question} ${answer}${flips.length ? ` This rests on ${flips.join(', ')}.` : ''}\n`;
}
