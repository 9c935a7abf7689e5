import { resendCorrespondenceMutation as resend } from '../../../demo/operations.ts';
import { plainId } from '../../support/global-id.ts';
import type { Provocations, Provoker } from './provoker.ts';

/** How to get each refusal of resendCorrespondence. */
export function resendCorrespondenceProvocations({
  aDraft,
  api,
  by,
  submitted,
  withdrawn,
}: Provoker): Provocations {
  const sent = async () => {
    const referralId = await submitted();
    await api.database.correspondence.updateMany({
      where: { referralId: plainId(referralId) },
      data: { status: 'SENT', sentAt: new Date() },
    });
    return referralId;
  };
  return {
    'resendCorrespondence.NotFound': async () =>
      by('south.manager', resend, { referralId: await sent(), confirm: true }),
    'resendCorrespondence.NotAllowed': async () =>
      by('north.reader', resend, { referralId: await sent(), confirm: true }),
    'resendCorrespondence.ReferralNotSubmitted': async () =>
      by('north.manager', resend, { referralId: await aDraft(), confirm: true }),
    'resendCorrespondence.ReferralEnded': async () =>
      by('north.manager', resend, { referralId: await withdrawn(), confirm: true }),
    'resendCorrespondence.CorrespondenceOnItsWay': async () =>
      by('north.manager', resend, { referralId: await submitted(), confirm: true }),
    'resendCorrespondence.InvalidInput': async () =>
      by('north.manager', resend, {
        referralId: await sent(),
        emailTo: 'intake@harbour.example\nBcc: everybody@harbour.example',
        confirm: true,
      }),
    'resendCorrespondence.ConfirmationRequired': async () =>
      by('north.manager', resend, { referralId: await sent() }),
  };
}
