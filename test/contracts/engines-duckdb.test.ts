import { openDuckdb } from '../../src/telemetry/engines/duckdb/index.ts';
import { engineContract } from './engines.ts';

engineContract('DuckDB', (pack) => openDuckdb(pack));
