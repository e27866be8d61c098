import { type RefObject, useMemo, useRef } from 'react';
import type { Intrusion } from '../../../../src/http/contract/index.ts';
import { countryName } from '../../../words/names.ts';
import { count } from '../../../words/numbers.ts';
import { useWidth } from '../../timeline/use-width.ts';
import styles from '../Case.module.css';
import { factMark } from '../Fact.tsx';
import { useFact } from '../facts.ts';
import { relayCountries } from '../relay-countries.ts';
import { heightOf } from './project.ts';
import { shapesOf } from './shapes.ts';

interface Props {
  readonly one: Intrusion;
  readonly figure: RefObject<SVGSVGElement | null>;
}

/** Relays by country on a map that is part of the program. The largest number of relays has the largest dot: areas compare. */
export function RelayMap({ one, figure }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const fact = useFact();
  const shapes = useMemo(() => (width > 0 ? shapesOf(width) : []), [width]);
  const rows = relayCountries(one);
  const most = Math.max(1, ...rows.map(({ relays }) => relays.length));
  const largest = Math.min(22, Math.max(10, width / 45));
  const land = useMemo(
    () =>
      shapes
        .filter(({ country }) => country !== 'AQ')
        .map(({ line }) => line)
        .join(''),
    [shapes],
  );
  const placed = rows.flatMap((row) => {
    const shape = shapes.find(({ country }) => country === row.country);
    return shape ? [{ ...row, shape }] : [];
  });
  return (
    <div ref={box} className={styles.map}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no figure.
        <svg
          ref={figure}
          width={width}
          height={Math.round(heightOf(width) * 0.94)}
          role="group"
          aria-label={`Map of ${count(one.relays.length, 'relay')} by country; the table below says the same`}
        >
          <title>Relays by country</title>
          <path d={land} fill="var(--sunk)" stroke="var(--line-strong)" strokeWidth={0.4} />
          {placed.map(({ country, shape }) => (
            <path key={country} d={shape.line} fill="var(--chosen)" stroke="var(--accent)" strokeWidth={0.8} />
          ))}
          {placed.map(({ country, relays, visits, shape }, n) => {
            const words = `${countryName(country)}: ${count(relays.length, 'relay')}, ${count(visits, 'visit')}`;
            const [x, y] = shape.middle;
            return (
              <g key={country} {...factMark(() => fact('country', country), words, n === 0)} className={styles.mark}>
                <title>{words}</title>
                <circle
                  cx={x}
                  cy={y}
                  r={largest * Math.sqrt(relays.length / most)}
                  fill="var(--accent)"
                  fillOpacity={0.9}
                  stroke="var(--surface)"
                  strokeWidth={1}
                />
                <text x={x} y={y + 4} fontSize={11} fontWeight={700} textAnchor="middle" fill="var(--accent-ink)">
                  {relays.length}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
