import { openDuckdb } from '../../src/telemetry/engines/duckdb/index.ts';
import { engineSubject, regressionContract } from './regression.ts';

regressionContract('DuckDB', async (pack) => engineSubject(await openDuckdb(pack)));
