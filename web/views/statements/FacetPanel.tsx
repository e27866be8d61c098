import { getRouteApi } from '@tanstack/react-router';
import type { Facets } from '../../../src/http/contract/index.ts';
import type { StatementSearch } from '../../routes/filter.ts';
import { DayInput } from '../../ui/DayInput.tsx';
import { CERTAINTIES } from '../../words/certainties.ts';
import { KIND_WORDS, KINDS } from '../../words/kinds.ts';
import { countryName } from '../../words/names.ts';
import { REVIEW_WORDS, REVIEWS } from '../../words/reviews.ts';
import { STANCE_WORDS, STANCES } from '../../words/stances.ts';
import { FacetGroup } from './FacetGroup.tsx';
import styles from './Statements.module.css';

const route = getRouteApi('/statements');
const COUNTRIES_SHOWN = 12;

/** The values of each field with how many statements have them; choosing narrows the table and the address. */
export function FacetPanel({ facets }: { facets: Facets | undefined }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: Partial<Record<keyof StatementSearch, unknown>>) =>
    void navigate({ search: (before) => ({ ...before, ...patch }) as StatementSearch, replace: true });
  const countries = Object.entries(facets?.country ?? {})
    .sort((a, b) => b[1] - a[1])
    .slice(0, COUNTRIES_SHOWN)
    .map(([c]) => c);
  if (search.country && !countries.includes(search.country)) countries.push(search.country);
  const lists = { kind: search.kind, stance: search.stance, certainty: search.certainty, review: search.review };
  const group = (
    field: keyof typeof lists,
    title: string,
    values: readonly string[],
    words: (value: string) => string,
  ) => (
    <FacetGroup
      title={title}
      values={values}
      words={words}
      counts={facets?.[field]}
      chosen={lists[field] ?? []}
      onChange={(chosen) => set({ [field]: chosen.length ? chosen : undefined })}
    />
  );
  return (
    <section className={styles.facets} aria-label="Filters" data-screen-only>
      {group('stance', 'Stance', STANCES, (v) => `${STANCE_WORDS[v as keyof typeof STANCE_WORDS].glyph} ${v}`)}
      {group('kind', 'Kind', KINDS, (v) => v)}
      {group('certainty', 'Certainty', CERTAINTIES, (v) => v)}
      {group('review', 'Review', REVIEWS, (v) => REVIEW_WORDS[v as keyof typeof REVIEW_WORDS].word)}
      <fieldset>
        <legend>Time of event</legend>
        <div className={styles.dates}>
          <DayInput label="from" edge="first" value={search.after} onChange={(after) => set({ after })} />
          <DayInput label="to" edge="last" value={search.before} onChange={(before) => set({ before })} />
        </div>
      </fieldset>
      <FacetGroup
        title="Country"
        values={countries}
        words={countryName}
        counts={facets?.country}
        chosen={search.country ? [search.country] : []}
        onChange={(chosen) => set({ country: chosen.at(-1) })}
      />
      <p
        className={styles.hint}
        title={Object.entries(KIND_WORDS)
          .map(([k, w]) => `${k}: ${w}`)
          .join('\n')}
      >
        Counts are of the statements under the filter.
      </p>
    </section>
  );
}
