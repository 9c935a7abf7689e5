/** What is wrong with the trail or its chain, and where. */
export type Fault = {
  kind:
    | 'CHANGED'
    | 'MISSING'
    | 'BACKDATED'
    | 'BROKEN_CHAIN'
    | 'MISSING_SEAL'
    | 'NOT_IN_CHAIN'
    | 'WAITING_TOO_LONG'
    | 'HEAD_CHANGED'
    | 'HEAD_MISSING';
  /** The place in the chain; null where it has none. */
  position: bigint | null;
  eventId: string | null;
};
