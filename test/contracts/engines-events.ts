import type { FieldTable, Value } from '../../src/base/fields.ts';
import type { LogEvent } from '../../src/model/event.ts';
import type { Route } from '../../src/sigma/logsource/route.ts';
import type { Node, Rule, RulePack } from '../../src/sigma/rule/tree.ts';

/** What a made-up record holds; everything else is that of an unremarkable Sysmon record. */
export interface Made {
  readonly fields: Readonly<Record<string, Value>>;
  readonly texts?: readonly string[];
  readonly eventId?: number;
  readonly channel?: string;
}

/** A record for an engine's table of fields. */
export function madeEvent(made: Made, record: number, table: FieldTable): LogEvent {
  const values: Value[] = [];
  for (const [name, value] of Object.entries(made.fields)) values[table.id(name)] = value;
  const texts = made.texts ?? Object.values(made.fields).flatMap((value) => value ?? []);
  return {
    record,
    time: Date.UTC(2024, 0, 1) + record * 1000,
    channel: made.channel ?? 'Microsoft-Windows-Sysmon/Operational',
    eventId: made.eventId ?? 1,
    provider: 'Microsoft-Windows-Sysmon',
    computer: 'host.example',
    product: 'windows',
    category: '',
    service: '',
    value: (id) => values[id],
    texts: () => texts,
    each(visit) {
      for (const [name, value] of Object.entries(made.fields)) if (value !== undefined) visit(name, value);
    },
  };
}

const ANYWHERE: Route = {
  source: { kind: 'windows', channels: null, eventIds: null, providers: null },
  where: null,
  view: null,
};

/** Rules that stand for nothing but their trees. */
export function madePack(trees: readonly Node[], routes: readonly Route[] = [ANYWHERE]): RulePack {
  return { rules: trees.map((where, i) => madeRule(where, i, routes)), correlations: [] };
}

function madeRule(where: Node, number: number, routes: readonly Route[]): Rule {
  return {
    kind: 'rule',
    id: `rule-${number}`,
    name: null,
    title: `Rule ${number}`,
    level: 'medium',
    status: 'test',
    tags: [],
    description: '',
    author: '',
    date: '',
    modified: '',
    references: [],
    falsepositives: [],
    file: 'made.yml',
    line: 1,
    logsource: { product: 'windows', category: null, service: null },
    routes,
    where,
    reported: true,
    carries: [],
  };
}
