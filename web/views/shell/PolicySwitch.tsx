import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { askSteady } from '../../queries.ts';
import { useKeptPolicy, usePolicy, useSetPolicy } from '../../use-policy.ts';
import { number } from '../../words/numbers.ts';

/** Whose word counts for who is who. Switching changes what pages show, never what is recorded. */
export function PolicySwitch() {
  const { as_of: asOf } = useSearch({ from: '__root__' });
  const policy = usePolicy();
  const set = useSetPolicy();
  useKeptPolicy();
  const { data } = useQuery(askSteady('actors.policies', { as_of: asOf }));
  const all = data?.policies ?? [];
  const now = all.find(({ id }) => id === policy) ?? all[0];
  return (
    <label>
      <span className="hidden">Naming policy</span>
      <select
        value={now?.id ?? ''}
        title={now ? `Naming policy. ${now.words}` : 'Naming policy'}
        onChange={(event) => set(event.target.value)}
      >
        {all.length === 0 && <option value="">Names: …</option>}
        {all.map(({ id, title, actors }) => (
          <option key={id} value={id}>
            Names: {title} ({number(actors)})
          </option>
        ))}
      </select>
    </label>
  );
}
