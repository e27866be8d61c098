// Compares a score with the floor of test/gold-floor.json: node scripts/gold-floor.mjs SCORE.json
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, say } from './tools.mjs';

const { micro } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const floors = JSON.parse(readFileSync(join(ROOT, 'test', 'gold-floor.json'), 'utf8'));
let failed = false;
for (const [name, floor] of Object.entries(floors)) {
  const below = !(micro[name] >= floor);
  say(`gold ${name}: ${micro[name]} (floor ${floor})${below ? ' BELOW' : ''}`);
  failed ||= below;
}
process.exit(failed ? 1 : 0);
