import { type ReactNode, type RefObject, useMemo } from 'react';
import type { TallyReport, TrendReport, TriggerReport, VerdictReport } from '../../../src/http/contract/index.ts';
import { useEvidence } from '../../use-search.ts';
import { number } from '../../words/numbers.ts';
import styles from './Measure.module.css';
import { controlWords, panelsOf } from './question.ts';
import { SeriesFigure } from './SeriesFigure.tsx';

/** Verdict first, then the series, the tests and what limits them. */
export function Answer({ report, svg }: { report: TrendReport; svg: RefObject<SVGSVGElement | null> }) {
  const panels = useMemo(() => panelsOf(report), [report]);
  return (
    <div className={styles.answer}>
      <p className={styles.asked}>{report.question.sentence}</p>
      <div className={styles.verdicts}>
        <Verdict of="Number" verdict={report.verdict.number} />
        <Verdict of="Intensity" verdict={report.verdict.intensity} />
      </div>
      <SeriesFigure panels={panels} svg={svg} />
      {report.triggers.map((t) => (
        <TriggerTests key={`${t.date} ${t.unit} ${t.counter}`} tests={t} />
      ))}
      {report.tallies.map((t) => (
        <TallyTests key={`${t.date} ${t.unit} ${t.counter}`} tests={t} />
      ))}
      {report.warnings.length > 0 && (
        <section>
          <h2>What limits this</h2>
          <ul>
            {report.warnings.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="muted">
        Data: {report.source}
        {report.covered && `, ${report.covered.first} to ${report.covered.last}`}. {number(report.records.length)}{' '}
        events of this pair.
      </p>
    </div>
  );
}

function Verdict({ of, verdict }: { of: string; verdict: VerdictReport }) {
  const rest = verdict.sentence.slice(verdict.verdict.length + 2);
  return (
    <section className={styles.verdict} data-verdict={verdict.code}>
      <h2>
        {of}: {verdict.verdict}
      </h2>
      <p>{rest}</p>
      {verdict.testable_if && <p className="muted">It would be testable with {verdict.testable_if}.</p>}
    </section>
  );
}

type Compared = Pick<TriggerReport, 'ratio' | 'interval' | 'p'>;

function Line({ name, before, after, of }: { name: ReactNode; before: ReactNode; after: ReactNode; of: Compared }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{before}</td>
      <td>{after}</td>
      <td>{of.ratio === null ? (before === 0 ? 'none before' : 'no ratio') : figure(of.ratio)}</td>
      <td>
        {figure(of.interval[0])} to {of.interval[1] === null ? 'without limit' : figure(of.interval[1])}
      </td>
      <td>{of.p < 0.001 ? '< 0.001' : of.p.toFixed(3)}</td>
    </tr>
  );
}

const figure = (value: number) =>
  value >= 100 ? number(Math.round(value)) : String(Number(value.toPrecision(value >= 10 ? 3 : 2)));

function Head() {
  return (
    <thead>
      <tr>
        {['', 'Before', 'After', 'Ratio', '95 % interval', 'One-sided p'].map((name) => (
          <th key={name} scope="col">
            {name || <span className="hidden">Comparison</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function TriggerTests({ tests: t }: { tests: TriggerReport }) {
  return (
    <section>
      <h2>
        {t.date}
        {t.label && `, ${t.label}`}: {t.unit}s counted by {t.counter}
      </h2>
      <div className={styles.scroll}>
        <table className={styles.tests}>
          <Head />
          <tbody>
            <Line name="asked" before={t.counts.before} after={t.counts.after} of={t} />
            {t.controls.map((c) => (
              <Line key={c.name} name={controlWords(c.name)} before={c.before} after={c.after} of={c} />
            ))}
          </tbody>
        </table>
      </div>
      <ul>
        <li>
          Chance to find a rise at the rate before:{' '}
          {t.power.map(({ rise, power }) => `${Math.round(100 * power)} % if ×${rise}`).join(', ')}.
        </li>
        {t.placebo && (
          <li>
            Of all days of the record, this one ranks {number(t.placebo.rank)} of {number(t.placebo.dates + 1)} (
            {number(t.placebo.separate)} separate windows).
          </li>
        )}
        {t.change_point && (
          <li>
            The best break, without being told the day: {t.change_point.at}, a {t.change_point.rises ? 'rise' : 'fall'}{' '}
            (p {t.change_point.p.toFixed(3)}).
          </li>
        )}
        <li>
          p that decides: {t.p_decides.toFixed(3)} (periods in any order, corrected for several days).
          {t.dating.spread &&
            ` Days drawn ${t.dating.draws} times: p ${t.dating.spread.p.map((p) => p.toFixed(3)).join(' to ')}.`}
        </li>
      </ul>
    </section>
  );
}

function TallyTests({ tests: t }: { tests: TallyReport }) {
  const evidence = useEvidence();
  const period = (ids: readonly string[]) =>
    ids.map((id) => {
      const tally = t.tallies.find((one) => one.id === id);
      const words = tally ? (tally.first === tally.last ? tally.first : `${tally.first} to ${tally.last}`) : id;
      return tally?.statement ? (
        <button
          key={id}
          type="button"
          data-plain
          className={styles.figure}
          title="Show the sentence"
          onClick={() => evidence(tally.statement!)}
        >
          {words}
        </button>
      ) : (
        <span key={id}>{words}</span>
      );
    });
  return (
    <section>
      <h2>
        {t.date}: {t.unit}s counted by {t.counter}
        {t.party && ' (a party of the dispute)'}
      </h2>
      {t.pooled ? (
        <div className={styles.scroll}>
          <table className={styles.tests}>
            <Head />
            <tbody>
              <Line
                name="all periods"
                before={`${t.pooled.counts.before} in ${t.pooled.counts.exposure.before} d`}
                after={`${t.pooled.counts.after} in ${t.pooled.counts.exposure.after} d`}
                of={t.pooled}
              />
              {t.pairs.map((pair) => (
                <Line
                  key={pair.after.join()}
                  name={
                    <>
                      {period(pair.after)} against {period(pair.before)}
                    </>
                  }
                  before={pair.counts.before}
                  after={pair.counts.after}
                  of={pair}
                />
              ))}
              {t.worst && (
                <Line
                  name={`worst case: ${number(t.worst.unexplained)} unexplained, all before`}
                  before={`${t.worst.counts.before} in ${t.worst.counts.exposure.before} d`}
                  after={`${t.worst.counts.after} in ${t.worst.counts.exposure.after} d`}
                  of={t.worst}
                />
              )}
            </tbody>
          </table>
        </div>
      ) : (
        <p>There are no periods on both sides of the day.</p>
      )}
    </section>
  );
}
