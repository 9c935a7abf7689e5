import type { Language, ReferralType } from '../../src/generated/prisma/enums.ts';
import type { Database, Transaction } from '../../src/platform/database.ts';
import { templates } from './templates.ts';

const types: ReferralType[] = ['CASE_TRANSFER', 'INFORMATIONAL_WITHIN', 'INFORMATIONAL_OUTSIDE'];
const languages: Language[] = ['EN', 'FR'];

/**
 * Sets up the first version of each referral type's template (R8, R9, R11), published by nobody. Production needs them too.
 * @returns false, having done nothing, where there is any template already.
 */
export async function seedTemplates(database: Database): Promise<boolean> {
  return await database.$transaction(createTemplates);
}

/** {@link seedTemplates} within a transaction. */
export async function createTemplates(transaction: Transaction): Promise<boolean> {
  // Of two processes that start at once, the second waits here and then finds the templates of the first.
  await transaction.$executeRaw`LOCK TABLE "CorrespondenceTemplate" IN SHARE ROW EXCLUSIVE MODE`;
  if ((await transaction.correspondenceTemplate.count()) > 0) return false;

  for (const referralType of types) {
    const texts = languages.map((language) => ({ language, ...templates[referralType][language] }));
    await transaction.correspondenceTemplate.create({
      data: { referralType, versions: { create: { number: 1, texts: { create: texts } } } },
    });
  }
  return true;
}
