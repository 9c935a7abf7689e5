import { withdrawReferralMutation as withdraw } from '../../support/ends.ts';
import { draft } from '../../support/refer.ts';
import type { Provocations, Provoker } from './provoker.ts';

const number = '50244764';
const reason = 'The client stays here after all';

/** How to get each refusal of withdrawReferral. */
export function withdrawReferralProvocations(tools: Provoker): Provocations {
  const { by, north, submitted, transferReferral, withdrawn } = tools;
  return {
    'withdrawReferral.NotFound': async () =>
      by('south.manager', withdraw, { referralId: await transferReferral(number), reason, confirm: true }),
    'withdrawReferral.NotAllowed': async () =>
      by('north.reader', withdraw, { referralId: await transferReferral(number), reason, confirm: true }),
    'withdrawReferral.NotACaseTransfer': async () =>
      by('north.manager', withdraw, { referralId: await submitted(), reason, confirm: true }),
    'withdrawReferral.ReferralNotSubmitted': async () => {
      const { referralId } = await draft(await north(), { number, type: 'CASE_TRANSFER' });
      return by('north.manager', withdraw, { referralId, reason, confirm: true });
    },
    'withdrawReferral.ReferralEnded': async () =>
      by('north.manager', withdraw, { referralId: await withdrawn(), reason, confirm: true }),
    'withdrawReferral.InvalidInput': async () =>
      by('north.manager', withdraw, { referralId: await transferReferral(number), reason: ' ' }),
    'withdrawReferral.ConfirmationRequired': async () =>
      by('north.manager', withdraw, { referralId: await transferReferral(number), reason }),
  };
}
