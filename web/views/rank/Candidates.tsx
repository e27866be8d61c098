import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { RankLine, RankReason } from '../../../src/http/contract/index.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { percent } from '../../words/weigh.ts';
import { signed } from './files.ts';
import styles from './Rank.module.css';

/** Reasons weaker than this, beside the strongest one, are folded. */
const WEAK = 0.02;

/** Terms that are numbers in a list, shown beside their words. */
const CODED = /^(?:T\d{4}|S\d{4})/;

interface Props {
  readonly lines: readonly RankLine[];
  readonly picked: string | undefined;
  readonly onPick: (actor: string) => void;
}

/** The candidates, each with what speaks for and against it; one is open. */
export function Candidates({ lines, picked, onPick }: Props) {
  const container = useRef<HTMLUListElement>(null);
  const open = lines.find(({ actor }) => actor === picked) ?? lines[0];
  const { item } = useRoving({
    count: lines.length,
    container,
    open: (i) => lines[i] && onPick(lines[i].actor),
  });
  const most = Math.max(1e-9, ...lines.flatMap(({ reasons }) => reasons.map(({ weight }) => Math.abs(weight))));
  return (
    <div className={styles.candidates}>
      <ul ref={container} className={styles.list}>
        {lines.map((line, i) => (
          <li key={line.actor}>
            <button
              type="button"
              data-plain
              aria-pressed={line === open}
              onClick={() => onPick(line.actor)}
              {...item(i)}
            >
              <span className={styles.share}>{percent(line.probability)}</span> {line.name}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <section className={styles.reasons} aria-label={`What speaks for and against ${open.name}`}>
          <h3>
            <Link to="/actors/$name" params={{ name: open.actor }}>
              {open.name}
            </Link>
            <span className="muted">
              {' '}
              {open.members.map(({ id, name }) => (name === open.name ? id : `${name} ${id}`)).join(', ')}
            </span>
          </h3>
          <p className="muted">
            Beside the average group, in natural-log odds: 0.7 doubles the odds. The parts sum to the candidate's log
            odds.
          </p>
          <table>
            <tbody>
              {strong(open.reasons).map(({ item: term, label, weight }) => (
                <tr key={term} data-print-row>
                  <th scope="row">
                    {label} {CODED.test(term) && <span className="muted">{term}</span>}
                  </th>
                  <td className={styles.weight}>
                    <span
                      className={styles.stroke}
                      data-sign={weight < 0 ? 'against' : 'for'}
                      style={{ width: `${Math.max(1, (48 * Math.abs(weight)) / most)}%` }}
                    />
                  </td>
                  <td className={styles.number}>{signed(weight)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function strong(reasons: readonly RankReason[]): readonly RankReason[] {
  const most = Math.abs(reasons[0]?.weight ?? 0);
  return reasons.filter(({ weight }) => Math.abs(weight) >= WEAK * most);
}
