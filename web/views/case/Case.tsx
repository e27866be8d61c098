import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import type { CaseView } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { CASE_TABS, FACT_WORDS, TAB_WORDS } from '../../words/cases.ts';
import { number } from '../../words/numbers.ts';
import { BulletinPreview } from './BulletinPreview.tsx';
import styles from './Case.module.css';
import { Lanes } from './Lanes.tsx';
import { LeftOutTable } from './LeftOutTable.tsx';
import { Overview } from './Overview.tsx';
import { PathTable } from './PathTable.tsx';
import { Relays } from './Relays.tsx';

const route = getRouteApi('/cases/$name');

/** One case: figures as sentences, lanes by host, path, relays, what was left out, and its bulletin. */
export function Case() {
  const { name } = route.useParams();
  const { tab = 'overview', host, as_of: asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(ask('cases.get', { name, as_of: asOf }));
  const figure = useRef<SVGSVGElement>(null);
  const view = found.data;
  const one = view?.logs?.intrusions[0];
  const others = (view?.logs?.intrusions.length ?? 0) - 1;
  return (
    <>
      <ViewHead
        title={name}
        figures={
          one &&
          `${one.first_access.slice(0, 10)} to ${one.last_seen.slice(0, 10)}${others > 0 ? `; ${others} more in the same logs` : ''}`
        }
        tools={
          view && (
            <Tools
              name={`case-${name}`}
              markdown={() => markdown(view)}
              rows={() =>
                (one?.steps ?? []).map((step) => ({
                  ...step,
                  tactics: step.tactics.join('; '),
                  evidence: step.evidence.join('; '),
                }))
              }
              {...(tab === 'overview' ? { figure } : {})}
            />
          )
        }
      >
        <div role="tablist" aria-label="Part of the case" className={styles.tabs}>
          {CASE_TABS.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={one === tab}
              onClick={() => void navigate({ search: (before) => ({ ...before, tab: one }), replace: true })}
            >
              {TAB_WORDS[one]}
            </button>
          ))}
        </div>
      </ViewHead>
      {found.error && <Failure error={found.error} what="The case" retry={() => void found.refetch()} />}
      {found.isPending && <Loading what="the case" />}
      {view && !one && (
        <Empty title="No intrusion from logs in this case">
          <p>Build it from logs on the command line:</p>
          <pre className={styles.command}>npx longwatch case build LOGS --case "{name}"</pre>
        </Empty>
      )}
      {view && one && (
        <div className={styles.body}>
          {tab === 'overview' && (
            <>
              <Overview view={view} />
              <Lanes intrusion={one} figure={figure} chosen={host} />
            </>
          )}
          {tab === 'path' && <PathTable intrusion={one} names={view.techniques} />}
          {tab === 'relays' && <Relays intrusion={one} />}
          {tab === 'left-out' && <LeftOutTable rows={view.logs?.left_out ?? []} />}
          {tab === 'bulletin' && <BulletinPreview name={name} />}
        </div>
      )}
    </>
  );
}

function markdown({ name, figures }: CaseView): string {
  return `# ${name}\n\n${figures.map(({ fact, value }) => `- ${number(value)} ${FACT_WORDS[fact][value === 1 ? 0 : 1]}\n`).join('')}`;
}
