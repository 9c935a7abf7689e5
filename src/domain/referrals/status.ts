import type { ReferralStatus } from '../../generated/prisma/enums.ts';
import { Refusal } from '../errors.ts';

/** The referral has been submitted: none of its fields can change, and it cannot be cancelled (R17, R18). */
export class ReferralLocked extends Refusal {
  override readonly name = 'ReferralLocked';
  readonly code = 'REFERRAL_LOCKED';

  constructor() {
    super({
      EN: 'This referral has been submitted. It can no longer be changed or cancelled; add another referral instead.',
      FR: 'Cet aiguillage a été soumis. Il ne peut plus être modifié ni annulé; ajoutez plutôt un autre aiguillage.',
    });
  }
}

/** @throws ReferralLocked for anything but a draft (R17, R18). */
export function requireDraft(status: ReferralStatus): void {
  if (status !== 'DRAFT') throw new ReferralLocked();
}
