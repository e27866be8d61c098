import { openDuckdb } from '../../src/telemetry/engines/duckdb/index.ts';
import { engineContract } from './engines.ts';
import { corpusContract } from './engines-corpus.ts';

engineContract('DuckDB', (pack) => openDuckdb(pack));
corpusContract('DuckDB', (pack) => openDuckdb(pack));
