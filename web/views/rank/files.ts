import type { RankView } from '../../../src/http/contract/index.ts';
import type { Row } from '../../files/data.ts';
import { percent } from '../../words/weigh.ts';

/** One row a candidate and item; "none of these" comes last. */
export function rankRows({ ranking, none, policy, knowledge }: RankView): readonly Row[] {
  const common = { policy: policy.id, attack: knowledge.version, facts_as_of: knowledge.as_of };
  return [
    ...ranking.flatMap((line) =>
      line.reasons.map(({ item, label, weight }) => ({
        actor: line.name,
        groups: line.members.map(({ id }) => id).join('; '),
        probability: line.probability,
        item,
        label,
        weight,
        ...common,
      })),
    ),
    { actor: null, groups: 'none of these', probability: none, item: null, label: null, weight: null, ...common },
  ];
}

export function rankMarkdown(view: RankView): string {
  const lines = view.ranking.map(
    ({ name, probability, reasons }) =>
      `- ${percent(probability)} ${name}: ${reasons
        .slice(0, 5)
        .map(({ label, weight }) => `${label} ${signed(weight)}`)
        .join(', ')}\n`,
  );
  return `${lines.join('')}- ${percent(view.none ?? 0)} none of these\n\n${basis(view)}\n`;
}

/** What the list rests on, in sentences. */
export function basis({ knowledge, coverage, policy }: RankView): string {
  const compared = coverage.map(({ topic, seen, known }) => `${known} of ${seen} ${topic}`).join(', ');
  const facts = knowledge.as_of
    ? `what had been published by ${knowledge.as_of}`
    : `all facts, last changed ${knowledge.modified}`;
  return `Compared: ${compared || 'nothing'}. ATT&CK ${knowledge.version ?? '(version unknown)'}, ${facts}. Naming policy: ${policy.title}. A likeness of habits, not a finding of who did it.`;
}

/** "+1.06", "−0.20": natural-log odds. */
export function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;
}
