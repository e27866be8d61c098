// `npm start`: installs what is missing, builds what is out of date, starts the workbench with the sample dossier in it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { checkNode, ensureInstalled } from './setup.mjs';
import { main, ROOT } from './tools.mjs';

main(async () => {
  checkNode();
  await ensureInstalled({ tests: false });
  await ensureBuilt();
  const { cli } = await import(pathToFileURL(join(ROOT, 'dist', 'program', 'cli.js')).href);
  process.exitCode = await cli(['serve', '--sample', ...process.argv.slice(2)]);
});
