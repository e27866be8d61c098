import { openDuckdb } from '../../src/telemetry/engines/duckdb/index.ts';
import { regressionContract } from './regression.ts';

regressionContract('DuckDB', async (pack) => {
  const engine = await openDuckdb(pack);
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
