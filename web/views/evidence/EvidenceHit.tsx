import { useQuery } from '@tanstack/react-query';
import type { HuntHit } from '../../../src/http/contract/index.ts';
import { notice } from '../../notices.ts';
import { ask } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import styles from './EvidenceHit.module.css';

/** A log record that a rule matched: where it stands, the rule, and its fields with those that matched marked. `of` is `hunt/number`. */
export function EvidenceHit({ of }: { of: string }) {
  const slash = of.lastIndexOf('/');
  const { data, error, refetch } = useQuery(
    ask('hunts.hit', { id: of.slice(0, slash), n: Number(of.slice(slash + 1)) }),
  );
  if (error) return <Failure error={error} what="The record" retry={() => void refetch()} />;
  if (!data) return <Loading what="the record" />;
  const { hit } = data;
  if (!hit) return <p>There is no such hit.</p>;
  const values = new Set(Object.values(hit.fields).map(String));
  const more = Object.entries(hit.record_fields).filter(([name]) => !(name in hit.fields));
  return (
    <article className={styles.hit}>
      <h3>{hit.rule.title}</h3>
      <p className="muted">
        {hit.rule.level}
        {hit.rule.status && `, ${hit.rule.status}`} · <code>{hit.rule.id}</code>
        {hit.rule.tags.length > 0 && <> · {hit.rule.tags.join(', ')}</>}
      </p>
      <dl>
        <dt>Time</dt>
        <dd>{hit.time ?? 'no time'}</dd>
        <dt>Host</dt>
        <dd>{hostWords(hit)}</dd>
        <dt>Log</dt>
        <dd>
          {hit.channel}
          {hit.event_id !== null && `, event ${hit.event_id}`}
        </dd>
        <dt>Record</dt>
        <dd>
          {hit.file}, record {hit.record}
        </dd>
      </dl>
      <h3>Fields</h3>
      <dl>
        {Object.entries(hit.fields).map(([name, value]) => (
          <Field key={name} name={name} value={String(value)} matched />
        ))}
        {more.map(([name, value]) => (
          <Field key={name} name={name} value={value} matched={values.has(value)} />
        ))}
      </dl>
      <p>
        <button type="button" onClick={() => copy(hit)}>
          Copy as JSON
        </button>
      </p>
      {more.length === 0 && <p className="muted">Only the fields that matched are kept with this hit.</p>}
    </article>
  );
}

const BY = { record: '', address: 'an address of it in the record', folder: 'the folder of the log' } as const;

/** The computer as the record has it, else the machine it is laid to and by what. */
function hostWords({ computer, host, host_by: by }: HuntHit): string {
  if (!host || !by) return 'not said';
  return by === 'record' ? computer : `${host} (the record names none; taken from ${BY[by]})`;
}

function copy(hit: HuntHit): void {
  navigator.clipboard.writeText(JSON.stringify(hit, null, 2)).then(
    () => notice('Record copied.'),
    () => notice('The browser did not allow copying.'),
  );
}

function Field({ name, value, matched }: { name: string; value: string; matched: boolean }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{matched ? <mark title="matched">{value}</mark> : value}</dd>
    </>
  );
}
