import type { Claim } from '../../src/http/contract/index.ts';
import { countryName } from '../words/names.ts';

/** A name with its country in words, unless the name says it already. */
export function Party({ name, country }: { name: string; country: string | null }) {
  const place = country === null ? null : countryName(country);
  return (
    <span>
      {name}
      {place !== null && !name.toLowerCase().includes(place.toLowerCase()) && <span className="muted"> ({place})</span>}
    </span>
  );
}

/** Whether the speaker is the actor too, as in a denial: the sentence then names them once. */
export function answersForItself({ kind, speaker, actor }: Pick<Claim, 'kind' | 'speaker' | 'actor'>): boolean {
  return kind === 'response' && actor === speaker;
}
