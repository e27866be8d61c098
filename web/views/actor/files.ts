import type { ActorView } from '../../../src/http/contract/index.ts';
import type { Row } from '../../files/data.ts';
import { statementMarkdown } from '../../files/statement.ts';
import { EFFECT_WORDS, RELATION_WORDS } from '../../words/effects.ts';

/** Every name and every statement that ties or parts, one row each. */
export function actorRows({ names, apart, policy }: ActorView): Row[] {
  const of = (name: string, group: string) => (it: ActorView['names'][number]['ties'][number]) => ({
    name,
    group,
    speaker: it.speaker,
    via: it.via,
    first: it.names[0],
    relation: it.relation,
    second: it.names[1],
    certainty: it.certainty,
    said: it.said,
    effect: it.effect,
    policy: policy.id,
    cited: it.citation?.title ?? null,
    url: it.citation?.url ?? null,
  });
  return [
    ...names.flatMap(({ name, ties }) =>
      ties.length > 0 ? ties.map(of(name, 'names')) : [{ name, group: 'names', policy: policy.id }],
    ),
    ...apart.flatMap(({ name, statements }) => statements.map(of(name, 'apart'))),
  ];
}

export function actorMarkdown({ name, names, apart, policy, attributions }: ActorView): string {
  const lines = [
    `# ${name}`,
    '',
    `Naming policy: ${policy.title}. ${policy.words}`,
    '',
    '## Names',
    '',
    ...names.map((it) => {
      const coined = it.coined.length > 0 ? ` (${it.coined.join(', ')})` : '';
      const carriers = it.carriers.length > 0 ? `, also carried by ${it.carriers.map((c) => c.name).join(', ')}` : '';
      return `- ${it.name}${coined}${carriers}`;
    }),
  ];
  if (apart.length > 0) {
    lines.push('', '## Kept apart', '');
    for (const { statements } of apart)
      for (const it of statements)
        lines.push(
          `- ${it.speaker}: ${it.names[0]} ${RELATION_WORDS[it.relation]} ${it.names[1]} (${EFFECT_WORDS[it.effect].words})`,
        );
  }
  for (const { to, listed, asserts, against } of attributions) {
    lines.push('', `## Said to be behind it: ${to}`, '', 'For:', '');
    for (const it of listed) lines.push(`- ${it.speaker} lists the ${it.field} ${it.value}`);
    lines.push(...asserts.map(statementMarkdown), '', 'Against:', '', ...against.map(statementMarkdown));
  }
  return `${lines.join('\n')}\n`;
}
