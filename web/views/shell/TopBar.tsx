import { Link, useSearch } from '@tanstack/react-router';
import { type Theme, useTheme } from '../../theme.ts';
import { useSetSearch } from '../../use-search.ts';
import { SearchBox } from './SearchBox.tsx';
import styles from './Shell.module.css';

const THEMES: readonly (readonly [Theme, string])[] = [
  ['system', 'as the system'],
  ['light', 'light'],
  ['dark', 'dark'],
];

/** Search, the as-of day, the theme. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  const { as_of: asOf } = useSearch({ from: '__root__' });
  const [theme, setTheme] = useTheme();
  const set = useSetSearch();
  return (
    <header className={styles.bar} data-screen-only>
      <Link to="/documents" className={styles.brand}>
        Longwatch
      </Link>
      <SearchBox />
      <div className={styles.end}>
        <label title="Show what was known on that day">
          As of
          <input type="date" value={asOf ?? ''} onChange={(event) => set({ as_of: event.target.value || undefined })} />
        </label>
        <label>
          <span className="hidden">Theme</span>
          <select value={theme} title="Theme" onChange={(event) => setTheme(event.target.value as Theme)}>
            {THEMES.map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={onHelp} aria-label="Keys on this page" title="Keys on this page">
          ?
        </button>
      </div>
    </header>
  );
}
