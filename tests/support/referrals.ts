import type { Actor } from '../../src/domain/actor.ts';
import { addReferral } from '../../src/domain/referrals/add-referral.ts';
import { submitReferral } from '../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../src/domain/referrals/update-referral.ts';
import type { ReferralType } from '../../src/generated/prisma/enums.ts';
import type { House } from './house.ts';

/** A draft that lacks nothing; to the organization of `to` where the type wants one. */
export async function completeDraft(
  house: House,
  actor: Actor,
  { caseId, type, to = 'south.manager' }: { caseId: string; type: ReferralType; to?: string },
): Promise<string> {
  const referralId = await addReferral(actor, house.platform, { caseId, type });
  const { id: templateId } = await house.database.correspondenceTemplate.findFirstOrThrow({
    where: { referralType: type },
  });
  const organization =
    type === 'INFORMATIONAL_OUTSIDE'
      ? { organizationName: 'Harbour Food Bank', emailTo: 'intake@harbour.example' }
      : { organizationId: (await house.organizationOf(to)).id };
  await updateReferral(actor, house.platform, {
    referralId,
    templateId,
    contactName: 'Mr. Sample',
    ...organization,
  });
  return referralId;
}

/** A submitted referral, also where it repeats another one (D10). */
export async function submitted(
  house: House,
  actor: Actor,
  wanted: { caseId: string; type: ReferralType; to?: string },
): Promise<string> {
  const referralId = await completeDraft(house, actor, wanted);
  await submitReferral(actor, house.platform, { referralId, acknowledgeDuplicate: true, confirm: true });
  return referralId;
}
