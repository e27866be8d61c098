import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ask } from '../../queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { count, instant, number } from '../../words/numbers.ts';
import { Found } from './Found.tsx';
import styles from './Hunt.module.css';
import { OpenForm } from './OpenForm.tsx';
import { StartForm } from './StartForm.tsx';

const route = getRouteApi('/hunt');

/** Are we hit? One hunt, or the form to start one and those that ran before. */
export function Hunt() {
  const { id } = route.useSearch();
  return id ? <Found key={id} id={id} /> : <Start />;
}

function Start() {
  const { data, error, isPending, refetch } = useQuery(ask('hunts.list', {}));
  return (
    <>
      <ViewHead title="Hunt" figures={data && `${count(data.total, 'hunt')} on record`} />
      <div className={styles.page}>
        <StartForm />
        <section>
          <h2>Earlier hunts</h2>
          {error && <Failure error={error} what="The earlier hunts" retry={() => void refetch()} />}
          {isPending && <Loading what="the earlier hunts" />}
          {data?.total === 0 && (
            <Empty title="No hunt yet">
              <p>
                Name a folder of logs above, or open what <code>longwatch hunt LOGS --jsonl FILE</code> wrote.
              </p>
            </Empty>
          )}
          {data && data.total > 0 && (
            <ul className={styles.plain}>
              {data.rows.map((hunt) => (
                <li key={hunt.id}>
                  <Link to="/hunt" search={{ id: hunt.id }}>
                    {hunt.inputs.join(', ')}
                  </Link>{' '}
                  <span className="muted">
                    {instant(hunt.started, true)}
                    {hunt.opened && ', opened'} · {number(hunt.hits)} {hunt.hits === 1 ? 'hit' : 'hits'}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <OpenForm />
        </section>
      </div>
    </>
  );
}
