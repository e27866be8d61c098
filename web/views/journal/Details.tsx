import styles from './Journal.module.css';

/** Details of an entry as "name value" pairs. */
export function Details({ details }: { details: Readonly<Record<string, unknown>> }) {
  const pairs = Object.entries(details).filter(([, value]) => value !== null && value !== '' && value !== undefined);
  return (
    <span className={styles.details}>
      {pairs.map(([name, value]) => (
        <span key={name}>
          <span className="muted">{name.replaceAll('_', ' ')}</span>{' '}
          {typeof value === 'object' ? JSON.stringify(value) : String(value)}
        </span>
      ))}
    </span>
  );
}
