import { type RefObject, useMemo } from 'react';
import { countryName, isCountry } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';
import { type AccusationRow, accusationTable, NO_STATE, sourcesOf } from './accusations.ts';
import styles from './Measure.module.css';

const ROOM = 14;
const STATEMENTS = 'statements';
const CELL = 42;
const LEFT = 150;
/** Room for the line below the picture. */
const CAPTION = 520;
const TOP = 118;
const FOOT = 26;

const named = (code: string) => (code === NO_STATE ? 'no state' : isCountry(code) ? countryName(code) : code);
const short = (text: string) => (text.length > 20 ? `${text.slice(0, 19)}…` : text);

/** Who accuses whom as a picture: accusers down, accused across, the area of a mark is the number of accusations. */
export function AccusationFigure({
  rows,
  source,
  svg,
  choose,
  open,
}: {
  rows: readonly AccusationRow[];
  source: string;
  svg: RefObject<SVGSVGElement | null>;
  choose: (source: string) => void;
  open: (accuser: string, accused: string) => void;
}) {
  const table = useMemo(() => accusationTable(rows, source, ROOM), [rows, source]);
  const { accusers, accused, cells, most, left } = table;
  const width = Math.max(LEFT + accused.length * CELL + 70, CAPTION);
  const height = TOP + accusers.length * CELL + FOOT;
  const radius = (n: number) => Math.max(2, Math.sqrt(n / most) * (CELL / 2 - 2));
  return (
    <section className={styles.section}>
      <h2>Who accuses whom, at a glance</h2>
      <label className={styles.country}>
        Counted in
        <select value={source} onChange={(event) => choose(event.target.value)}>
          {sourcesOf(rows).map((one) => (
            <option key={one} value={one}>
              {one === STATEMENTS ? 'statements of documents' : one}
            </option>
          ))}
        </select>
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label="Figure of who accuses whom">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset. */}
        <svg
          ref={svg}
          width={width}
          height={height}
          role="group"
          aria-label={`Accusations by ${accusers.length} accusers against ${accused.length} accused; the table below has the numbers`}
          className={styles.series}
        >
          <text x={LEFT - 8} y={TOP - 10} textAnchor="end" className={styles.value}>
            accuser ↓ accused →
          </text>
          {accused.map((code, x) => (
            <text
              key={code}
              x={LEFT + x * CELL + CELL / 2}
              y={TOP - 8}
              transform={`rotate(-50 ${LEFT + x * CELL + CELL / 2} ${TOP - 8})`}
              className={styles.axisName}
            >
              {short(named(code))}
            </text>
          ))}
          {accusers.map((accuser, y) => (
            <g key={accuser || 'none'}>
              <text x={LEFT - 8} y={TOP + y * CELL + CELL / 2 + 4} textAnchor="end" className={styles.axisName}>
                {short(named(accuser))}
              </text>
              <line
                x1={LEFT}
                x2={LEFT + accused.length * CELL}
                y1={TOP + (y + 1) * CELL}
                y2={TOP + (y + 1) * CELL}
                className={styles.rule}
              />
              {accused.map((code, x) => {
                const cell = cells[y]![x]!;
                if (cell.accusations + cell.denied === 0) return null;
                const [cx, cy] = [LEFT + x * CELL + CELL / 2, TOP + y * CELL + CELL / 2];
                const words = `${named(accuser)} accuses ${named(code)}: ${number(cell.accusations)}, denials ${number(cell.denied)} (${source})`;
                const show = () => open(accuser, code);
                return (
                  // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing.
                  <g
                    key={code}
                    role="button"
                    tabIndex={0}
                    aria-label={words}
                    className={styles.cell}
                    onClick={show}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return;
                      event.preventDefault();
                      show();
                    }}
                  >
                    <title>{words}</title>
                    <rect x={cx - CELL / 2} y={cy - CELL / 2} width={CELL} height={CELL} fill="transparent" />
                    {cell.accusations > 0 && (
                      <circle cx={cx} cy={cy} r={radius(cell.accusations)} className={styles.accusation} />
                    )}
                    <text x={cx} y={cy + 4} textAnchor="middle" className={styles.accusations}>
                      {number(cell.accusations)}
                    </text>
                  </g>
                );
              })}
            </g>
          ))}
          <text x={0} y={height - 8} className={styles.value}>
            {`${source === STATEMENTS ? 'Statements that accuse' : `Incidents, ${source}`}; "no state" is a firm, a paper or nobody named.${left > 0 ? ` ${number(left)} more pairs have no room.` : ''}`}
          </text>
        </svg>
      </section>
    </section>
  );
}
