import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { CaseNotTransferable } from '../../../src/domain/cases/status.ts';
import { ConfirmationRequired, InvalidInput, NotFound } from '../../../src/domain/errors.ts';
import { addDays, programDay } from '../../../src/domain/program-day.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { OrganizationNotEligible } from '../../../src/domain/referrals/organization-choice.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft } from '../../support/referrals.ts';

let house: House;
let manager: Actor;
let referred: OpenedCase;

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
});
beforeEach(async () => {
  referred = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

const submit = (referralId: string, confirm = true) =>
  submitReferral(manager, house.platform, { referralId, confirm });
const load = (id: string) =>
  house.database.referral.findUniqueOrThrow({
    where: { id },
    include: { letter: true, correspondence: true, access: true },
  });
const queuedJobs = async (correspondenceId: string) =>
  await house.database.$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job WHERE name = 'send-correspondence' AND data->>'correspondenceId' = ${correspondenceId}`;

describe('confirmation', () => {
  it('[R15] asks with the guide’s text, and without the confirmation nothing changes', async () => {
    const id = await completeDraft(house, manager, { caseId: referred.id, type: 'INFORMATIONAL_WITHIN' });
    const before = await load(id);
    const refusal = await submit(id, false).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConfirmationRequired);
    expect((refusal as ConfirmationRequired).text.EN).toBe(
      'Submitting the referral will complete the referral and send an email to the specified address.\n\nDo you wish to proceed?',
    );
    expect(await load(id)).toEqual(before);
  });
});

describe('submit', () => {
  it('[R16] makes it Submitted, dated today in Halifax, with its correspondence queued', async () => {
    const id = await completeDraft(house, manager, { caseId: referred.id, type: 'INFORMATIONAL_WITHIN' });
    const today = programDay(new Date(), 'America/Halifax');
    // Half past two at night in UTC is still the evening before in Halifax.
    house.setNow(new Date(addDays(today, 1).getTime() + 2.5 * 3_600_000));
    await submit(id);
    const referral = await load(id);
    expect(referral).toMatchObject({ status: 'SUBMITTED', referralDate: today });
    expect(referral.correspondence).toMatchObject([{ status: 'QUEUED', emailTo: referral.emailTo }]);
  });

  it('[B1] writes the email job in the transaction that submits', async () => {
    const id = await completeDraft(house, manager, { caseId: referred.id, type: 'INFORMATIONAL_WITHIN' });
    await submit(id);
    const [correspondence] = (await load(id)).correspondence;
    expect(await queuedJobs(correspondence?.id ?? '')).toHaveLength(1);
  });

  it('[B1][R16] leaves nothing behind, not even the job, where the transaction fails', async () => {
    const id = await completeDraft(house, manager, { caseId: referred.id, type: 'INFORMATIONAL_WITHIN' });
    const jobs = async () => await house.database.$queryRaw`SELECT count(*)::int FROM pgboss.job`;
    const before = { referral: await load(id), jobs: await jobs() };
    const broken = { ...house.platform, timeZone: 'America/Halifax', queue: { ...house.platform.queue } };
    broken.queue.enqueue = async (transaction, kind, payload) => {
      await house.platform.queue.enqueue(transaction, kind, payload);
      throw new Error('the connection broke');
    };
    await expect(submitReferral(manager, broken, { referralId: id, confirm: true })).rejects.toThrow('broke');
    expect({ referral: await load(id), jobs: await jobs() }).toEqual(before);
  });

  it('[D1] names every missing field in one answer', async () => {
    const id = await addReferral(manager, house.platform, { caseId: referred.id, type: 'CASE_TRANSFER' });
    const refusal = await submit(id).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect((refusal as InvalidInput).problems.map(({ field }) => field)).toEqual([
      'organizationId',
      'contactName',
      'emailTo',
      'templateId',
      'emailSubject',
      'emailContent',
    ]);
  });

  it('[R6] refuses an organization that has dropped out of the list since', async () => {
    const id = await completeDraft(house, manager, {
      caseId: referred.id,
      type: 'INFORMATIONAL_WITHIN',
      to: 'valley.manager',
    });
    const { id: organizationId } = await house.organizationOf('valley.manager');
    await house.database.agreement.updateMany({ where: { organizationId }, data: { clientTracking: false } });
    await expect(submit(id)).rejects.toBeInstanceOf(OrganizationNotEligible);
    expect((await load(id)).status).toBe('DRAFT');
    await house.database.agreement.updateMany({ where: { organizationId }, data: { clientTracking: true } });
  });

  it('[R27] refuses a Case Transfer once the case is in Follow up or Closed', async () => {
    const other = await house.caseOf('north.manager', 'ASSESSMENT');
    const id = await completeDraft(house, manager, { caseId: other.id, type: 'CASE_TRANSFER' });
    for (const change of [
      { status: 'FOLLOW_UP' as const, closedOn: null },
      { status: 'CLOSED' as const, closedOn: new Date() },
    ]) {
      await house.database.case.update({ where: { id: other.id }, data: change });
      await expect(submit(id)).rejects.toBeInstanceOf(CaseNotTransferable);
    }
    expect((await load(id)).status).toBe('DRAFT');
  });

  it('[D9] racing submits of one referral submit it once, and none of them fails', async () => {
    const id = await completeDraft(house, manager, { caseId: referred.id, type: 'CASE_TRANSFER' });
    await Promise.all(Array.from({ length: 5 }, () => submit(id)));
    const referral = await load(id);
    expect(referral.correspondence).toHaveLength(1);
    expect(referral.status).toBe('SUBMITTED');
  });

  it('[R24] cannot be done by another organization, to whom the referral does not exist', async () => {
    const id = await completeDraft(house, manager, { caseId: referred.id, type: 'CASE_TRANSFER' });
    for (const username of ['south.manager', 'valley.admin', 'expired.manager']) {
      const stranger = await house.actor(username);
      await expect(
        submitReferral(stranger, house.platform, { referralId: id, confirm: true }),
      ).rejects.toBeInstanceOf(NotFound);
    }
  });
});
