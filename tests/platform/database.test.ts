import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/platform/database.ts';
import { errorCodes } from '../../src/platform/error-codes.ts';

it('nobody waits for ever for a database that takes connections and says nothing', async () => {
  const mute = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  onTestFinished(() => void mute.close());
  const { port } = mute.address() as AddressInfo;
  const database = openDatabase({ url: `postgres://127.0.0.1:${port}/handoff`, poolSize: 1 });
  onTestFinished(() => database.$disconnect());
  const failed = await database.$queryRaw`SELECT 1`.catch((error: unknown) => error);
  expect(errorCodes(failed)).toContain('08001');
});
