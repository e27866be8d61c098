import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseSubject, CaseView, Intrusion } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { count, number } from '../../words/numbers.ts';
import { differenceWords } from '../case/difference.ts';
import { Fact } from '../case/Fact.tsx';
import { CaseContext, type FactAddress, factWords, readFactAddress } from '../case/facts.ts';
import { groupsOf } from '../case/path/groups.ts';
import styles from './Evidence.module.css';
import { LogRecordView } from './LogRecordView.tsx';
import { Passage } from './Passage.tsx';

/** A fact of a case: the records of logs that carry it, and what reports say of the same figure. */
export function EvidenceCase({ address, asOf }: { address: string; asOf: string | undefined }) {
  const fact = readFactAddress(address);
  return fact ? <OfCase fact={fact} asOf={asOf} /> : <p>This address names no fact of a case.</p>;
}

function OfCase({ fact, asOf }: { fact: FactAddress; asOf: string | undefined }) {
  const { name, intrusion } = fact;
  const found = useQuery(ask('cases.get', { name, as_of: asOf }));
  if (found.error) return <Failure error={found.error} what="The case" retry={() => void found.refetch()} />;
  if (!found.data) return <Loading what="the case" />;
  const one = found.data.logs?.intrusions[intrusion];
  if (!one) return <p>This case holds no such intrusion.</p>;
  return (
    <CaseContext value={{ name, intrusion }}>
      {fact.subject === 'group' ? (
        <Group view={found.data} one={one} first={fact.key} intrusion={intrusion} />
      ) : (
        <Records view={found.data} one={one} fact={fact} asOf={asOf} />
      )}
    </CaseContext>
  );
}

interface RecordsProps {
  readonly view: CaseView;
  readonly one: Intrusion;
  readonly fact: FactAddress;
  readonly asOf: string | undefined;
}

function Records({ view, one, fact, asOf }: RecordsProps) {
  const { name, intrusion, key } = fact;
  const subject = fact.subject as CaseSubject;
  const { data, error, refetch } = useQuery(ask('cases.evidence', { name, intrusion, subject, key, as_of: asOf }));
  if (error) return <Failure error={error} what="The records" retry={() => void refetch()} />;
  if (!data) return <Loading what="records" />;
  const { named, records, not_kept: notKept, values, links } = data;
  return (
    <article className={styles.item}>
      <h3>{factWords(view, one, { subject, key })}</h3>
      <p className="muted">
        <Link to="/cases/$name" params={{ name }}>
          {name}
        </Link>
        : the case names {count(named, 'record')} for it
        {records.length > named
          ? `. Logs of several machines or channels use the same numbers: ${number(records.length)} records have one of these and may be meant; all are shown.`
          : records.length > 0
            ? `, ${number(records.length)} shown here.`
            : '.'}
      </p>
      {links.map((link) => (
        <section key={link.statement.id} className={styles.item}>
          <h3>What a report says</h3>
          <StatementLine statement={link.statement} />
          <Passage statement={link.statement} asOf={asOf} />
          <p className={styles.source}>
            {link.statement.publisher ?? 'Unknown publisher'},{' '}
            <Link to="/documents/$id" params={{ id: link.statement.document_id }} search={{ s: link.statement.id }}>
              {link.statement.document_title ?? 'open the document'}
            </Link>
            . Against the logs: {differenceWords(link)}.
          </p>
        </section>
      ))}
      {records.map((record) => (
        <LogRecordView key={`${record.ref} ${record.computer} ${record.time}`} record={record} values={values} />
      ))}
      {notKept.length > 0 && (
        <section>
          <h3>Named, without fields</h3>
          <p className="muted">
            {records.length === 0 && 'No rule matched these records, or the case was built before records were kept. '}
            Look them up in the log by file and number.
          </p>
          <ul>
            {notKept.map((ref) => (
              <li key={ref} className={styles.url}>
                {ref}
              </li>
            ))}
          </ul>
        </section>
      )}
      {named === 0 && <p>{NO_RECORD[subject] ?? 'The case names no single record for this.'}</p>}
    </article>
  );
}

/** Facts that come from counting many records, of which none is named. */
const NO_RECORD: Partial<Readonly<Record<CaseSubject, string>>> = {
  host: 'No record of a rule is on this machine: an account of the case logged on to it from a machine the intruders held. Logons are counted, not kept.',
};

interface GroupProps {
  readonly view: CaseView;
  readonly one: Intrusion;
  readonly first: string;
  readonly intrusion: number;
}

/** Machines that look alike in the path graph, each with its own records. */
function Group({ view, one, first, intrusion }: GroupProps) {
  const group = groupsOf(one, view.paths[intrusion] ?? []).find(({ hosts }) => hosts[0] === first);
  if (!group) return <p>There is no such group of machines any more.</p>;
  return (
    <article className={styles.item}>
      <h3>{count(group.hosts.length, 'machine')} that look alike</h3>
      <p className="muted">
        {group.techniques.length > 0
          ? `On each: ${group.techniques.map((id) => `${id} ${view.techniques[id] ?? ''}`).join('; ')}.`
          : 'No step was seen on them.'}
      </p>
      <ul className={styles.names}>
        {group.hosts.map((host) => (
          <li key={host}>
            <Fact subject="host" of={host}>
              {host}
            </Fact>
          </li>
        ))}
      </ul>
    </article>
  );
}
