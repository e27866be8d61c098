import { Link, useSearch } from '@tanstack/react-router';
import { type Theme, useTheme } from '../../theme.ts';
import { DayInput } from '../../ui/DayInput.tsx';
import { useSetSearch } from '../../use-search.ts';
import { PolicySwitch } from './PolicySwitch.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './Shell.module.css';

const THEMES: readonly (readonly [Theme, string])[] = [
  ['system', 'Theme: system'],
  ['light', 'Theme: light'],
  ['dark', 'Theme: dark'],
];

/** Search, the naming policy, the as-of day, the theme. */
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
        <PolicySwitch />
        <DayInput label="As of" edge="last" value={asOf} onChange={(day) => set({ as_of: day, no_day: undefined })} />
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
