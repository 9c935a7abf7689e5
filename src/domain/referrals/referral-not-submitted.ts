import { Refusal } from '../errors.ts';
import type { Bilingual } from '../language.ts';

/** A draft has never been sent, so it can be neither sent again nor withdrawn. */
export class ReferralNotSubmitted extends Refusal {
  override readonly name = 'ReferralNotSubmitted';
  readonly code = 'REFERRAL_NOT_SUBMITTED';

  /** @param instead says what can be done with a draft. */
  constructor(instead: Bilingual) {
    super({
      EN: `This referral is a draft; its letter has never been sent. ${instead.EN}`,
      FR: `Cet aiguillage est une ébauche; sa lettre n’a jamais été envoyée. ${instead.FR}`,
    });
  }
}
