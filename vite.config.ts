import { defineConfig } from 'vite';

const PURE_CODE = /\/src\/(lib|document|features\/wire\/parse)\/|wire-item\.schema\.ts$/;

/** The server's code in one folder: our modules in a few chunks, dependencies left where npm put them. */
export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    ssr: 'src/apps/cli/cli.ts',
    target: 'node24',
    // Readable stack traces are worth more here than bytes.
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: {
      // No module of ours does anything by being imported: a command that uses one function of a feature need not load
      // the database that another one needs.
      treeshake: { moduleSideEffects: false },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // Pure code in a chunk of its own: `dateline parse` then loads neither the database nor React (30 ms a call).
        codeSplitting: {
          groups: [
            { name: 'errors', test: /\/src\/lib\/(errors|nearest)\.ts$/, priority: 2 },
            { name: 'reading', test: PURE_CODE, priority: 1 },
          ],
        },
      },
    },
  },
});
