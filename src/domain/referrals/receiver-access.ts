import type { ReferralAccess } from '../../generated/prisma/client.ts';
import type { AccessEnd, AccessScope, ReferralStatus, ReferralType } from '../../generated/prisma/enums.ts';
import { accessGiven } from './given-access.ts';
import { referralOutcome } from './referral-outcome.ts';

/** How the access stands that one referral gives its receiver: to come, in force, paused (D12), over, or none (R25). */
export type ReceiverAccessState = 'NOT_YET' | 'IN_FORCE' | 'PAUSED' | 'ENDED' | 'NONE';

/** The access that one referral gives its receiver, at one moment (D8). */
export type ReceiverAccess = {
  state: ReceiverAccessState;
  /** What it lets see at the moment, for a draft from submit on; null where nothing. */
  scope: AccessScope | null;
  /** Null before submit. */
  beganAt: Date | null;
  /** When it ends by itself, for a draft counted from the moment; null where the type gives none. */
  expiresAt: Date | null;
  /** The next three are null until it has ended. */
  endedAt: Date | null;
  endCause: AccessEnd | null;
  endReason: string | null;
};

/**
 * How the access of a referral stands.
 * @param referral its `access` is the record that submit has made.
 * @param inForce whether the record gives access now, by the rule that every read goes by.
 */
export function receiverAccess(
  referral: { type: ReferralType; status: ReferralStatus; access: ReferralAccess | null },
  inForce: boolean,
  now: Date,
): ReceiverAccess {
  const { type, status, access } = referral;
  const open = { endedAt: null, endCause: null, endReason: null };
  if (access === null) {
    const given = status === 'DRAFT' ? accessGiven(type, now) : null;
    const nothing = { scope: null, expiresAt: null };
    return { state: given === null ? 'NONE' : 'NOT_YET', beganAt: null, ...open, ...(given ?? nothing) };
  }
  const { scope, beganAt, expiresAt } = access;
  const record = { scope: null, beganAt, expiresAt };
  const outcome = referralOutcome(access, now);
  if (outcome !== null) {
    const { at: endedAt, cause: endCause, reason: endReason } = outcome;
    return { state: 'ENDED', ...record, endedAt, endCause, endReason };
  }
  return inForce ? { state: 'IN_FORCE', ...record, ...open, scope } : { state: 'PAUSED', ...record, ...open };
}
