import type { ReferralAccess } from '../../generated/prisma/client.ts';
import type { AccessEnd } from '../../generated/prisma/enums.ts';
import type { Bilingual } from '../language.ts';

/** What a submitted referral has come to, which its status does not tell (R18, D3, D4, D6, D8). */
export type ReferralOutcome = {
  cause: AccessEnd;
  at: Date;
  /** What whoever withdrew or declined it wrote. */
  reason: string | null;
  /** Who did it; null where time did. */
  endedById: string | null;
};

/** Each outcome as a sentence for people. */
export const outcomeTexts: Record<AccessEnd, Bilingual> = {
  TRANSFERRED: {
    EN: 'This referral has ended: the case was transferred to its receiver.',
    FR: 'Cet aiguillage a pris fin : le cas a été transféré à son destinataire.',
  },
  SUPERSEDED: {
    EN: 'This referral has ended: the case was transferred without it.',
    FR: 'Cet aiguillage a pris fin : le cas a été transféré sans lui.',
  },
  WITHDRAWN: {
    EN: 'This referral has ended: its sender withdrew it.',
    FR: 'Cet aiguillage a pris fin : l’expéditeur l’a retiré.',
  },
  DECLINED: {
    EN: 'This referral has ended: its receiver declined it.',
    FR: 'Cet aiguillage a pris fin : le destinataire l’a refusé.',
  },
  EXPIRED: {
    EN: 'This referral has ended: its time ran out.',
    FR: 'Cet aiguillage a pris fin : son délai est écoulé.',
  },
};

/** How the access that a referral gave has ended; null while it has not. What has run out has ended, written down or not. */
export function referralOutcome(
  access: Pick<ReferralAccess, 'endedAt' | 'endCause' | 'endReason' | 'endedById' | 'expiresAt'>,
  now: Date,
): ReferralOutcome | null {
  const { endedAt, endCause, endReason: reason, endedById, expiresAt } = access;
  if (endedAt !== null && endCause !== null) return { cause: endCause, at: endedAt, reason, endedById };
  return expiresAt <= now ? { cause: 'EXPIRED', at: expiresAt, reason: null, endedById: null } : null;
}
