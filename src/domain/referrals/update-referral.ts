import type { Prisma, Referral } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { templateText } from '../correspondence/template-text.ts';
import { Refusal } from '../errors.ts';
import { programDay } from '../program-day.ts';
import { type DraftInput, readDraftText } from './draft-input.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { requireEligible, requireOrganizationKind } from './organization-choice.ts';
import { ReferralLocked, requireDraft } from './status.ts';

type Change = Prisma.ReferralUncheckedUpdateManyInput;

/** Someone else has changed the draft since the version this change was based on. */
export class StaleDraft extends Refusal {
  override readonly name = 'StaleDraft';
  readonly code = 'STALE_DRAFT';

  constructor() {
    super({
      EN: 'This draft has been changed since you loaded it. Load it again, then make your change on top.',
      FR: 'Cette ébauche a été modifiée depuis que vous l’avez ouverte. Rechargez-la, puis refaites votre modification.',
    });
  }
}

/**
 * Changes fields of a draft. Choosing an organization sets Email To to its general contact email (R7); choosing a
 * template or language sets subject and content from the template, over any edits (R9, R10). What the same input gives for
 * these fields itself counts more.
 * @param input.version the version the change is based on; left out, the change is made whatever the version.
 * @throws NotFound, NotAllowed, ReferralLocked (R17), StaleDraft, InvalidInput, WrongOrganizationKind (R5),
 * OrganizationNotEligible (R6), TemplateNotOffered (R8).
 */
export async function updateReferral(
  actor: Actor,
  platform: Platform,
  input: DraftInput & { referralId: string; version?: number | null | undefined },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId);
    requireDraft(referral.status);
    if (typeof input.version === 'number' && input.version !== referral.version) throw new StaleDraft();
    requireOrganizationKind(referral, input);
    const { organizationName, ...typed } = readDraftText(input);
    const change: Change = {
      ...(await organizationChange(transaction, actor, platform, referral, input)),
      ...(await templateChange(transaction, referral, input)),
      ...defined({ ...typed, outsideOrganizationName: organizationName }),
    };
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
      details: Object.keys(change),
    });
  });
}

async function organizationChange(
  transaction: Transaction,
  actor: Actor,
  platform: Platform,
  referral: Referral,
  { organizationId }: DraftInput,
): Promise<Change> {
  if (organizationId === undefined || organizationId === referral.receivingOrganizationId) return {};
  if (organizationId === null) return { receivingOrganizationId: null };
  const today = programDay(platform.now(), platform.timeZone);
  const { generalContactEmail } = await requireEligible(transaction, actor, organizationId, today);
  return { receivingOrganizationId: organizationId, emailTo: generalContactEmail };
}

async function templateChange(
  transaction: Transaction,
  referral: Referral,
  input: DraftInput,
): Promise<Change> {
  const templateId = input.templateId === undefined ? referral.templateId : input.templateId;
  const language = input.language ?? referral.language;
  if (templateId === referral.templateId && language === referral.language) return {};
  if (templateId === null) return { templateId, templateVersionId: null, language };
  const { versionId, emailSubject, emailContent } = await templateText(transaction, {
    templateId,
    referralType: referral.type,
    language,
  });
  return { templateId, templateVersionId: versionId, language, emailSubject, emailContent };
}

/** Leaves out what is undefined: a field that was not given stays as it is. */
function defined(change: Record<string, string | null | undefined>): Change {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
