import { Refusal } from '../errors.ts';
import type { Bilingual } from '../language.ts';

/** The case is with the organization already, or has gone to a third one while somebody was about to transfer it. */
type Found = 'WITH_YOURS' | 'WITH_CHOSEN' | 'WITH_ANOTHER';

const texts: Record<Found, Bilingual> = {
  WITH_YOURS: {
    EN: 'Your organization manages this case already. Load the case to see who completed the transfer and who its case manager is.',
    FR: 'Votre organisme gère déjà ce cas. Rechargez le cas pour voir qui a terminé le transfert et qui en est le gestionnaire.',
  },
  WITH_CHOSEN: {
    EN: 'This organization manages the case already. Load the case to see who its case manager is, or choose another organization.',
    FR: 'Cet organisme gère déjà le cas. Rechargez le cas pour voir qui en est le gestionnaire, ou choisissez un autre organisme.',
  },
  WITH_ANOTHER: {
    EN: 'The case has been transferred to another organization meanwhile. Load it to see which one, and whether it still has to be transferred.',
    FR: 'Le cas a été transféré entre-temps à un autre organisme. Rechargez-le pour voir lequel, et s’il doit encore être transféré.',
  },
};

/** Somebody else has just completed a transfer of the case (D9). */
export class CaseAlreadyTransferred extends Refusal {
  override readonly name = 'CaseAlreadyTransferred';
  readonly code = 'CASE_ALREADY_TRANSFERRED';

  constructor(found: Found) {
    super(texts[found]);
  }
}
