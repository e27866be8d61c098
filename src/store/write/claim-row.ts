import { parseTime } from '../../base/time.ts';
import type { Claim } from '../../model/statement.ts';
import { topicKeys } from '../contradiction.ts';
import { hash32, nameKey, wordsOf } from '../words.ts';

export type Named = Pick<Claim, 'speaker' | 'speaker_org' | 'actor' | 'target'>;

/** The keys that a claim's names are found and grouped by. */
export function nameKeys({ speaker, speaker_org, actor, target }: Named) {
  return { speaker_key: nameKey(speaker, speaker_org), actor_key: nameKey(actor), target_key: nameKey(target) };
}

/** The columns of a claim: its fields, and the keys derived from them. A time that cannot be read is kept as text without days. */
export function claimRow(claim: Claim, quote: string): Readonly<Record<string, unknown>> {
  const time = claim.time ? parseTime(claim.time) : null;
  return {
    kind: claim.kind,
    speaker: claim.speaker,
    speaker_org: claim.speaker_org,
    via: claim.via,
    stance: claim.stance,
    certainty: claim.certainty,
    actor: claim.actor,
    actor_country: claim.actor_country,
    target: claim.target,
    target_country: claim.target_country,
    object: claim.object,
    time: claim.time,
    time_first: time?.first ?? null,
    time_last: time?.last ?? null,
    time_precision: time?.precision ?? null,
    quantities: claim.quantities,
    ...nameKeys(claim),
    fingerprint: hash32([claim.kind, claim.stance, ...wordsOf(quote)].join(' ')),
    topics: topicKeys({ ...claim, quote }),
  };
}
