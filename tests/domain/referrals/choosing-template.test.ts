import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { templates } from '../../../prisma/sample-data/templates.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import { TemplateNotOffered } from '../../../src/domain/correspondence/template-text.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import type { DraftInput } from '../../../src/domain/referrals/draft-input.ts';
import { referralLetter } from '../../../src/domain/referrals/referral-letter.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { ReferralType } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';

let house: House;
let manager: Actor;
let caseId: string;
const templateIds: Partial<Record<ReferralType, string>> = {};
const types = Object.values(ReferralType);

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  for (const { id, referralType } of await house.database.correspondenceTemplate.findMany()) {
    templateIds[referralType] = id;
  }
});
beforeEach(async () => {
  caseId = (await openCase(house, 'north.manager')).id;
});
afterAll(async () => await house.stop());

const add = (type: ReferralType) => addReferral(manager, house.platform, { caseId, type });
const update = (referralId: string, input: DraftInput & { discardEdits?: boolean }) =>
  updateReferral(manager, house.platform, { referralId, ...input });
const texts = (id: string) =>
  house.database.referral.findUniqueOrThrow({
    where: { id },
    select: { emailSubject: true, emailContent: true },
  });

/** A draft with the template of its type, and edits on top. */
async function edited(type: ReferralType): Promise<string> {
  const id = await add(type);
  await update(id, { templateId: templateIds[type] ?? '' });
  await update(id, { emailSubject: 'My subject', emailContent: 'My words.\n\nMore of them.' });
  return id;
}
const edits = { emailSubject: 'My subject', emailContent: 'My words.\n\nMore of them.' };

const guide = {
  INFORMATIONAL_WITHIN: {
    emailSubject: 'NSW Client Referral - -- Programs, Services and Interventions',
    emailContent:
      'Please see the attached referral letter about one of our clients who may benefit from your programs, services, or interventions.',
  },
  INFORMATIONAL_OUTSIDE: {
    emailSubject: 'Client Referral from Nova Scotia Works',
    emailContent:
      'Please see the attached referral letter about one of our clients who may benefit from your programs and services.',
  },
  CASE_TRANSFER: {
    emailSubject: 'NSW Client Referral - Case Transfer',
    emailContent:
      'Please see the attached referral letter describing the possible transfer of a client from our organization to yours.',
  },
};

describe.each(types)('%s', (type) => {
  it('[R9][R11] its template sets subject and content to the guide’s words', async () => {
    const id = await add(type);
    await update(id, { templateId: templateIds[type] ?? '' });
    expect(await texts(id)).toEqual(guide[type]);
  });

  it('[R9] with French chosen first, the template sets the French texts', async () => {
    const id = await add(type);
    await update(id, { language: 'FR' });
    expect(await texts(id)).toEqual({ emailSubject: null, emailContent: null });
    await update(id, { templateId: templateIds[type] ?? '' });
    const { emailSubject, emailContent } = templates[type].FR;
    expect(await texts(id)).toEqual({ emailSubject, emailContent });
  });

  it('[R9] both stay editable', async () => {
    expect(await texts(await edited(type))).toEqual(edits);
  });

  it('[R10] another language sets both again, over edits given up, and back', async () => {
    const id = await edited(type);
    await update(id, { language: 'FR', discardEdits: true });
    const { emailSubject, emailContent } = templates[type].FR;
    expect(await texts(id)).toEqual({ emailSubject, emailContent });
    await update(id, { language: 'EN' });
    expect(await texts(id)).toEqual(guide[type]);
  });

  it('[R8] refuses the templates of the other types', async () => {
    const id = await add(type);
    for (const other of types.filter((candidate) => candidate !== type)) {
      const choice = update(id, { templateId: templateIds[other] ?? '' });
      await expect(choice).rejects.toBeInstanceOf(TemplateNotOffered);
    }
    expect(await texts(id)).toEqual({ emailSubject: null, emailContent: null });
  });

  it('[R8] has a preview only once its template is chosen', async () => {
    const id = await add(type);
    expect(await referralLetter(manager, house.platform, id)).toBeNull();
    await update(id, { templateId: templateIds[type] ?? '' });
    const letter = await referralLetter(manager, house.platform, id);
    expect(Buffer.from(letter?.pdf ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
    await update(id, { templateId: null });
    expect(await referralLetter(manager, house.platform, id)).toBeNull();
  });
});

describe('edits', () => {
  it('[R10] given up are overwritten by another template of the same type', async () => {
    const id = await edited('CASE_TRANSFER');
    const another = await house.database.correspondenceTemplate.create({
      data: {
        referralType: 'CASE_TRANSFER',
        versions: {
          create: {
            number: 1,
            texts: {
              create: (['EN', 'FR'] as const).map((language) => ({
                language,
                ...{ name: 'Another', emailSubject: `Another ${language}`, emailContent: 'Words' },
                ...{ letterTitle: 'Another', letterBody: 'Body' },
              })),
            },
          },
        },
      },
    });
    await update(id, { templateId: another.id, discardEdits: true });
    expect(await texts(id)).toEqual({ emailSubject: 'Another EN', emailContent: 'Words' });
    await house.database.correspondenceTemplate.update({
      where: { id: another.id },
      data: { retiredAt: new Date() },
    });
    const again = update(await add('CASE_TRANSFER'), { templateId: another.id });
    await expect(again).rejects.toBeInstanceOf(TemplateNotOffered);
  });

  it('[R10] stay when template and language are what they were already', async () => {
    const id = await edited('CASE_TRANSFER');
    await update(id, { templateId: templateIds.CASE_TRANSFER ?? '', language: 'EN', contactName: 'Joel' });
    expect(await texts(id)).toEqual(edits);
  });

  it('[R9] given along with the template count more than its texts', async () => {
    const id = await add('CASE_TRANSFER');
    await update(id, { templateId: templateIds.CASE_TRANSFER ?? '', emailSubject: 'My subject' });
    expect(await texts(id)).toEqual({
      emailSubject: 'My subject',
      emailContent: guide.CASE_TRANSFER.emailContent,
    });
  });

  it('[R9] come from the newest version once Employment Nova Scotia has published one', async () => {
    const templateId = templateIds.INFORMATIONAL_OUTSIDE ?? '';
    await house.database.correspondenceTemplateVersion.create({
      data: {
        templateId,
        number: 2,
        texts: {
          create: (['EN', 'FR'] as const).map((language) => ({
            language,
            ...{ name: 'Newer', emailSubject: `Newer ${language}`, emailContent: 'Newer words' },
            ...{ letterTitle: 'Newer', letterBody: 'Body' },
          })),
        },
      },
    });
    const id = await add('INFORMATIONAL_OUTSIDE');
    await update(id, { templateId });
    expect(await texts(id)).toEqual({ emailSubject: 'Newer EN', emailContent: 'Newer words' });
  });
});
