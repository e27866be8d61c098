import { getRouteApi } from '@tanstack/react-router';
import type { DocumentSummary } from '../../../src/http/contract/index.ts';
import type { DocumentsSearch } from '../../routes/documents.tsx';
import { DayInput } from '../../ui/DayInput.tsx';
import { DelayedInput } from '../../ui/DelayedInput.tsx';
import { languageName } from '../../words/names.ts';
import { DOCUMENT_SORT_WORDS, DOCUMENT_SORTS, type DocumentSort } from '../../words/sorts.ts';
import styles from './Documents.module.css';

const route = getRouteApi('/documents');

/** Search, publisher, language, publication date, order; all of it stands in the address. */
export function DocumentFilters({ rows }: { rows: readonly DocumentSummary[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: Partial<DocumentsSearch> | Record<string, undefined>) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const publishers = distinct([...rows.map((r) => r.publisher), search.publisher]);
  const languages = distinct([...rows.map((r) => r.language), search.language]);
  return (
    <>
      <DelayedInput
        label="Search documents"
        placeholder="Title or words"
        value={search.q ?? ''}
        onChange={(q) => set({ q: q || undefined })}
      />
      <label className={styles.filter}>
        Publisher
        <select
          value={search.publisher ?? ''}
          onChange={(event) => set({ publisher: event.target.value || undefined })}
        >
          <option value="">all</option>
          {publishers.map((p) => (
            <option key={p}>{p}</option>
          ))}
        </select>
      </label>
      <label className={styles.filter}>
        Language
        <select value={search.language ?? ''} onChange={(event) => set({ language: event.target.value || undefined })}>
          <option value="">all</option>
          {languages.map((l) => (
            <option key={l} value={l}>
              {languageName(l)}
            </option>
          ))}
        </select>
      </label>
      <DayInput label="Published from" edge="first" value={search.after} onChange={(after) => set({ after })} />
      <DayInput label="to" edge="last" value={search.before} onChange={(before) => set({ before })} />
      <label className={styles.filter}>
        Order
        <select
          value={search.sort ?? 'recorded'}
          onChange={(event) => {
            const sort = event.target.value as DocumentSort;
            set({ sort, descending: sort === 'title' ? undefined : true });
          }}
        >
          {DOCUMENT_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {DOCUMENT_SORT_WORDS[sort]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values)].filter((v) => v !== null && v !== undefined).sort((a, b) => a.localeCompare(b));
}
