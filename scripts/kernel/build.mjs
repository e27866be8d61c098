// Compiles records.ts to WebAssembly and writes it, as text, to src/evtx/kernel-code.ts. Only needed after records.ts was changed:
//
//   node scripts/kernel/build.mjs
//
// The compiler (AssemblyScript, some 100 MB) is installed into a temporary folder and removed again; nothing else needs it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMPILER = 'assemblyscript@0.28.20';
const OPTIONS = [
  '-O3',
  '--runtime',
  'stub',
  '--noAssert',
  '--enable',
  'simd',
  '--enable',
  'bulk-memory',
  '--importMemory',
];
const MEMORY = ['--initialMemory', '192', '--maximumMemory', '192', '--memoryBase', '1024', '--use', 'abort='];

const source = join(import.meta.dirname, 'records.ts');
const folder = mkdtempSync(join(tmpdir(), 'longwatch-kernel-'));
try {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--prefix', folder, '--loglevel=error', COMPILER], { stdio: 'inherit' });
  const result = join(folder, 'records.wasm');
  const compiler = join(folder, 'node_modules/assemblyscript/bin/asc.js');
  execFileSync(process.execPath, [compiler, source, '--outFile', result, ...OPTIONS, ...MEMORY], { stdio: 'inherit' });
  const code = readFileSync(result)
    .toString('base64')
    .replace(/.{1,116}/g, "  '$&' +\n")
    .replace(/ \+\n$/, ';\n');
  const sum = createHash('sha256').update(readFileSync(source, 'utf8')).digest('hex');
  writeFileSync(
    join(import.meta.dirname, '../../src/evtx/kernel-code.ts'),
    `/** Made from \`scripts/kernel/records.ts\` by \`scripts/kernel/build.mjs\`; not to be edited. */\n` +
      `export const KERNEL_SOURCE = '${sum}';\n\nexport const KERNEL =\n${code}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
