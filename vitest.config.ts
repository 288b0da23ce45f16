import { defineConfig } from 'vitest/config';

const DB_TESTS = '{src,scripts,bin,bench}/**/*.db.test.{ts,tsx}';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    // Vitest sets BASE_URL to Vite's own meaning of it; empty is unset to `readConfig`, here and in child processes.
    env: { BASE_URL: '' },
    // What is waited for comes soon or never; a busy machine is no reason to fail.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,scripts,bin,bench}/**/*.test.{ts,tsx,mjs}'],
          exclude: [DB_TESTS, '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [DB_TESTS],
          globalSetup: ['src/platform/testing/test-server.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.spec.{ts,tsx}'],
          globalSetup: ['e2e/support/demo-paper.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file runs a paper and a browser of its own; two at once would measure each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
