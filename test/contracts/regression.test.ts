import { FieldTable } from '../../src/base/fields.ts';
import type { LogEvent } from '../../src/model/event.ts';
import { viewer } from '../../src/sigma/index.ts';
import { compileMatcher } from '../../src/sigma/match/index.ts';
import type { RulePack } from '../../src/sigma/rule/tree.ts';
import { regressionContract, type Subject } from './regression.ts';

regressionContract('the compiled matcher', async (pack) => matcher(pack));

function matcher(pack: RulePack): Subject {
  const fields = new FieldTable();
  const compiled = compileMatcher(pack.rules, fields, viewer);
  const hits: { file: string; rule: number }[] = [];
  return {
    fields,
    take: (file: string, event: LogEvent) => compiled.match(event, (rule) => hits.push({ file, rule })),
    ready: async () => {},
    hits: async () => hits,
    close: async () => {},
  };
}
