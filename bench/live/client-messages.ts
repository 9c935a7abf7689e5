/** What the process of the subscribers is asked to do. */
export type Order =
  | { do: 'open'; url: string; query: string; after: string | null; tokens: string[]; width: number }
  | { do: 'forget' }
  | { do: 'tell' }
  | { do: 'close' };

/** When a subscriber was told, by the clock of the machine in milliseconds, and the text it was sent. */
export type Told = { at: number; text: string };

/** What it answers. */
export type Answer = { done: Order['do']; told: Told[] };

/** The clock that all processes of the machine share, in milliseconds. */
export function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
