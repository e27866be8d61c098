import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { askSteady } from '../../queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { count } from '../../words/numbers.ts';
import { listed, percent, verbed } from '../../words/weigh.ts';
import { Analysts } from './Analysts.tsx';
import { Answers } from './Answers.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { EvidenceForm } from './EvidenceForm.tsx';
import { markdownOf, rowsOf } from './files.ts';
import { History } from './History.tsx';
import { HypothesisForm } from './HypothesisForm.tsx';
import { LookFor } from './LookFor.tsx';
import { Matrix } from './Matrix.tsx';
import { Outcome } from './Outcome.tsx';
import { Rests } from './Rests.tsx';
import { ShareBar } from './ShareBar.tsx';
import { useRecord } from './use-record.ts';
import styles from './Weigh.module.css';

const route = getRouteApi('/weigh/$id');

/** One question: probabilities, the matrix, what the judgement rests on, what to look for, who holds what, what changed. */
export function WeighingPage() {
  const { id } = route.useParams();
  const { as_of: asOf, without = [], analyst } = route.useSearch();
  const navigate = route.useNavigate();
  const scope = { id, as_of: asOf, analyst };
  const { data: view, error, refetch } = useQuery(askSteady('weigh.get', { ...scope, without: [...without] } as never));
  const { data: whole } = useQuery({ ...askSteady('weigh.get', scope as never), enabled: without.length > 0 });
  const [form, setForm] = useState<{ kind: 'evidence'; id?: string } | { kind: 'hypotheses' } | null>(null);
  const figure = useRef<SVGSVGElement>(null);
  const record = useRecord(id);
  if (error) return <Failure error={error} what="The question" retry={() => void refetch()} />;
  if (!view) return <Loading what="the question" />;
  const { assessment: now } = view;
  const canEdit = !asOf;
  const leaveOut = (names: readonly string[]) =>
    void navigate({
      search: (before) => ({ ...before, without: names.length ? [...names] : undefined }),
      replace: true,
    });
  const toggle = (name: string) =>
    leaveOut(without.includes(name) ? without.filter((one) => one !== name) : [...without, name]);
  const edited = form?.kind === 'evidence' ? view.evidence.find((item) => item.id === form.id) : undefined;
  const lead = now.hypotheses.find((one) => one.id === now.most_probable[0]);
  return (
    <>
      <ViewHead
        title={now.question}
        figures={
          <>
            {view.case && (
              <>
                About the case{' '}
                <Link to="/cases/$name" params={{ name: view.case }}>
                  {view.case}
                </Link>
                .{' '}
              </>
            )}
            {count(now.hypotheses.length, 'hypothesis', 'hypotheses')}, {count(now.evidence.length, 'item')} of
            evidence, {count(view.analysts.length, 'analyst')}. <Link to="/weigh">All questions</Link>
          </>
        }
        tools={<Tools name="weighing" figure={figure} markdown={() => markdownOf(now)} rows={() => rowsOf(now)} />}
      >
        {(view.analysts.length > 0 || analyst) && (
          <label data-screen-only>
            Ratings of{' '}
            <select
              value={analyst ?? ''}
              onChange={(event) =>
                void navigate({
                  search: (before) => ({ ...before, analyst: event.target.value || undefined }),
                  replace: true,
                })
              }
            >
              <option value="">everybody</option>
              {[...new Set([...view.analysts, view.you, ...(analyst ? [analyst] : [])])].map((name) => (
                <option key={name} value={name}>
                  {name === view.you ? `${name} (you)` : name}
                </option>
              ))}
            </select>
          </label>
        )}
        {canEdit && (
          <>
            <button type="button" onClick={() => setForm({ kind: 'evidence' })}>
              Add evidence
            </button>
            <button type="button" onClick={() => setForm({ kind: 'hypotheses' })}>
              Change hypotheses
            </button>
          </>
        )}
      </ViewHead>
      <div className={styles.page}>
        {now.note && <p className="muted">{now.note}</p>}
        {form?.kind === 'evidence' && (
          <EvidenceForm
            key={form.id ?? 'new'}
            view={view}
            {...(edited ? { item: edited } : {})}
            onDone={() => setForm(null)}
          />
        )}
        {form?.kind === 'hypotheses' && <HypothesisForm view={view} onDone={() => setForm(null)} />}
        {lead && (
          <p className={styles.sentence}>
            {now.most_probable.length > 1
              ? `${listed(now.most_probable)} are equally probable, ${percent(lead.probability)} each.`
              : lead.probability < 0.45
                ? `No answer is likely. The most probable is ${lead.id}, ${lead.text}: ${lead.words} (${percent(lead.probability)}).`
                : `${lead.id}, ${lead.text}, ${verbed(lead.words)} (${percent(lead.probability)}).`}
          </p>
        )}
        {without.length > 0 && (
          <p className={styles.whatIf} role="status">
            <span>
              Without <strong>{listed(without)}</strong>
              {now.leading.length > 1
                ? `: ${listed(now.leading)} tie.`
                : now.leading[0]
                  ? `: ${now.leading[0]} leads.`
                  : '.'}
            </span>
            <button type="button" onClick={() => leaveOut([])}>
              Take all in again
            </button>
          </p>
        )}
        {whole && without.length > 0 && (
          <ShareBar hypotheses={whole.assessment.hypotheses} label="With all evidence" caption />
        )}
        <ShareBar
          hypotheses={now.hypotheses}
          label={without.length ? `Without ${listed(without)}` : 'Probabilities'}
          caption={without.length > 0}
          figure={figure}
        />
        <Answers now={now} whole={without.length > 0 ? (whole?.assessment ?? null) : null} />
        {now.evidence.length === 0 ? (
          <Empty title="No evidence yet">
            <p>Add what was observed, or open a statement and choose “Weigh this”.</p>
            {canEdit && (
              <button type="button" data-main onClick={() => setForm({ kind: 'evidence' })}>
                Add evidence
              </button>
            )}
          </Empty>
        ) : (
          <Matrix
            view={view}
            analyst={analyst}
            canEdit={canEdit}
            onRate={(item, hypothesis, body) => record([{ part: 'rating', key: `${item}/${hypothesis}`, body }])}
            onRemove={toggle}
            onEdit={(item) => setForm({ kind: 'evidence', id: item })}
          />
        )}
        {now.remarks.length > 0 && (
          <ul className={styles.remarks} aria-label="Remarks">
            {now.remarks.map(({ code, message, severity, place }) => (
              <li key={`${code} ${place.part}`} data-severity={severity}>
                {message}
              </li>
            ))}
          </ul>
        )}
        <div className={styles.panels}>
          {view.case && <CaseFacts name={view.case} view={view} canEdit={canEdit} />}
          <Rests assessment={now} onTry={leaveOut} />
          <LookFor assessment={now} />
          <Analysts view={view} canEdit={canEdit} />
          <History view={view} analyst={analyst} />
          <Outcome view={view} canEdit={canEdit} />
        </div>
      </div>
    </>
  );
}
