import type { Database } from './database.ts';
import type { Queue } from './queue.ts';
import type { Storage } from './storage/storage.ts';

/** What use cases stand on: everything outside the rules that they need. */
export type Platform = {
  database: Database;
  queue: Queue;
  /** Where the bytes of documents are. */
  storage: Storage;
  /** The program's IANA time zone: days begin and end there (R16). */
  timeZone: string;
  /** The no-reply address that mail comes from (R21). */
  mailFrom: string;
  /** The present moment. */
  now: () => Date;
};
