import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { RANK_LISTS, type RankList, type RankSearch } from '../../routes/rank.tsx';
import { partsOf } from './question.ts';
import styles from './Rank.module.css';

const WORDS: Readonly<Record<RankList, readonly [label: string, placeholder: string]>> = {
  techniques: ['Techniques', 'T1566.001, T1059.003'],
  software: ['Software', 'PlugX, Cobalt Strike'],
  vulnerabilities: ['Vulnerabilities', 'CVE-2017-0199'],
  sectors: ['Sectors attacked', 'defense, energy'],
  countries: ['Countries attacked', 'KR, JP'],
  infrastructure: ['Infrastructure', 'domains, addresses'],
};

interface Props {
  readonly value: RankSearch;
  readonly onAsk: (value: RankSearch) => void;
}

/** What was seen: a case or a document that another page chose, and lists typed here. */
export function RankForm({ value, onAsk }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const got = (name: string) => String(form.get(name) ?? '').trim() || undefined;
    onAsk({
      ...(value.case ? { case: value.case } : {}),
      ...(value.document ? { document: value.document } : {}),
      ...Object.fromEntries(RANK_LISTS.map((list) => [list, partsOf(got(list) ?? '')])),
      seen: got('seen'),
      facts: got('facts'),
      unknown: got('unknown'),
    } as RankSearch);
  };
  return (
    <form className={styles.form} onSubmit={submit} key={JSON.stringify(value)} data-screen-only>
      {(value.case || value.document) && (
        <p className={styles.source}>
          What {value.case ? `the case ${value.case}` : 'the document'} shows, and:{' '}
          <Link to="/rank" search={{ ...value, case: undefined, document: undefined } as RankSearch}>
            without it
          </Link>
        </p>
      )}
      {RANK_LISTS.map((list) => (
        <label key={list}>
          {WORDS[list][0]}
          <input
            name={list}
            type="text"
            defaultValue={value[list]?.join(', ') ?? ''}
            placeholder={WORDS[list][1]}
            autoComplete="off"
          />
        </label>
      ))}
      <label>
        Seen
        <input name="seen" type="text" size={10} defaultValue={value.seen ?? ''} placeholder="YYYY-MM-DD" />
      </label>
      <label>
        Facts
        <select name="facts" defaultValue={value.facts ?? ''}>
          <option value="">reports: published before; else all</option>
          <option value="then">published before it was seen</option>
          <option value="now">all there are now</option>
        </select>
      </label>
      <label>
        Unknown groups expected, %
        <input
          name="unknown"
          type="number"
          min="0"
          max="100"
          step="any"
          defaultValue={value.unknown ?? ''}
          placeholder="as learned"
        />
      </label>
      <button type="submit" data-main>
        Rank
      </button>
    </form>
  );
}
