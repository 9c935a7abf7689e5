import type { Fault } from '../../src/domain/audit/trail-fault.ts';

const meanings: Record<Fault['kind'], string> = {
  CHANGED: 'the event was changed after it had been sealed',
  MISSING: 'the event was deleted',
  BACKDATED: 'the event was added later than it says',
  BROKEN_CHAIN: 'the chain does not lead here: seals were put in, replaced or reordered',
  MISSING_SEAL: 'the seal of this position was deleted',
  NOT_IN_CHAIN: 'the event was added past the chain, or its seal was deleted',
  WAITING_TOO_LONG: 'the event should have been sealed by now: is a worker running?',
  HEAD_CHANGED: 'the chain up to here is not the one whose head was kept',
  HEAD_MISSING: 'the chain ends before the head that was kept: its end was cut off',
};

/** A fault as a line of text: what, where, and what it means. */
export function describeFault({ kind, position, eventId }: Fault): string {
  const where = [
    ...(position === null ? [] : [`position ${position}`]),
    ...(eventId === null ? [] : [`event ${eventId}`]),
  ].join(', ');
  return `${kind} at ${where}: ${meanings[kind]}`;
}
