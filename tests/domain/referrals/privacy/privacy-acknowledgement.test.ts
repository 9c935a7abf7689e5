import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/actor.ts';
import { ConfirmationRequired } from '../../../../src/domain/errors.ts';
import { PossibleDuplicate } from '../../../../src/domain/referrals/possible-duplicate.ts';
import { savedPrivacyFindings } from '../../../../src/domain/referrals/privacy/check-privacy.ts';
import { PrivacyFindingsNotAcknowledged } from '../../../../src/domain/referrals/privacy/privacy-acknowledgement.ts';
import { submitReferral } from '../../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../../src/domain/referrals/update-referral.ts';
import { openCase } from '../../../support/cases.ts';
import { buildHouse, type House } from '../../../support/house.ts';
import { completeDraft, submitted } from '../../../support/referrals.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { snapshot } from '../../../support/snapshot.ts';

const type = 'INFORMATIONAL_WITHIN';
const telling = {
  emailSubject: 'Referral of Wynn Testerly',
  emailContent: 'Wynn, SIN 095 152 203, W. Testerly, is on probation.',
};
const acknowledgePrivacyFindings = true;

let house: House;
let manager: Actor;
let caseId: string;

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
});
beforeEach(async () => {
  ({ id: caseId } = await openCase(house, 'north.manager'));
});
afterAll(async () => await house.stop());

async function draft(texts: Partial<typeof telling> = {}): Promise<string> {
  const referralId = await completeDraft(house, manager, { caseId, type });
  await updateReferral(manager, house.platform, { referralId, ...texts });
  return referralId;
}

const submit = (
  referralId: string,
  more: { acknowledgePrivacyFindings?: boolean; acknowledgeDuplicate?: boolean; confirm?: boolean } = {},
) => submitReferral(manager, house.platform, { referralId, confirm: true, ...more });
const statusOf = async (id: string) =>
  (await house.database.referral.findUniqueOrThrow({ where: { id } })).status;

async function findingsRefused(attempt: Promise<unknown>) {
  const refusal = await refusalOf(attempt);
  if (!(refusal instanceof PrivacyFindingsNotAcknowledged)) throw refusal;
  return refusal.findings;
}

/** What is on record of submitting. */
const audited = async () =>
  (await house.database.auditEvent.findMany({ where: { caseId, action: 'referral.submit' } })).map(
    ({ details }) => details,
  );

describe('submitting texts that may tell something of the client', () => {
  it('[B3] is refused with every finding, and changes nothing', async () => {
    const id = await draft(telling);
    const before = await snapshot(house.database);
    const findings = await findingsRefused(submit(id));
    expect(findings.map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      'emailSubject NAME',
      'emailContent NAME',
      'emailContent SIN',
      'emailContent NAME',
      'emailContent JUSTICE',
    ]);
    expect(findings).toEqual(await savedPrivacyFindings(manager, house.platform, id));
    expect(await snapshot(house.database)).toEqual(before);
  });

  it('[B3] is refused for one of low severity too', async () => {
    const emailContent = 'The client is on probation.';
    const findings = await findingsRefused(submit(await draft({ emailContent })));
    expect(findings).toMatchObject([{ kind: 'JUSTICE', severity: 'LOW' }]);
  });

  it('[B3] [D14] goes on once acknowledged; kinds, fields and counts are audited, and nothing of the text', async () => {
    const id = await draft(telling);
    await submit(id, { acknowledgePrivacyFindings });
    expect(await statusOf(id)).toBe('SUBMITTED');
    expect(await audited()).toEqual([
      [
        'acknowledgePrivacyFindings',
        'emailContent.JUSTICE:1',
        'emailContent.NAME:2',
        'emailContent.SIN:1',
        'emailSubject.NAME:1',
      ],
    ]);
  });

  it('[B3] needs no acknowledgement after the texts are corrected', async () => {
    const id = await draft(telling);
    await findingsRefused(submit(id));
    const corrected = { emailSubject: 'Client Referral', emailContent: 'Please see the attached letter.' };
    await updateReferral(manager, house.platform, { referralId: id, ...corrected });
    await submit(id);
    expect(await statusOf(id)).toBe('SUBMITTED');
  });

  it('[B3] is not audited as acknowledged where there was nothing to acknowledge', async () => {
    await submit(await draft(), { acknowledgePrivacyFindings });
    expect(await audited()).toEqual([[]]);
  });

  it('[B3] what was found is still shown afterwards', async () => {
    const id = await draft(telling);
    const before = await savedPrivacyFindings(manager, house.platform, id);
    await submit(id, { acknowledgePrivacyFindings });
    expect(before).toHaveLength(5);
    expect(await savedPrivacyFindings(manager, house.platform, id)).toEqual(before);
  });

  it('[B3] [D9] a second click on a submitted one is not asked again', async () => {
    const id = await draft(telling);
    await submit(id, { acknowledgePrivacyFindings });
    await submit(id);
    expect(await audited()).toHaveLength(1);
  });
});

describe('when it is asked', () => {
  it('[B3] [D10] [R15] after possible duplicates and before the confirmation, one after the other', async () => {
    await submitted(house, manager, { caseId, type });
    const id = await draft(telling);
    expect(await refusalOf(submit(id, { confirm: false }))).toBeInstanceOf(PossibleDuplicate);
    const acknowledgeDuplicate = true;
    await findingsRefused(submit(id, { acknowledgeDuplicate, confirm: false }));
    const both = { acknowledgeDuplicate, acknowledgePrivacyFindings };
    expect(await refusalOf(submit(id, { ...both, confirm: false }))).toBeInstanceOf(ConfirmationRequired);
    expect(await statusOf(id)).toBe('DRAFT');
    await submit(id, both);
    const acknowledged = (await audited()).at(-1)?.filter((detail) => detail.startsWith('acknowledge'));
    expect(acknowledged).toEqual(['acknowledgeDuplicate', 'acknowledgePrivacyFindings']);
  });
});
