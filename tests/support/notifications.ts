import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** What is notified on a channel of a database. */
export type Notifications<Event> = {
  /** In the order they came. */
  events: Event[];
  /** Waits for all that was committed by now. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
};

/** Listens to a channel whose payloads are JSON. */
export async function hearNotifications<Event>(url: string, channel: string): Promise<Notifications<Event>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const marks = randomUUID();
  const events: Event[] = [];
  const reached = new Map<string, () => void>();
  client.on('notification', ({ channel: from, payload = '' }) => {
    if (from === channel) events.push(JSON.parse(payload));
    else reached.get(payload)?.();
  });
  await client.query(`LISTEN "${channel}"; LISTEN "${marks}"`);
  return {
    events,
    async caughtUp() {
      const mark = randomUUID();
      const { promise, resolve } = Promise.withResolvers<void>();
      reached.set(mark, resolve);
      await client.query('SELECT pg_notify($1, $2)', [marks, mark]);
      await promise;
    },
    stop: async () => await client.end(),
  };
}
