import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { LastTemplate, retireTemplate } from '../../../src/domain/correspondence/retire-template.ts';
import { TemplateNotOffered } from '../../../src/domain/correspondence/template-text.ts';
import { ConfirmationRequired, NotFound } from '../../../src/domain/errors.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { referralLetter } from '../../../src/domain/referrals/referral-letter.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft } from '../../support/referrals.ts';
import { refusalOf } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';
import { newestTemplate, publish, textsWith } from '../../support/templates.ts';

let house: House;
let ens: Actor;
let north: Actor;
beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
  north = await house.actor('north.manager');
});
afterAll(async () => await house.stop());

const type = 'INFORMATIONAL_OUTSIDE';
let published = 0;
const another = () => {
  published += 1;
  return publish(house, type, textsWith(`Another ${published}`), 'new template');
};
const retire = (templateId: string, confirm = true) =>
  retireTemplate(ens, house.platform, { templateId, confirm });
const submit = (referralId: string) => submitReferral(north, house.platform, { referralId, confirm: true });
const choose = (referralId: string, templateId: string) =>
  updateReferral(north, house.platform, { referralId, templateId });

/** A draft that lacks nothing, with this template. */
async function draftWith(templateId: string): Promise<string> {
  const { id: caseId } = await openCase(house, 'north.manager');
  const id = await completeDraft(house, north, { caseId, type });
  await choose(id, templateId);
  return id;
}

describe('a retired template', () => {
  it('[R8] is on offer no more, while its versions stay', async () => {
    const templateId = await another();
    await retire(templateId);
    const { id: caseId } = await openCase(house, 'north.manager');
    const id = await addReferral(north, house.platform, { caseId, type });
    await expect(choose(id, templateId)).rejects.toBeInstanceOf(TemplateNotOffered);
    const versions = house.database.correspondenceTemplateVersion.count({ where: { templateId } });
    expect(await versions).toBe(1);
  });

  it('[R8] keeps a draft that has it from being submitted, until another one is chosen', async () => {
    const templateId = await another();
    const id = await draftWith(templateId);
    await retire(templateId);
    const before = await snapshot(house.database);
    await expect(submit(id)).rejects.toBeInstanceOf(TemplateNotOffered);
    expect(await snapshot(house.database)).toEqual(before);
    await choose(id, (await newestTemplate(house.database, type)).templateId);
    await submit(id);
    const { status } = await house.database.referral.findUniqueOrThrow({ where: { id } });
    expect(status).toBe('SUBMITTED');
  });

  it('[R22] stays the template of what was submitted with it', async () => {
    const templateId = await another();
    const id = await draftWith(templateId);
    await submit(id);
    const letter = await referralLetter(north, house.platform, id);
    await retire(templateId);
    await submit(id);
    expect(await referralLetter(north, house.platform, id)).toEqual(letter);
    const referral = await house.database.referral.findUniqueOrThrow({ where: { id } });
    expect(referral).toMatchObject({ templateId, status: 'SUBMITTED' });
  });

  it('is retired once: a second time changes nothing and is no error', async () => {
    const templateId = await another();
    await retire(templateId);
    const before = await snapshot(house.database);
    await retire(templateId);
    await retire(templateId, false);
    expect(await snapshot(house.database)).toEqual(before);
  });
});

describe('retiring', () => {
  it('[R8] asks for confirmation, and tells how many drafts have it; until then nothing changes', async () => {
    const templateId = await another();
    await draftWith(templateId);
    const before = await snapshot(house.database);
    const refusal = await refusalOf(retire(templateId, false));
    expect(refusal).toBeInstanceOf(ConfirmationRequired);
    expect(refusal).toMatchObject({
      text: {
        EN: expect.stringMatching(/Drafts that have it: 1\.\n\nDo you wish to proceed\?$/),
        FR: expect.stringMatching(/Ébauches concernées : 1\.\n\nVoulez-vous continuer\?$/),
      },
    });
    expect(await snapshot(house.database)).toEqual(before);
  });

  it('[D14] is on record', async () => {
    const templateId = await another();
    await retire(templateId);
    const where = { entityId: templateId, action: 'template.retire' };
    expect(await house.database.auditEvent.findMany({ where })).toMatchObject([
      { actorId: ens.staffId, entityType: 'CorrespondenceTemplate', outcome: 'DONE', details: [] },
    ]);
  });

  it('[R8] leaves one template on offer for each type, also when two retire at once', async () => {
    const { templateId } = await newestTemplate(house.database, 'CASE_TRANSFER');
    await expect(retire(templateId)).rejects.toBeInstanceOf(LastTemplate);
    const other = await publish(house, 'CASE_TRANSFER', textsWith('Other'), 'new template');
    const outcomes = await Promise.allSettled([retire(templateId), retire(other)]);
    const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refusals).toEqual([expect.any(LastTemplate)]);
    const where = { referralType: 'CASE_TRANSFER', retiredAt: null } as const;
    expect(await house.database.correspondenceTemplate.count({ where })).toBe(1);
  });

  it('is refused for a template that there is not', async () => {
    await expect(retire('00000000-0000-7000-8000-000000000000')).rejects.toBeInstanceOf(NotFound);
  });
});
