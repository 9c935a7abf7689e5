import { expect, it, vi } from 'vitest';
import { follow, type Sources } from '../../../src/platform/live/follow.ts';
import type { Inbox } from '../../../src/platform/live/inbox.ts';
import { me, taskId } from './events.ts';

const event = { cursor: me, position: 1n, topic: 'homepageTask', key: me, subjectId: taskId(1) };

/** Sources with so many events in the table, and who is registered with them. */
function sources(read: Sources['read']): Sources & { registered: Set<Inbox> } {
  const registered = new Set<Inbox>();
  return {
    registered,
    read,
    register(inbox) {
      registered.add(inbox);
      return () => registered.delete(inbox);
    },
  };
}

it.each([
  { when: 'waits for the next event', taken: 1 },
  { when: 'has not taken all that there is', taken: 0 },
])('a subscriber that leaves while it $when leaves nothing behind', async ({ taken }) => {
  const from = sources(async (position) => (position === 0n ? [event, { ...event, position: 2n }] : []));
  const events = follow(from, 0n)[Symbol.asyncIterator]();
  expect((await events.next()).value).toEqual(event);
  expect(from.registered.size).toBe(1);
  for (let more = 0; more < taken; more += 1) await events.next();
  if (taken > 0) void events.next();
  await events.return?.();
  await vi.waitFor(() => expect(from.registered.size).toBe(0));
});

it('nor does one whose events cannot be read', async () => {
  const from = sources(async () => {
    throw new Error('cannot be read');
  });
  await expect(follow(from, 0n)[Symbol.asyncIterator]().next()).rejects.toThrow('cannot be read');
  await vi.waitFor(() => expect(from.registered.size).toBe(0));
});
