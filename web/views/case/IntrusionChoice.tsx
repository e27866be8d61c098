import { getRouteApi } from '@tanstack/react-router';
import type { Intrusion } from '../../../src/http/contract/index.ts';
import { count } from '../../words/numbers.ts';

const route = getRouteApi('/cases/$name');

/** Which of several intrusions in the same logs is on screen. */
export function IntrusionChoice({ intrusions, at }: { intrusions: readonly Intrusion[]; at: number }) {
  const navigate = route.useNavigate();
  return (
    <label>
      Intrusion{' '}
      <select
        value={at}
        onChange={(event) =>
          void navigate({
            search: ({ tab }) => ({ tab, n: event.target.value === '0' ? undefined : Number(event.target.value) + 1 }),
            replace: true,
          })
        }
      >
        {intrusions.map(({ first_access: first, hosts, steps }, n) => (
          <option key={first + hosts[0]?.name} value={n}>
            {n + 1} of {intrusions.length}: {first.slice(0, 10)}, {count(hosts.length, 'host')},{' '}
            {count(steps.length, 'step')}
          </option>
        ))}
      </select>
    </label>
  );
}
