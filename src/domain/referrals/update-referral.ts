import type { Referral } from '../../generated/prisma/client.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { programDay } from '../program-day.ts';
import { type DraftInput, readDraftText } from './draft-input.ts';
import { requireVersion } from './draft-version.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { organizationChange, requireOrganizationKind } from './organization-choice.ts';
import { ReferralLocked, requireDraft } from './status.ts';
import { templateChange } from './template-choice.ts';

/**
 * Changes fields of a draft. Choosing an organization sets Email To to its general contact email (R7); choosing a
 * template or language sets subject and content from the template (R9, R10), over edits only where that is agreed to (B4).
 * What the same input gives for these fields itself counts more. An input that changes nothing leaves the version as it is.
 * @param input.version the version the change is based on; left out, the change is made whatever the version.
 * @param input.discardEdits whether edits of subject and content may be overwritten by a template; not where left out.
 * @throws NotFound, NotAllowed, ReferralLocked (R17), StaleDraft, InvalidInput, WrongOrganizationKind (R5),
 * OrganizationNotEligible (R6), TemplateNotOffered (R8), EditsWouldBeLost (B4).
 */
export async function updateReferral(
  actor: Actor,
  platform: Platform,
  input: DraftInput & { referralId: string; version?: number | null | undefined; discardEdits?: boolean },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId, [
      'referrals',
      'update',
    ]);
    requireDraft(referral.status);
    requireVersion(referral, input.version);
    const typed = readDraftText(input);
    const { organizationName, ...texts } = typed;
    const { organizationId } = input;
    requireOrganizationKind(referral, { organizationId, organizationName });
    const today = programDay(platform.now(), platform.timeZone);
    const change = changes(referral, {
      ...(await organizationChange(actor, transaction, referral, organizationId, today)),
      ...(await templateChange(transaction, referral, input, typed, input.discardEdits ?? false)),
      ...given({ ...texts, outsideOrganizationName: organizationName }),
    });
    const fields = Object.keys(change);
    if (fields.length === 0) return;
    const { count } = await transaction.referral.updateMany({
      where: { id: referral.id, status: 'DRAFT' },
      data: { ...change, version: { increment: 1 } },
    });
    if (count === 0) throw new ReferralLocked();
    await recordAudit(transaction, actor, {
      action: 'referral.update',
      entityType: 'Referral',
      entityId: referral.id,
      caseId: referral.caseId,
      details: fields,
    });
  });
}

type Texts = Partial<Record<keyof Referral, string | null | undefined>>;

/** Leaves out what is undefined: a field that was not given stays as it is. */
function given(texts: Texts): Partial<Referral> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

/** Leaves out what the referral has already. */
function changes(referral: Referral, wanted: Partial<Referral>): Partial<Referral> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => referral[field as keyof Referral] !== value),
  );
}
