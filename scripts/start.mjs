// `npm start`: installs what is missing, builds what is out of date, starts the workbench with the sample dossier in it.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureInstalled } from './setup.mjs';
import { main, ROOT, seconds } from './tools.mjs';

main(async () => {
  const began = Date.now();
  checkNode();
  await ensureInstalled({ tests: false });
  const { ensureBuilt } = await import('./build.mjs');
  await ensureBuilt();
  const { cli } = await import(pathToFileURL(join(ROOT, 'dist', 'cli', 'cli.js')).href);
  process.exitCode = await cli(['serve', '--sample', ...process.argv.slice(2)]);
  void seconds(began);
});
