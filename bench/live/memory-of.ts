import type { Child } from '../service/child.ts';

/** What a process holds, in bytes. */
export type Memory = { rss: number; heapUsed: number; external: number };

/** What the service holds after its garbage was collected; it must have been started with tell-memory.mjs. */
export async function memoryOf(service: Child): Promise<Memory> {
  const tellings = () => [...service.output().matchAll(/memory (\{.*?\}) end/g)];
  const before = tellings().length;
  process.kill(service.pid, 'SIGUSR2');
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const last = tellings()[before]?.[1];
    if (last !== undefined) return JSON.parse(last) as Memory;
  }
}
