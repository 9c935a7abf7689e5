import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';

/** A Redis of a test's own, on loopback, that keeps nothing. */
export type RedisServer = { url: string; stop(): Promise<void> };

/** A port of loopback that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts the `redis-server` of this machine. */
export async function startRedis(port: number): Promise<RedisServer> {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', flags, { stdio: 'ignore', cwd: '/tmp' });
  const failed = once(child, 'error').then(([error]) => Promise.reject(error));
  const url = `redis://127.0.0.1:${port}`;
  await Promise.race([failed, answers(url)]);
  return {
    url,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client.destroy();
    } catch {
      await sleep(50);
    }
  }
}
