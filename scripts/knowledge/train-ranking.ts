/**
 * Fits the shipped weights of `longwatch actors rank` and writes data/knowledge/ranking.json:
 *   npx tsx scripts/knowledge/train-ranking.ts [TABLE-OR-BUNDLE]
 *   (default: $LONGWATCH_SHARED/data/attack/enterprise-attack-12.1.json.gz: an old version, so that everything published since is left to measure with)
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readAttackFile } from '../../src/actions/import-attack.ts';
import { fitRanking } from '../../src/analysis/ranking/fit.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SHARED = process.env.LONGWATCH_SHARED ?? join(ROOT, '../shared');
const { table } = readAttackFile(process.argv[2] ?? join(SHARED, 'data/attack/enterprise-attack-12.1.json.gz'));
const model = fitRanking(table);
const short = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(5)) : value;
writeFileSync(join(ROOT, 'data/knowledge/ranking.json'), `${JSON.stringify(model, short, 2)}\n`);
console.log(JSON.stringify(model, short));
