import type { clients } from './table-clients.ts';

/** A case: whose email it is, and what it says, marked as `readMarked` reads it. */
export type Row = [client: keyof typeof clients, text: string];
