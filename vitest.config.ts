import { defineConfig } from 'vitest/config';

/** They need a redis-server on this machine, and are run by `npm run test:redis`. */
const needRedis = 'tests/**/redis*.test.ts';
const withRedis = process.env.npm_lifecycle_event === 'test:redis';

export default defineConfig({
  test: {
    include: withRedis ? [needRedis] : ['tests/**/*.test.ts'],
    exclude: withRedis ? [] : [needRedis],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    pool: 'forks',
    experimental: { viteModuleRunner: false },
  },
});
