import type { Refusal } from './errors.ts';

/** What an action asks for before it is done: none of it refuses the action. */
export type AskedFor = 'CONFIRMATION' | 'REASON' | 'ACKNOWLEDGE_DUPLICATE' | 'ACKNOWLEDGE_PRIVACY_FINDINGS';

/** Whether an actor can do something now, and if not, why (B6). */
export type AllowedAction<Action> = {
  action: Action;
  /** What doing it would answer; null where it can be done. */
  refusal: Refusal | null;
};
