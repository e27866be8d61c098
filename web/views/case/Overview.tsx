import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseView, Intrusion } from '../../../src/http/contract/index.ts';
import { FACT_WORDS, GAP_WORDS } from '../../words/cases.ts';
import { countryName } from '../../words/names.ts';
import { count, instant, number, quantityWords } from '../../words/numbers.ts';
import styles from './Case.module.css';
import { differenceWords } from './difference.ts';
import { Fact } from './Fact.tsx';
import { relayCountries } from './relay-countries.ts';
import { TieFigures } from './TieFigures.tsx';

interface Props {
  readonly view: CaseView;
  readonly one: Intrusion;
  /** Figures and sentences of reports are about the first intrusion. */
  readonly main: boolean;
}

/** The figures, the facts behind them, and what reports say beside them: both stand. Everything opens its records. */
export function Overview({ view, one, main }: Props) {
  const entry = one.steps[0];
  const gaps = one.gaps
    .map((gap, n) => ({ gap, n }))
    .filter(({ gap }) => gap.kind === 'cleared' || gap.kind === 'missing');
  const sent = one.sent_out.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <div className={styles.overview}>
      {main && (
        <ul className={styles.figures} aria-label="Figures from logs">
          {view.figures.map(({ fact, value }) => (
            <li key={fact}>
              <Fact subject="figure" of={fact}>
                <b>{number(value)}</b> {FACT_WORDS[fact][value === 1 ? 0 : 1]}
              </Fact>
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.facts}>
        <dt>Entry</dt>
        <dd>
          {entry ? (
            <Fact subject="step" of={`${entry.technique} ${entry.host}`}>
              {entry.technique} {view.techniques[entry.technique]} on {entry.host}
            </Fact>
          ) : (
            'not known'
          )}
          {', '}
          <Fact subject="first-access" of="">
            {instant(one.first_access, true)} UTC
          </Fact>
        </dd>
        <dt>Last seen</dt>
        <dd>
          <Fact subject="last-seen" of="">
            {instant(one.last_seen, true)} UTC
          </Fact>
          , {count(one.dwell_days, 'day')} later
        </dd>
        <dt>Hosts</dt>
        <dd>
          <Names subject="host" names={one.hosts.map(({ name }) => name)} most={24} />
        </dd>
        <dt>Accounts used</dt>
        <dd>
          <Names subject="account" names={one.accounts.map(({ name }) => name)} />
        </dd>
        <dt>Mailboxes exported</dt>
        <dd>
          <Names subject="mailbox" names={one.mailboxes.map(({ name }) => name)} />
        </dd>
        <dt>Relays</dt>
        <dd>
          {relayCountries(one).map(({ country, relays }, n) => (
            <span key={country}>
              {n > 0 && ', '}
              <Fact subject="country" of={country}>
                {country ? countryName(country) : 'country not known'} {relays.length}
              </Fact>
            </span>
          ))}
          {one.relays.length === 0 && 'none seen'}
        </dd>
        <dt>Files left behind</dt>
        <dd>
          <Names subject="file" names={one.files.map(({ name }) => name)} most={8} />
        </dd>
        <dt>Sent out</dt>
        <dd>
          {one.sent_out.length === 0 && 'nothing seen leaving'}
          {one.sent_out.length > 0 && `${number(sent)} bytes: `}
          {one.sent_out.slice(0, 12).map(({ host, to, bytes }, n) => (
            <span key={`${host} ${to} ${bytes}`}>
              {n > 0 && ', '}
              <Fact subject="sent" of={String(n)}>
                {number(bytes)} from {host} to {to}
              </Fact>
            </span>
          ))}
          {one.sent_out.length > 12 && ` and ${one.sent_out.length - 12} more`}
        </dd>
        <dt>Logs cleared or not whole</dt>
        <dd>
          {gaps.length === 0 && 'no sign of it'}
          {gaps.slice(0, 20).map(({ gap, n }, row) => (
            <span key={n}>
              {row > 0 && '; '}
              <Fact subject="gap" of={String(n)}>
                {gap.channel} of {gap.host} {GAP_WORDS[gap.kind]}
                {gap.time && `, ${instant(gap.time, true)}`}
              </Fact>
            </span>
          ))}
          {gaps.length > 20 && ` and ${gaps.length - 20} more`}
        </dd>
        {view.related.length > 0 && (
          <>
            <dt>Cases like it</dt>
            <dd>
              {view.related.slice(0, 5).map(({ name, likeness, shared, compared }) => (
                <div key={name}>
                  <Link to="/cases/$name" params={{ name: view.name }} search={{ tab: 'related', beside: name }}>
                    {name}
                  </Link>{' '}
                  ({Math.round(likeness * 100)}% over {compared} traits): {shared.join('; ')}
                </div>
              ))}
            </dd>
          </>
        )}
        {view.documents.length > 0 && (
          <>
            <dt>Reports</dt>
            <dd>
              {view.documents.map(({ id, title }) => (
                <div key={id}>
                  <Link to="/documents/$id" params={{ id }}>
                    {title}
                  </Link>{' '}
                  <TieFigures view={view} document={id} />
                </div>
              ))}
            </dd>
          </>
        )}
        <dt>Not said by the logs</dt>
        <dd>
          When it was detected, how the victim answered, who it was.{' '}
          <Link to="/cases/$name" params={{ name: view.name }} search={{ tab: 'bulletin' }}>
            The bulletin lists what is not known
          </Link>
          .
        </dd>
        {view.notes.map(({ text, analyst, recorded }) => (
          <div key={recorded + text} className={styles.note}>
            <dt>
              {analyst}, {instant(recorded)}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {view.links.length > 0 && <LinkTable view={view} />}
    </div>
  );
}

interface NamesProps {
  readonly subject: 'host' | 'account' | 'mailbox' | 'file';
  readonly names: readonly string[];
  readonly most?: number;
}

function Names({ subject, names, most = 40 }: NamesProps) {
  const [all, setAll] = useState(false);
  if (names.length === 0) return 'none seen';
  return (
    <>
      {(all ? names : names.slice(0, most)).map((name, n) => (
        <span key={name}>
          {n > 0 && ', '}
          <Fact subject={subject} of={name}>
            {name}
          </Fact>
        </span>
      ))}
      {names.length > most && (
        <>
          {' '}
          <button type="button" data-plain className={styles.fact} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'show fewer' : `and ${number(names.length - most)} more`}
          </button>
        </>
      )}
    </>
  );
}

function LinkTable({ view }: { view: CaseView }) {
  return (
    <table className={styles.table}>
      <caption>What reports say, and what the logs show</caption>
      <thead>
        <tr>
          <th scope="col">Report</th>
          <th scope="col">Says</th>
          <th scope="col">Logs show</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {view.links.map((link) => (
          <tr key={`${link.statement.id} ${link.fact}`}>
            <td>
              <Link to="/documents/$id" params={{ id: link.statement.document_id }} search={{ s: link.statement.id }}>
                {link.statement.speaker}
              </Link>
              : “{link.statement.quote}”
            </td>
            <td>{link.claimed ? quantityWords(link.claimed as Parameters<typeof quantityWords>[0]) : 'no number'}</td>
            <td>
              {link.counted === null ? (
                'nothing'
              ) : (
                <Fact subject="figure" of={link.fact}>
                  {number(link.counted)} {FACT_WORDS[link.fact][link.counted === 1 ? 0 : 1]}
                </Fact>
              )}
            </td>
            <td>{differenceWords(link)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
