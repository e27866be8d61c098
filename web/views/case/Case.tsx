import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import type { CaseView } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { CASE_TABS, FACT_WORDS, TAB_WORDS } from '../../words/cases.ts';
import { number } from '../../words/numbers.ts';
import { CaseLinks } from '../rank/CaseLinks.tsx';
import { BulletinPreview } from './BulletinPreview.tsx';
import styles from './Case.module.css';
import { dataOf } from './data.ts';
import { CaseContext } from './facts.ts';
import { IntrusionChoice } from './IntrusionChoice.tsx';
import { LeftOutTable } from './LeftOutTable.tsx';
import { Matrix } from './Matrix.tsx';
import { Overview } from './Overview.tsx';
import { PathTable } from './PathTable.tsx';
import { MoveTable } from './path/MoveTable.tsx';
import { PathGraph } from './path/PathGraph.tsx';
import { Related } from './Related.tsx';
import { Relays } from './Relays.tsx';
import { Lanes } from './timeline/Lanes.tsx';
import { useFactKeys } from './use-fact-keys.ts';

const route = getRouteApi('/cases/$name');

/** Parts of the case that have a figure to download. */
const FIGURES: ReadonlySet<string> = new Set(['timeline', 'path', 'techniques', 'relays']);

/** One case: figures as sentences, lanes by host, path, techniques, relays, cases like it, what was left out, and its bulletin. */
export function Case() {
  const { name } = route.useParams();
  const { tab = 'overview', n = 1, as_of: asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(ask('cases.get', { name, as_of: asOf }));
  const figure = useRef<SVGSVGElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useFactKeys(body);
  const view = found.data;
  const intrusions = view?.logs?.intrusions ?? [];
  const at = n <= intrusions.length ? n - 1 : 0;
  const one = intrusions[at];
  const place = useMemo(() => ({ name, intrusion: at }), [name, at]);
  const edges = view?.paths[at] ?? [];
  return (
    <CaseContext value={place}>
      <ViewHead
        title={name}
        figures={one && `${one.first_access.slice(0, 10)} to ${one.last_seen.slice(0, 10)}`}
        tools={
          view && (
            <>
              <CaseLinks name={name} />
              <Tools
                name={`case-${name}-${tab}`}
                markdown={() => markdown(view)}
                rows={() => (one ? dataOf(tab, view, one, edges) : [])}
                {...(FIGURES.has(tab) ? { figure } : {})}
              />
            </>
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
        {intrusions.length > 1 && <IntrusionChoice intrusions={intrusions} at={at} />}
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
        <div className={styles.body} ref={body}>
          {tab === 'overview' && <Overview view={view} one={one} main={at === 0} />}
          {tab === 'timeline' && <Lanes view={view} one={one} figure={figure} />}
          {tab === 'path' && (
            <>
              <PathGraph view={view} one={one} edges={edges} figure={figure} />
              <MoveTable edges={edges} />
              <PathTable intrusion={one} names={view.techniques} />
            </>
          )}
          {tab === 'techniques' && <Matrix view={view} one={one} figure={figure} />}
          {tab === 'relays' && <Relays intrusion={one} figure={figure} />}
          {tab === 'related' && <Related view={view} />}
          {tab === 'left-out' && <LeftOutTable rows={view.logs?.left_out ?? []} />}
          {tab === 'bulletin' && <BulletinPreview name={name} />}
        </div>
      )}
    </CaseContext>
  );
}

function markdown({ name, figures }: CaseView): string {
  return `# ${name}\n\n${figures.map(({ fact, value }) => `- ${number(value)} ${FACT_WORDS[fact][value === 1 ? 0 : 1]}\n`).join('')}`;
}
