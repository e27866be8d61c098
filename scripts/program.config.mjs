// How the compiled program (dist/cli and what it needs) is put into a few files under dist/program: a command that loads two
// hundred small modules takes longer to start than many take to run. Packages stay where npm put them.
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';

const compiled = (path) => fileURLToPath(new URL(`../dist/${path}.js`, import.meta.url));

export default {
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/program',
    // A workbench that runs while it is built anew still asks for its own parts; build.mjs removes old ones.
    emptyOutDir: false,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // Everything that is named as a package, installed or not: some are only wanted by some commands.
      external: (id) => /^(?!@oxc-project\/)[@a-z]/.test(id) && !isAbsolute(id),
      // Threads are started from files of their own; they stand beside the others.
      input: {
        cli: compiled('cli/cli'),
        'hunt-worker': compiled('actions/hunt-worker'),
        'read-worker': compiled('actions/read-worker'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
    },
  },
};
