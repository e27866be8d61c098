import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the development server finds the program: start it with `longwatch serve`. */
const api = process.env.LONGWATCH_API ?? 'http://127.0.0.1:7411';

export default defineConfig(({ command }) => {
  // Built pages are for use, whoever starts the build: a test runner says NODE_ENV=test, and React would grow by half.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react()],
    server: { proxy: { '/api': api } },
    build: {
      outDir: resolve(import.meta.dirname, '../dist/web'),
      emptyOutDir: true,
      target: 'es2022',
      // Small pictures stay files: the program's policy allows no data: addresses.
      assetsInlineLimit: 0,
      // The outlines of countries are one piece, loaded with the map alone.
      chunkSizeWarningLimit: 900,
    },
  };
});
