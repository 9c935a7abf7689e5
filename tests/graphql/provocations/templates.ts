import { randomUUID } from 'node:crypto';
import type { ReferralType } from '../../../src/generated/prisma/enums.ts';
import type { TestApi } from '../../support/api.ts';
import { globalId } from '../../support/global-id.ts';
import { newestTemplate, textsWith } from '../../support/templates.ts';

/** The one template of referrals outside LaMPSS. */
export async function onlyTemplate({ database }: TestApi): Promise<string> {
  const { templateId } = await newestTemplate(database, 'INFORMATIONAL_OUTSIDE');
  return globalId('CorrespondenceTemplate', templateId);
}

/** A template beside those of its type, on offer. */
export async function addedTemplate({ database }: TestApi, referralType: ReferralType): Promise<string> {
  const { EN, FR } = textsWith(randomUUID());
  const texts = {
    create: [
      { language: 'EN' as const, ...EN },
      { language: 'FR' as const, ...FR },
    ],
  };
  const { id } = await database.correspondenceTemplate.create({
    data: { referralType, versions: { create: { number: 1, texts } } },
  });
  return globalId('CorrespondenceTemplate', id);
}

/** Takes every template but the first of its type off offer. */
export async function retireAdded({ database }: TestApi, referralType: ReferralType): Promise<void> {
  const { templateId } = await newestTemplate(database, referralType);
  await database.correspondenceTemplate.updateMany({
    where: { referralType, id: { not: templateId }, retiredAt: null },
    data: { retiredAt: new Date() },
  });
}
