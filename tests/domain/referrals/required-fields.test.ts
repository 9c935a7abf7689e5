import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { retireTemplate } from '../../../src/domain/correspondence/retire-template.ts';
import { TemplateNotOffered } from '../../../src/domain/correspondence/template-text.ts';
import { InvalidInput } from '../../../src/domain/errors.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import type { DraftInput } from '../../../src/domain/referrals/draft-input.ts';
import { OrganizationNotEligible } from '../../../src/domain/referrals/organization-choice.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { ReferralType } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft } from '../../support/referrals.ts';
import { fieldsRefused, refusalOf } from '../../support/refusal.ts';
import { publish, textsWith } from '../../support/templates.ts';

let house: House;
let manager: Actor;
let caseId: string;
let valley: { organizationId: string };

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  valley = { organizationId: (await house.organizationOf('valley.manager')).id };
});
beforeEach(async () => {
  ({ id: caseId } = await openCase(house, 'north.manager'));
  await setTracking(true);
});
afterAll(async () => await house.stop());

const setTracking = async (clientTracking: boolean) =>
  void (await house.database.agreement.updateMany({ where: valley, data: { clientTracking } }));
const submit = (referralId: string, confirm = true) =>
  submitReferral(manager, house.platform, { referralId, confirm });
const update = (referralId: string, input: DraftInput) =>
  updateReferral(manager, house.platform, { referralId, ...input });
const draft = () =>
  completeDraft(house, manager, { caseId, type: 'INFORMATIONAL_WITHIN', to: 'valley.manager' });

const typed = ['contactName', 'emailTo', 'templateId', 'emailSubject', 'emailContent'];

describe('what is missing', () => {
  it.each(Object.values(ReferralType))(
    '[D1] of a new %s is named in one answer, confirmed or not',
    async (type) => {
      const id = await addReferral(manager, house.platform, { caseId, type });
      const organization = type === 'INFORMATIONAL_OUTSIDE' ? 'organizationName' : 'organizationId';
      for (const confirm of [true, false]) {
        expect(await fieldsRefused(submit(id, confirm))).toEqual([organization, ...typed]);
      }
    },
  );

  it('[D1] is named alone once the rest is there', async () => {
    for (const field of ['contactName', 'emailTo', 'emailSubject', 'emailContent']) {
      const id = await draft();
      await update(id, { [field]: null });
      expect(await fieldsRefused(submit(id))).toEqual([field]);
    }
  });

  it('[D1] is also what cannot be seen', async () => {
    const id = await draft();
    await update(id, { contactName: '\u3164', emailContent: '\u00a0\n\u2060' });
    expect(await fieldsRefused(submit(id))).toEqual(['contactName', 'emailContent']);
  });
});

describe('what is wrong', () => {
  it('[D1] an address that is none is named beside what is missing', async () => {
    const id = await draft();
    await update(id, { emailTo: 'Joel <joel@valleycareer.example>', contactName: null });
    const refusal = await refusalOf(submit(id));
    expect((refusal as InvalidInput).problems).toEqual([
      {
        field: 'contactName',
        text: expect.objectContaining({ EN: expect.stringContaining('Fill this in') }),
      },
      { field: 'emailTo', text: expect.objectContaining({ FR: expect.stringContaining('adresse') }) },
    ]);
  });

  it('[D1] [R6] an organization that dropped out is named beside other fields, with its reasons', async () => {
    const id = await draft();
    await update(id, { emailTo: 'nobody' });
    await setTracking(false);
    const refusal = await refusalOf(submit(id));
    expect(refusal).toBeInstanceOf(InvalidInput);
    const { problems } = refusal as InvalidInput;
    expect(problems.map(({ field }) => field)).toEqual(['emailTo', 'organizationId']);
    expect(problems[1]?.text.EN).toContain('does not have client tracking enabled');
  });

  it('[R6] an organization that dropped out is refused with its reasons where nothing else is wrong', async () => {
    const id = await draft();
    await setTracking(false);
    const refusal = await refusalOf(submit(id));
    expect(refusal).toBeInstanceOf(OrganizationNotEligible);
    expect(refusal).toMatchObject({ reasons: ['NO_CLIENT_TRACKING'] });
    await setTracking(true);
    await submit(id);
  });

  it('[R8] a template that was retired is refused, beside an organization that dropped out too', async () => {
    const id = await draft();
    const templateId = await publish(house, 'INFORMATIONAL_WITHIN', textsWith('Another'), 'new template');
    await update(id, { templateId });
    await retireTemplate(await house.actor('ens.admin'), house.platform, { templateId, confirm: true });
    await expect(submit(id)).rejects.toBeInstanceOf(TemplateNotOffered);
    await setTracking(false);
    expect(await fieldsRefused(submit(id))).toEqual(['organizationId', 'templateId']);
  });
});
