import type { Actor } from '../../../src/domain/actor.ts';
import { addReferralDocument } from '../../../src/domain/referrals/add-referral-document.ts';
import { addReferralNote } from '../../../src/domain/referrals/add-referral-note.ts';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import type { ReferralAction } from '../../../src/domain/referrals/referral-actions.ts';
import { NoTemplateChosen, referralLetter } from '../../../src/domain/referrals/referral-letter.ts';
import { removeReferralDocument } from '../../../src/domain/referrals/remove-referral-document.ts';
import { resendCorrespondence } from '../../../src/domain/referrals/resend-correspondence.ts';
import { ReferralLocked } from '../../../src/domain/referrals/status.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Given } from '../../support/try-out.ts';

type Way = (actor: Actor, platform: Platform, referralId: string, given: Given) => Promise<unknown>;

const text = new TextEncoder().encode('Course certificate');

/** For each action how it is done, with an input in which nothing is wrong. */
export const referralActionWays: Record<ReferralAction, Way> = {
  PREVIEW: async (actor, platform, referralId) => {
    // To look at what is not there is no error: the answer is null.
    if ((await referralLetter(actor, platform, referralId)) === null) throw new NoTemplateChosen();
  },
  UPDATE: (actor, platform, referralId) =>
    updateReferral(actor, platform, { referralId, contactName: 'Dr. Other' }),
  SUBMIT: async (actor, platform, referralId, { confirm, acknowledged, privacy }) => {
    const { status } = await platform.database.referral.findUniqueOrThrow({ where: { id: referralId } });
    const acknowledgements = { acknowledgeDuplicate: acknowledged, acknowledgePrivacyFindings: privacy };
    await submitReferral(actor, platform, { referralId, ...acknowledgements, confirm });
    // A repeated request is answered as a success, and changes nothing (D9).
    if (status !== 'DRAFT') throw new ReferralLocked();
  },
  CANCEL: (actor, platform, referralId, { confirm }) =>
    cancelReferral(actor, platform, { referralId, confirm }),
  WITHDRAW: (actor, platform, referralId, { reason, confirm }) =>
    withdrawReferral(actor, platform, { referralId, reason, confirm }),
  RESEND: (actor, platform, referralId, { confirm }) =>
    resendCorrespondence(actor, platform, { referralId, confirm }),
  ADD_NOTE: (actor, platform, referralId) =>
    addReferralNote(actor, platform, { referralId, text: 'Called.' }),
  ADD_DOCUMENT: (actor, platform, referralId) =>
    addReferralDocument(actor, platform, {
      referralId,
      file: { name: 'certificate.txt', size: text.byteLength, bytes: async () => text },
    }),
  REMOVE_DOCUMENT: async (actor, platform, referralId, { confirm }) => {
    const { id: documentId } = await aDocument(platform, referralId);
    await removeReferralDocument(actor, platform, { documentId, confirm });
  },
};

/** One of the referral's documents, put there past all rules where it has none. */
async function aDocument({ database }: Platform, referralId: string): Promise<{ id: string }> {
  const found = await database.referralDocument.findFirst({ where: { referralId } });
  return (
    found ?? (await database.referralDocument.create({ data: await documentData(database, referralId) }))
  );
}

/** A document as the database keeps it. */
export async function documentData({ referral }: Pick<Platform['database'], 'referral'>, referralId: string) {
  const { createdById: uploadedById } = await referral.findUniqueOrThrow({ where: { id: referralId } });
  const described = {
    fileName: 'plan.pdf',
    mediaType: 'application/pdf',
    byteSize: 1,
    sha256: 'a'.repeat(64),
  };
  return { referralId, uploadedById, ...described, storageKey: crypto.randomUUID() };
}
