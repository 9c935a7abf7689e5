import { Repeater } from 'graphql-yoga';
import { createInbox, type Inbox } from './inbox.ts';
import { pageSize } from './kept-events.ts';
import type { KeptEvent } from './live-event.ts';

/** Where a subscriber's events come from. */
export type Sources = {
  /** Puts what is heard from here on into the inbox, until the answered function is called. */
  register(inbox: Inbox): () => void;
  /** The next page after a position; see readKeptEvents. */
  read(position: bigint): Promise<KeptEvent[]>;
};

/**
 * Every event after a position, once and in order: first from the table, then as it is heard. A subscriber that takes them
 * slower than they come is put back to the table, so it costs one page of memory and nobody waits for it.
 */
export function follow(sources: Sources, start: bigint): AsyncIterable<KeptEvent> {
  return new Repeater<KeptEvent>(async (push, stop) => {
    let position = start;
    const inbox = createInbox();
    stop.then(() => inbox.close());
    const hand = async (event: KeptEvent) => {
      if (event.position <= position || inbox.isClosed()) return;
      position = event.position;
      await push(event);
    };
    // Before the table is read: what is heard meanwhile comes twice at the most, and is handed on once.
    const unregister = sources.register(inbox);
    try {
      for (let fromTable = true; !inbox.isClosed(); ) {
        if (fromTable || inbox.hasOverflowed()) {
          inbox.clear();
          const page = await sources.read(position);
          for (const event of page) await hand(event);
          fromTable = page.length === pageSize;
        } else {
          const event = inbox.take();
          if (event !== undefined) await hand(event);
          else await inbox.filled();
        }
      }
    } finally {
      unregister();
      stop();
    }
  });
}
