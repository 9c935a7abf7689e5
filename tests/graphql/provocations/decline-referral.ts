import { declineReferralMutation as decline } from '../../support/ends.ts';
import type { Provocations, Provoker } from './provoker.ts';

const number = '50244764';
const reason = 'We have no place before spring';

/** How to get each refusal of declineReferral. */
export function declineReferralProvocations({ by, transferReferral, withdrawn }: Provoker): Provocations {
  return {
    'declineReferral.NotFound': async () =>
      by('valley.manager', decline, { referralId: await transferReferral(number), reason, confirm: true }),
    'declineReferral.NotAllowed': async () =>
      by('south.reader', decline, { referralId: await transferReferral(number), reason, confirm: true }),
    'declineReferral.ReferralEnded': async () =>
      by('south.manager', decline, { referralId: await withdrawn(), reason, confirm: true }),
    'declineReferral.InvalidInput': async () =>
      by('south.manager', decline, { referralId: await transferReferral(number), reason: ' ' }),
    'declineReferral.ConfirmationRequired': async () =>
      by('south.manager', decline, { referralId: await transferReferral(number), reason }),
  };
}
