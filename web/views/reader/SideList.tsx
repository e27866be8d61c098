import { Link } from '@tanstack/react-router';
import type { DocumentView, Indicator, IndicatorRole } from '../../../src/http/contract/index.ts';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { fileName } from '../../words/file-name.ts';
import styles from './Reader.module.css';

const ROLE_HEADS: readonly (readonly [IndicatorRole, string])[] = [
  ['indicator', 'Indicators'],
  ['reference', 'Cited, not to look for'],
  ['benign', 'Known and harmless'],
];

/** Indicators with role and reason, techniques, problems, documents of the same origin. */
export function SideList({ document: d }: { document: DocumentView }) {
  const { all_indicators: indicators, techniques, all_problems: problems, same_origin: same } = d;
  // Technique ids have their own list.
  const named = new Set(techniques.map((t) => t.id));
  return (
    <aside className={styles.side} aria-label="Indicators, techniques, problems">
      {ROLE_HEADS.map(([role, head]) => {
        const these = distinct(
          indicators.filter((i) => i.role === role && !(i.type === 'attack-id' && named.has(i.value))),
        );
        if (these.length === 0) return null;
        return (
          <section key={role}>
            <h2>
              {head} <span className="muted">{these.length}</span>
            </h2>
            <ul>
              {these.map((i) => (
                <li key={i.start}>
                  <a
                    className={styles.code}
                    href={`#indicator-${i.start}`}
                    onClick={(event) => show(event, `indicator-${i.start}`)}
                  >
                    {i.value}
                  </a>
                  <span className="muted">
                    {i.type}
                    {i.reason && `, ${i.reason.replaceAll('-', ' ')}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {techniques.length > 0 && (
        <section>
          <h2>
            ATT&CK techniques <span className="muted">{techniques.length}</span>
          </h2>
          <ul>
            {techniques.map((t) => (
              <li key={`${t.id} ${t.start}`}>
                <a
                  className={styles.code}
                  href={`#technique-${t.start}`}
                  onClick={(event) => show(event, `technique-${t.start}`)}
                >
                  {t.id}
                </a>
                <span className="muted">
                  {t.score === 1 ? 'named' : `score ${t.score.toFixed(2)}`}: “{short(d.text.slice(t.start, t.end))}”
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {problems.length > 0 && (
        <section>
          <h2>
            Problems <span className="muted">{problems.length}</span>
          </h2>
          <ProblemList problems={problems} />
        </section>
      )}
      {same.length > 0 && (
        <section>
          <h2>
            Same origin <span className="muted">{same.length}</span>
          </h2>
          <p className="muted">These repeat this text or its source; together they count once.</p>
          <ul>
            {same.map((other) => (
              <li key={other.id}>
                <Link to="/documents/$id" params={{ id: other.id }}>
                  {other.title ?? fileName(other.name)}
                </Link>
                <span className="muted">{[other.publisher, other.published].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function distinct(indicators: readonly Indicator[]): Indicator[] {
  return [...new Map(indicators.toReversed().map((i) => [`${i.type} ${i.value}`, i])).values()].toReversed();
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 58)}…` : text;
}

function show(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.scrollIntoView({ block: 'center' });
}
