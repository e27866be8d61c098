import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ActorView, CitedSource } from '../../../src/http/contract/index.ts';
import { ApiError } from '../../api.ts';
import { ask } from '../../queries.ts';
import { clean } from '../../search.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { useEvidence } from '../../use-search.ts';
import { count } from '../../words/numbers.ts';
import styles from './Actor.module.css';
import { Apart } from './Apart.tsx';
import { Attributions } from './Attributions.tsx';
import { Cited } from './Cited.tsx';
import { actorMarkdown, actorRows } from './files.ts';
import { NameTable } from './NameTable.tsx';
import { Software } from './Software.tsx';
import { Targets } from './Targets.tsx';
import { TechniqueMatrix } from './TechniqueMatrix.tsx';
import { YearStrip } from './YearStrip.tsx';

const route = getRouteApi('/actors/$name');
const STATEMENTS = 30;
/** A search text may be this long. */
const MOST_WORDS = 480;

/** A pick of a cell: what it is and the works that are cited for it. */
export interface Pick {
  readonly title: string;
  readonly sources: readonly CitedSource[];
}

/** An actor under the naming policy: names, who is behind it and who denies it, activity, techniques, targets, statements. */
export function Actor() {
  const { name } = route.useParams();
  const { policy, as_of: asOf } = route.useSearch();
  const { data, error, refetch } = useQuery(ask('actors.get', clean({ name, policy, as_of: asOf })));
  if (error instanceof ApiError && error.code === 'not-found') {
    return (
      <Empty title={`Nobody is called “${name.replace(/@.*/, '')}”`}>
        <p>
          No list and no statement knows the name{asOf && ` on ${asOf}`}. <Link to="/actors">All actors</Link>
        </p>
      </Empty>
    );
  }
  if (error) return <Failure error={error} what="The actor" retry={() => void refetch()} />;
  if (!data) return <Loading what="the actor" />;
  return <Page key={data.id} actor={data} />;
}

function Page({ actor }: { actor: ActorView }) {
  const figure = useRef<SVGSVGElement>(null);
  const [picked, pick] = useState<Pick | null>(null);
  const evidence = useEvidence();
  const others = actor.names.filter(({ carriers }) => carriers.length > 0);
  return (
    <>
      <ViewHead
        title={actor.name}
        figures={`${count(actor.names.length, 'name')}, ${count(actor.statements_total, 'statement')} about it, of which ${actor.statements_as_actor} name it as the actor. Naming policy: ${actor.policy.title}.`}
        tools={
          <Tools
            name={`actor-${actor.name}`}
            markdown={() => actorMarkdown(actor)}
            rows={() => actorRows(actor)}
            figure={figure}
          />
        }
      />
      <div className={styles.page}>
        {others.length > 0 && (
          <p className={styles.note}>
            {count(others.length, 'name')} {others.length === 1 ? 'is' : 'are'} also carried by other actors:{' '}
            {others.map(({ name, carriers }, i) => (
              <span key={name}>
                {i > 0 && '; '}
                <strong>{name}</strong> by{' '}
                {carriers.map((it, j) => (
                  <span key={it.id}>
                    {j > 0 && ', '}
                    <Link to="/actors/$name" params={{ name: it.id }}>
                      {it.name}
                    </Link>
                  </span>
                ))}
              </span>
            ))}
            .
          </p>
        )}
        <Attributions attributions={actor.attributions} />
        <section>
          <h2>Names</h2>
          <p className="muted">{actor.policy.words}</p>
          <NameTable names={actor.names} />
          <Apart apart={actor.apart} />
        </section>
        <section>
          <h2>Activity by year</h2>
          <YearStrip ref={figure} actor={actor} onPick={pick} />
        </section>
        <Targets actor={actor} />
        {actor.attack && (
          <section>
            <h2>Techniques and software</h2>
            <p className="muted">
              As MITRE ATT&CK {actor.attack.version} cites them: {count(actor.attack.techniques.length, 'technique')},{' '}
              {count(actor.attack.software.length, 'program')}. A cell opens the reports cited.
            </p>
            <TechniqueMatrix techniques={actor.attack.techniques} onPick={pick} />
            <Software software={actor.attack.software} onPick={pick} />
          </section>
        )}
        {picked && <Cited key={picked.title} picked={picked} onClose={() => pick(null)} />}
        <section>
          <h2>What is said</h2>
          {actor.statements.length === 0 && (
            <p className="muted">
              No statement of the ledger names it. <Link to="/documents">Add a report</Link>
            </p>
          )}
          <ul className={styles.statements}>
            {actor.statements.slice(0, STATEMENTS).map((it) => (
              <li key={it.id}>
                <button type="button" data-plain onClick={() => evidence(it.id)}>
                  <StatementLine statement={it} short />
                </button>
              </li>
            ))}
          </ul>
          {actor.statements_total > STATEMENTS && (
            <Link to="/statements" search={{ q: anyOf(actor.names.filter((it) => it.carriers.length === 0)) }}>
              All statements that name it
            </Link>
          )}
        </section>
      </div>
    </>
  );
}

/** A search for any of an actor's names that nobody else carries: those in most lists first, as many as a search takes. */
function anyOf(names: ActorView['names']): string {
  const words = [...names]
    .sort((a, b) => b.lists.length - a.lists.length)
    .map(({ name }) => `"${name.replaceAll('"', ' ')}"`);
  let text = words[0] ?? '';
  for (const word of words.slice(1)) if (text.length + word.length < MOST_WORDS) text += ` or ${word}`;
  return text;
}
