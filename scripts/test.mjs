// `npm test`: installs everything that is missing, builds, runs every test. Further arguments go to vitest.
import { ensureBuilt } from './build.mjs';
import { checkNode, ensureInstalled } from './setup.mjs';
import { main, run } from './tools.mjs';

main(
  async () => {
    checkNode();
    await ensureInstalled({ tests: true });
    await ensureBuilt();
    await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
      show: true,
      failed: 'Some tests failed.',
    });
  },
  (error) => error.code ?? 3,
);
