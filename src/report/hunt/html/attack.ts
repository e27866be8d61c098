import type { HuntFigures, TechniqueFigures } from '../figures.ts';
import { gravest } from '../levels.ts';
import { compareTactics, TACTICS, tacticName } from '../tags.ts';
import { counted } from '../words.ts';
import { type Html, html } from './markup.ts';
import { heat, note, section } from './parts.ts';

/** Looks up a technique of ATT&CK by id: its name, and its tactics as ATT&CK's ids spell them. */
export type TechniqueLookup = (
  id: string,
) => { readonly name: string; readonly tactics: readonly string[] } | undefined;

/** Tactics that were one until ATT&CK's version 19 parted it. */
const ONE_ONCE: ReadonlySet<string> = new Set(['defense-evasion', 'stealth', 'defense-impairment']);

/** Techniques of the rules that matched, in a column for each tactic. A technique leads to its rules. */
export function attackSection({ techniques, tactics }: HuntFigures, lookup: TechniqueLookup): Html {
  const columns = new Map<string, TechniqueFigures[]>(tactics.map(({ tactic }) => [tactic, []]));
  for (const technique of techniques)
    for (const tactic of placesOf(technique, lookup)) columns.set(tactic, [...(columns.get(tactic) ?? []), technique]);
  if (columns.size === 0)
    return section('attack', 'ATT&CK', [note('No rule that matched names a tactic or technique.')]);
  const most = Math.max(1, ...techniques.map(({ hits }) => hits));
  const lists = [...columns]
    .sort(([a], [b]) => compareTactics(a, b))
    .map(([tactic, found]) => {
      const hits = tactics.find((one) => one.tactic === tactic)?.hits;
      const cells = [...found]
        .sort((a, b) => (a.technique < b.technique ? -1 : 1))
        .map((one) => cell(one, lookup, most));
      return html`<li><h3>${tactic ? tacticName(tactic) : 'No tactic named'}</h3><p class="muted">${hits === undefined ? '' : counted(hits, 'hit')}</p><ul>${cells}</ul></li>
`;
    });
  const without = TACTICS.filter(([id]) => !columns.has(id) && id !== 'defense-evasion').map(([, name]) => name);
  return section('attack', 'ATT&CK', [
    html`<div class="scroll" role="region" tabindex="0" aria-label="ATT&amp;CK matrix"><ol class="matrix">${lists}</ol></div>`,
    note(
      'Shaded by the gravest level of its hits, darker with more hits. A hit counts for every technique its rule names.',
    ),
    ...(without.length
      ? [note(`No hit: ${without.join(', ')}. That says as much about the rules and logs as about the hosts.`)]
      : []),
  ]);
}

/** A technique's columns: the tactics of its rules as far as ATT&CK agrees, else those of its rules, else ATT&CK's. */
function placesOf({ technique, tactics }: TechniqueFigures, lookup: TechniqueLookup): readonly string[] {
  const official = lookup(technique)?.tactics ?? [];
  const agreed = tactics.filter((one) =>
    official.some((other) => one === other || (ONE_ONCE.has(one) && ONE_ONCE.has(other))),
  );
  if (agreed.length) return agreed;
  if (tactics.length) return tactics;
  return official.length ? official : [''];
}

function cell({ technique, hits, levels, rules }: TechniqueFigures, lookup: TechniqueLookup, most: number): Html {
  const name = lookup(technique)?.name ?? '';
  const parent = technique.includes('.') ? lookup(technique.slice(0, 5))?.name : undefined;
  const level = gravest(levels) ?? 'informational';
  const full = parent && name ? `${parent}: ${name}` : name;
  return html`<li><a class="heat ${level} h${heat(hits, most)}" href="#rules" data-find-rules="${technique}" title="${full}"><span class="mono">${technique}</span> ${name}<span class="hits">${counted(hits, 'hit')}, up to ${level}<span class="hidden">, ${counted(rules, 'rule')}</span></span></a></li>`;
}
