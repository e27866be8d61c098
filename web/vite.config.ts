import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fakeApi } from './dev/fake-api.ts';

/** `LONGWATCH_API=http://127.0.0.1:PORT` points the development server at a running workbench instead of the invented one. */
const api = process.env['LONGWATCH_API'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), ...(api ? [] : [fakeApi()])],
  server: api ? { proxy: { '/api': api } } : {},
  build: {
    outDir: resolve(import.meta.dirname, '../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Small pictures stay files, so that the page needs no data: addresses.
    assetsInlineLimit: 0,
  },
});
