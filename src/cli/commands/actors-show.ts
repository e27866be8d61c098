import { UsageError } from '../../base/errors.ts';
import type { ActorAttribution, ActorName, ActorView, AliasShown, NameEffect } from '../../model/actor-view.ts';
import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { print, styled } from '../output.ts';
import { policyOption } from '../policy-option.ts';
import { given } from '../rows.ts';
import { count, statementLines } from '../statement-words.ts';

interface Options {
  readonly policy?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** How many neighbours, and statements of a side, people are shown. */
const APART = 12;
const SIDE = 10;

export async function actorsShowCommand(words: readonly string[], options: Options): Promise<number> {
  const name = words.join(' ').trim();
  if (name === '') throw new UsageError('actors show takes a name, such as: longwatch actors show Lazarus');
  const input = { name, ...policyOption(options.policy), ...given({ as_of: options.asOf }) };
  const actor = await withLedger(({ call }) => call('actors.get', input));
  await print(options.json ? `${JSON.stringify(actor)}\n` : `${shown(actor).join('\n')}\n`);
  return EXIT.done;
}

function shown(actor: ActorView): string[] {
  return [
    `${styled('bold', actor.name)} · ${count(actor.names.length, 'name')} · naming policy: ${actor.policy.title}`,
    '',
    ...actor.names.map(nameLine),
    ...titled(
      'Kept apart',
      actor.apart.slice(0, APART).map(({ name, statements }) => `${name} · ${why(statements)}`),
    ),
    ...titled('Lists', facts(actor)),
    ...actor.attributions.flatMap(attribution),
    '',
    `${count(actor.statements_total, 'statement')} of the ledger about it, of which ${actor.statements_as_actor} name it as the actor.`,
  ];
}

function nameLine({ name, coined, carriers, ties }: ActorName): string {
  const counted = ties.filter(({ effect }) => effect === 'ties');
  const words = [
    coined.length > 0 ? `coined by ${coined.join(', ')}` : '',
    counted.length > 0 ? `tied by ${speakers(counted)}` : '',
    carriers.length > 0 ? `also carried by ${carriers.map((it) => it.name).join(', ')}` : '',
  ];
  return `  ${[name, ...words.filter(Boolean)].join(' · ')}`;
}

const WHY: Readonly<Record<NameEffect, string>> = {
  ties: 'one actor',
  forbids: 'called distinct',
  overruled: 'called the same, but overruled',
  shared: 'called the same, by a name that several carry',
  origins: 'called the same, by too few origins',
  certainty: 'called the same, not surely enough',
  speaker: 'by somebody whose word does not count',
  relation: 'said to be close',
};

function why(statements: readonly AliasShown[]): string {
  const [first] = statements;
  if (!first) return '';
  return `${WHY[first.effect]} (${speakers(statements.filter(({ effect }) => effect === first.effect))})`;
}

function speakers(statements: readonly AliasShown[]): string {
  return [...new Set(statements.map(({ speaker }) => speaker))].sort().join(', ');
}

function facts({ facts: all }: ActorView): string[] {
  const lines = new Map<string, Set<string>>();
  for (const { field, value, speaker } of all) {
    const key = `${speaker}: ${field}`;
    lines.set(key, (lines.get(key) ?? new Set()).add(value));
  }
  return [...lines].map(([key, values]) => `${key} ${[...values].join(', ')}`);
}

function attribution({ to, listed, asserts, against }: ActorAttribution): string[] {
  const lines = [
    ...listed.map(({ speaker, field, value }) => `${speaker} lists it: ${field} ${value}`),
    ...asserts.slice(0, SIDE).flatMap((it) => statementLines(it, it.quote).split('\n')),
    ...(against.length > 0 ? ['against:'] : []),
    ...against.slice(0, SIDE).flatMap((it) => statementLines(it, it.quote).split('\n')),
  ];
  return titled(`Pinned on ${to}`, lines);
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}
