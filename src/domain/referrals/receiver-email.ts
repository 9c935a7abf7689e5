import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { addressLines } from '../correspondence/letter-content.ts';
import { NotFound } from '../errors.ts';
import type { Language } from '../language.ts';
import { visibleReferrals } from './access.ts';

/** The email of a referral as its receiver gets it, before it is rendered (R21). */
export type ReceiverEmail = {
  language: Language;
  from: { name: string; address: string };
  /** This and the next two are null while the draft lacks them. */
  to: string | null;
  subject: string | null;
  content: string | null;
  /** How the reader answers: the address it comes from is not read. */
  sender: { name: string; phone: string; email: string; addressLines: string[] };
};

/**
 * The email that the receiver of a referral gets, as it would be written now. After submit it goes where the newest sending
 * went, which may be a corrected address (D2).
 * @throws NotFound where the actor does not see the referral.
 */
export async function receiverEmail(
  actor: Actor,
  { database, mailFrom }: Platform,
  referralId: string,
): Promise<ReceiverEmail> {
  const referral = await database.referral.findFirst({
    where: { id: referralId, ...visibleReferrals(actor) },
    include: {
      sendingOrganization: true,
      correspondence: { orderBy: { number: 'desc' }, take: 1, select: { emailTo: true } },
    },
  });
  if (referral === null) throw new NotFound();
  const { language, sendingOrganization: sender, correspondence } = referral;
  return {
    language,
    from: { name: sender.name, address: mailFrom },
    to: correspondence[0]?.emailTo ?? referral.emailTo,
    subject: referral.emailSubject,
    content: referral.emailContent,
    sender: {
      name: sender.name,
      phone: sender.phone,
      email: sender.generalContactEmail,
      addressLines: addressLines(sender),
    },
  };
}
