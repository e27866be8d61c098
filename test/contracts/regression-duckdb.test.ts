import type { FieldTable } from '../../src/base/fields.ts';
import type { LogEvent } from '../../src/model/event.ts';
import { viewed } from '../../src/sigma/index.ts';
import { openDuckdb } from '../../src/telemetry/engines/duckdb/index.ts';
import { regressionContract } from './regression.ts';

regressionContract('DuckDB', async (pack) => {
  const engine = await openDuckdb(pack, see);
  return {
    fields: engine.fields,
    take: (file, event) => engine.take(file, event),
    ready: () => engine.ready(),
    async hits() {
      const hits = [];
      for await (const { file, rule } of engine.hits()) hits.push({ file, rule });
      return hits;
    },
    close: () => engine.close(),
  };
});

function see(view: string, event: LogEvent, fields: FieldTable): LogEvent {
  const seen = viewed(event, view, fields);
  const { record, time, channel, eventId, provider, computer, product, category, service } = event;
  const value = (id: number) => seen.value(id);
  const texts = () => seen.texts();
  return { record, time, channel, eventId, provider, computer, product, category, service, value, texts };
}
