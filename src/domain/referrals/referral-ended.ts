import type { ReferralAccess } from '../../generated/prisma/client.ts';
import { Refusal } from '../errors.ts';
import type { Bilingual } from '../language.ts';
import { outcomeTexts, type ReferralOutcome, referralOutcome } from './referral-outcome.ts';

const otherwise: Bilingual = {
  EN: 'Add another referral if one is needed.',
  FR: 'Ajoutez un autre aiguillage s’il en faut un.',
};

/** The referral has come to its end: by a transfer, by being withdrawn or declined, or by time (D3 to D6, D8). */
export class ReferralEnded extends Refusal {
  override readonly name = 'ReferralEnded';
  readonly code = 'REFERRAL_ENDED';
  readonly outcome: ReferralOutcome;

  constructor(outcome: ReferralOutcome) {
    const { EN, FR } = outcomeTexts[outcome.cause];
    super({ EN: `${EN} ${otherwise.EN}`, FR: `${FR} ${otherwise.FR}` });
    this.outcome = outcome;
  }
}

/** @throws ReferralEnded where the access that the referral gave has ended. */
export function requireOpen(access: ReferralAccess, now: Date): void {
  const outcome = referralOutcome(access, now);
  if (outcome !== null) throw new ReferralEnded(outcome);
}
