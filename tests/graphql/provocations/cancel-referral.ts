import { cancelReferralMutation as cancel } from '../../../demo/operations.ts';
import type { Provocations, Provoker } from './provoker.ts';

/** How to get each refusal of cancelReferral. */
export function cancelReferralProvocations({ aDraft, by, submitted }: Provoker): Provocations {
  return {
    'cancelReferral.NotFound': async () =>
      by('south.manager', cancel, { referralId: await aDraft(), confirm: true }),
    'cancelReferral.NotAllowed': async () =>
      by('north.reader', cancel, { referralId: await aDraft(), confirm: true }),
    'cancelReferral.ReferralLocked': async () =>
      by('north.manager', cancel, { referralId: await submitted(), confirm: true }),
    'cancelReferral.StaleDraft': async () =>
      by('north.manager', cancel, { referralId: await aDraft(), version: 1, confirm: true }),
    'cancelReferral.ConfirmationRequired': async () =>
      by('north.manager', cancel, { referralId: await aDraft() }),
  };
}
