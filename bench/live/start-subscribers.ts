import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Answer, Order, Told } from './client-messages.ts';

/** The subscribers, in a process of their own. */
export type Subscribers = {
  open(order: Omit<Extract<Order, { do: 'open' }>, 'do' | 'width'>): Promise<void>;
  /** What all of them have been told since {@link forget}. */
  told(): Promise<Told[]>;
  /** Waits until they have been told so often. @throws where that takes too long. */
  toldSoOften(times: number, seconds?: number): Promise<Told[]>;
  forget(): Promise<void>;
  close(): Promise<void>;
  stop(): Promise<void>;
};

/** So many sockets are opened side by side. */
const width = 40;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts the process of the {@link Subscribers}. */
export function startSubscribers(): Subscribers {
  const child = fork(join(import.meta.dirname, 'client-process.ts'), { serialization: 'advanced' });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the process of the subscribers has ended');
  });
  ended.catch(() => undefined);
  const ask = async (order: Order): Promise<Told[]> => {
    const answered = once(child, 'message');
    child.send(order);
    const [answer] = (await Promise.race([answered, ended])) as [Answer];
    return answer.told;
  };
  const told = () => ask({ do: 'tell' });
  return {
    open: async (order) => void (await ask({ do: 'open', width, ...order })),
    told,
    async toldSoOften(times, seconds = 60) {
      const until = Date.now() + seconds * 1_000;
      // It is busy when it matters: it is not asked before something has had the time to come.
      for (let wait = 1_500; ; wait = 500) {
        await pause(wait);
        const all = await told();
        if (all.length >= times) return all;
        if (Date.now() > until) throw new Error(`told ${all.length} times of ${times}`);
      }
    },
    forget: async () => void (await ask({ do: 'forget' })),
    close: async () => void (await ask({ do: 'close' })),
    async stop() {
      child.kill();
      await ended.catch(() => undefined);
    },
  };
}
