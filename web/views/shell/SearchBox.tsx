import { useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { formatQuery, parseQuery, senseless } from '../../query.ts';
import { readFilter } from '../../routes/filter.ts';
import styles from './Shell.module.css';

/** Pages that show statements under a filter; the box searches them in place, and opens Statements from everywhere else. */
const FILTERED = ['/statements', '/timeline', '/contradictions'] as const;

/** The one search box. */
export function SearchBox() {
  const location = useLocation();
  const navigate = useNavigate();
  const here = FILTERED.find((path) => path === location.pathname);
  const shown = here ? formatQuery(readFilter(location.search as Record<string, unknown>)) : '';
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);

  // A field that is still being written is no mistake until it is sent.
  const wrong = senseless(text).filter(({ value }) => value !== '');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: here ?? '/statements', search: parseQuery(text) as never });
  };
  return (
    <search className={styles.search}>
      <form onSubmit={submit}>
        <input
          id="search"
          type="text"
          aria-label="Search statements"
          autoComplete="off"
          spellCheck={false}
          placeholder="Search statements: words, speaker: actor: target: stance: kind: country: after: before:"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        {text === '' && <kbd>/</kbd>}
        {wrong.length > 0 && (
          <p className={styles.hint} role="status">
            {wrong.map(({ field, value, takes }) => (
              <span key={`${field}:${value}`}>
                <code>
                  {field}:{value}
                </code>{' '}
                is searched for as words; {field}: takes {takes}.{' '}
              </span>
            ))}
          </p>
        )}
      </form>
    </search>
  );
}
