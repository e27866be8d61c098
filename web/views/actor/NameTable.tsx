import { Link } from '@tanstack/react-router';
import { Fragment, useRef, useState } from 'react';
import type { ActorName } from '../../../src/http/contract/index.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { AliasLine } from '../../ui/AliasLine.tsx';
import { count } from '../../words/numbers.ts';
import styles from './Actor.module.css';

/** Names by the vendor that coined them; a row opens the statements that tie it. */
export function NameTable({ names }: { names: readonly ActorName[] }) {
  const container = useRef<HTMLTableSectionElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (name: string) => {
    const next = new Set(open);
    if (!next.delete(name)) next.add(name);
    setOpen(next);
  };
  const { item } = useRoving({ count: names.length, container, open: (i) => names[i] && toggle(names[i].name) });
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Coined by</th>
          <th scope="col">Listed by</th>
          <th scope="col">Also carried by</th>
          <th scope="col">Tied by</th>
        </tr>
      </thead>
      <tbody ref={container}>
        {names.map(({ name, coined, lists, carriers, ties }, i) => {
          const counted = ties.filter(({ effect }) => effect === 'ties');
          const speakers = [...new Set(counted.map(({ speaker }) => speaker))];
          return (
            <Fragment key={name}>
              <tr data-print-row>
                <th scope="row">{name}</th>
                <td>{coined.length > 0 ? coined.join(', ') : <span className="muted">not known</span>}</td>
                <td>{lists.join(', ')}</td>
                <td>
                  {carriers.map((it, j) => (
                    <span key={it.id}>
                      {j > 0 && ', '}
                      <Link to="/actors/$name" params={{ name: it.id }}>
                        {it.name}
                      </Link>
                    </span>
                  ))}
                </td>
                <td>
                  {ties.length > 0 && (
                    <button
                      type="button"
                      data-plain
                      className={styles.figure}
                      aria-expanded={open.has(name)}
                      {...item(i)}
                      onClick={() => toggle(name)}
                    >
                      {speakers.length > 0 ? speakers.join(', ') : 'through other names'} (
                      {count(ties.length, 'statement')})
                    </button>
                  )}
                </td>
              </tr>
              {open.has(name) && (
                <tr className={styles.ties}>
                  <td colSpan={5}>
                    {ties.map((it) => (
                      <AliasLine key={it.id} statement={it} />
                    ))}
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
