import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Generates the Prisma client and the Pothos types (`npm run generate`, also after every install). Generating needs no schema
 * engine, yet Prisma looks for one and would download it: naming any file that exists keeps it from that.
 */
const { status } = spawnSync('prisma', ['generate'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
    PRISMA_HIDE_UPDATE_MESSAGE: 'true',
    CHECKPOINT_DISABLE: '1',
  },
});
process.exitCode = status ?? 1;
