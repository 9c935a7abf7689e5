import type { Correspondence, ReferralAccess } from '../../generated/prisma/client.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { queueCorrespondence } from '../correspondence/queue-correspondence.ts';
import { isEmailAddress, notAnAddress } from '../email-address.ts';
import { ConfirmationRequired, InvalidInput, Refusal } from '../errors.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { ReferralEnded } from './referral-ended.ts';
import { ReferralNotSubmitted } from './referral-not-submitted.ts';
import { referralOutcome } from './referral-outcome.ts';

const confirmation = {
  EN: 'Sending again will email the letter once more, to the specified address.\n\nDo you wish to proceed?',
  FR: 'Le renvoi enverra la lettre une nouvelle fois par courriel, à l’adresse indiquée.\n\nVoulez-vous continuer?',
};

/** A second request within so many milliseconds, for the same address by the same person, is a double click. */
const doubleClick = 60_000;

const submitInstead = { EN: 'Submit it instead.', FR: 'Soumettez-le plutôt.' };

/** The newest sending is still to go out, so another one would be a double. */
export class CorrespondenceOnItsWay extends Refusal {
  override readonly name = 'CorrespondenceOnItsWay';
  readonly code = 'CORRESPONDENCE_ON_ITS_WAY';

  constructor() {
    super({
      EN: 'The email is still on its way. Wait until it is sent or has failed; it can be sent again then.',
      FR: 'Le courriel est encore en route. Attendez qu’il soit envoyé ou qu’il ait échoué; il pourra alors être renvoyé.',
    });
  }
}

/**
 * Sends the letter of a submitted referral again once confirmed, as a sending of its own, be it that the last one failed or
 * that it did not arrive (D2). The letter is the same bytes, and the locked referral stays as it is. A corrected address
 * gives nobody access. Asking again within a minute, be it by a double click, changes nothing and is no error.
 * @param input.emailTo a corrected address; without one it goes where the last sending went.
 * @returns the id of the new sending.
 * @throws NotFound, NotAllowed, ReferralNotSubmitted, ReferralEnded where it was withdrawn, declined, superseded or has run out,
 * CorrespondenceOnItsWay, InvalidInput, ConfirmationRequired.
 */
export async function resendCorrespondence(
  actor: Actor,
  platform: Platform,
  input: { referralId: string; emailTo?: string | null | undefined; confirm: boolean },
): Promise<string> {
  return await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId, [
      'letters',
      'sendAgain',
    ]);
    const sent = await transaction.correspondence.findFirst({
      where: { referralId: referral.id },
      orderBy: { number: 'desc' },
    });
    const now = platform.now();
    if (sent !== null && input.confirm && isSameRequest(sent, { actor, emailTo: input.emailTo, now })) {
      return sent.id;
    }
    const access = await transaction.referralAccess.findUnique({ where: { referralId: referral.id } });
    const latest = requireResendable(sent, access, now);
    const emailTo = input.emailTo ?? latest.emailTo;
    if (!isEmailAddress(emailTo)) throw new InvalidInput([{ field: 'emailTo', text: notAnAddress }]);
    if (!input.confirm) throw new ConfirmationRequired(confirmation);

    const id = await queueCorrespondence(transaction, actor, platform, { referralId: referral.id, emailTo });
    await recordAudit(transaction, actor, {
      action: 'correspondence.resend',
      entityType: 'Referral',
      entityId: referral.id,
      caseId: referral.caseId,
      details: emailTo === latest.emailTo ? [] : ['emailTo'],
    });
    await publish(transaction, { topic: 'referralStatus', referralId: referral.id, caseId: referral.caseId });
    return id;
  });
}

/**
 * Checks that the letter of a referral can be sent again. After the transfer that it asked for it still can; after any other end
 * it would ask for what is over.
 * @param latest its newest sending; null where it has none.
 * @param access what it gave its receiver; null where it gave nothing.
 * @returns the newest sending.
 * @throws ReferralNotSubmitted, ReferralEnded, CorrespondenceOnItsWay.
 */
export function requireResendable<Sent extends Pick<Correspondence, 'status'>>(
  latest: Sent | null,
  access: ReferralAccess | null,
  now: Date,
): Sent {
  if (latest === null) throw new ReferralNotSubmitted(submitInstead);
  const outcome = access === null ? null : referralOutcome(access, now);
  if (outcome !== null && outcome.cause !== 'TRANSFERRED') throw new ReferralEnded(outcome);
  if (latest.status === 'QUEUED') throw new CorrespondenceOnItsWay();
  return latest;
}

function isSameRequest(
  latest: Correspondence,
  { actor, emailTo, now }: { actor: Actor; emailTo: string | null | undefined; now: Date },
): boolean {
  return (
    latest.number > 1 &&
    latest.status !== 'FAILED' &&
    latest.requestedById === actor.staffId &&
    latest.emailTo === (emailTo ?? latest.emailTo) &&
    now.getTime() - latest.queuedAt.getTime() < doubleClick
  );
}
