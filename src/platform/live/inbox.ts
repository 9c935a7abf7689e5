import type { KeptEvent } from './live-event.ts';

/** The most events that wait for one subscriber in memory. */
const capacity = 256;

/** What has come for one subscriber and was not taken yet. */
export type Inbox = {
  put(event: KeptEvent): void;
  take(): KeptEvent | undefined;
  /** Empties it. */
  clear(): void;
  /** Whether something could not be put since it was last cleared: everything is in the table. */
  hasOverflowed(): boolean;
  /** Waits until there is something to take, or it was closed. */
  filled(): Promise<void>;
  close(): void;
  isClosed(): boolean;
};

/** Makes an inbox that holds so many events and no more, however slow its owner is. */
export function createInbox(): Inbox {
  let events: KeptEvent[] = [];
  let overflowed = false;
  let closed = false;
  let wakeOwner = () => {};
  return {
    put(event) {
      if (overflowed) return;
      if (events.length < capacity) events.push(event);
      else {
        events = [];
        overflowed = true;
      }
      wakeOwner();
    },
    take: () => events.shift(),
    clear() {
      events = [];
      overflowed = false;
    },
    hasOverflowed: () => overflowed,
    async filled() {
      if (closed || overflowed || events.length > 0) return;
      await new Promise<void>((resolve) => {
        wakeOwner = resolve;
      });
    },
    close() {
      closed = true;
      wakeOwner();
    },
    isClosed: () => closed,
  };
}
