import { useEffect, useRef } from 'react';
import { count } from '../../words/numbers.ts';
import styles from './Actor.module.css';
import type { Pick } from './Actor.tsx';

/** The works cited for a cell. Addresses are words, not links: the page asks no other host. */
export function Cited({ picked, onClose }: { picked: Pick; onClose: () => void }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section ref={panel} className={styles.cited} tabIndex={-1} aria-label={picked.title}>
      <header>
        <h3>
          {picked.title} <span className="muted">{count(picked.sources.length, 'report')} cited by MITRE</span>
        </h3>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <ul>
        {picked.sources.map(({ title, url, published }) => (
          <li key={title + url}>
            {title} <span className="muted">{published ?? 'no date'}</span>
            {url && <span className={styles.url}>{url}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
