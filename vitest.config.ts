import { defineConfig } from 'vitest/config';

/** They need a redis-server on this machine, and are run by `npm run test:redis`. */
const needRedis = 'tests/**/redis*.test.ts';
/** They take minutes, and are run by `npm run test:deep`. */
const deep = 'tests/**/deep-*.test.ts';
const script = process.env.npm_lifecycle_event;
const only = script === 'test:redis' ? needRedis : script === 'test:deep' ? deep : null;

export default defineConfig({
  test: {
    include: [only ?? 'tests/**/*.test.ts'],
    exclude: only === null ? [needRedis, deep] : [],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/evidence/keep-answers.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    pool: 'forks',
    experimental: { viteModuleRunner: false },
  },
});
