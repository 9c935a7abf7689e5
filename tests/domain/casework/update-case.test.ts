import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { updateCase } from '../../../src/domain/casework/update-case.ts';
import { addHomepageTask } from '../../../src/domain/homepage/add-homepage-task.ts';
import { setCaseStatus } from '../../support/cases.ts';
import { caseWish, newClient } from '../../support/casework.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { race } from '../../support/racing.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalWithoutChange } from '../../support/refusal.ts';

let house: House;
let north: Actor;
let other: Actor;
let caseId: string;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  other = await house.actor('north.manager2');
});
beforeEach(async () => {
  ({ caseId } = await newClient(house, north));
});
afterAll(async () => await house.stop());

const update = (change: object, by = north) => updateCase(by, house.platform, { caseId, ...change });
const now = () => house.database.case.findUniqueOrThrow({ where: { id: caseId } });
const tasks = async () =>
  (await house.database.homepageTask.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map(
    ({ type, assigneeId, completedAt }) => [type, assigneeId, completedAt === null ? 'open' : 'done'],
  );

describe('a change of a case', () => {
  it('[D14] changes what is given, keeps what is not, and names the fields alone', async () => {
    const office = await house.database.office.findFirstOrThrow({
      where: { organizationId: north.organizationId, id: { not: (await now()).officeId } },
    });
    const before = await now();
    await update({ officeId: office.id, employmentGoal: ' Baker ', caseManagerId: before.caseManagerId });
    expect(await now()).toEqual({
      ...{ ...before, officeId: office.id, employmentGoal: 'Baker' },
      ...{ version: before.version + 1, updatedAt: expect.any(Date) },
    });
    await update({ employmentGoal: null });
    expect((await now()).employmentGoal).toBe(null);
    const events = await house.database.auditEvent.findMany({ where: { caseId, action: 'case.update' } });
    expect(events.map(({ details }) => details.toSorted())).toEqual([
      ['employmentGoal', 'officeId'],
      ['employmentGoal'],
    ]);
  });

  it('that changes nothing leaves the version as it is, also where its agreement has ended since', async () => {
    const before = await now();
    await house.database.agreement.update({
      where: { id: before.agreementId },
      data: { endsOn: new Date('2020-12-31'), startsOn: new Date('2020-01-01') },
    });
    await update({ agreementId: before.agreementId, officeId: before.officeId, employmentGoal: '' });
    expect(await now()).toEqual(before);
    await house.database.agreement.update({
      where: { id: before.agreementId },
      data: { endsOn: new Date('2099-12-31') },
    });
  });

  it('[R29] names every choice that is not on offer, and what cannot be emptied', async () => {
    const southern = await caseWish(house, await house.actor('south.manager'));
    const { programId: _, caseManagerId, ...choices } = southern;
    const wrong = { ...choices, caseManagerId, employmentGoal: 'x'.repeat(501) };
    expect((await fieldsRefused(update(wrong))).toSorted()).toEqual(Object.keys(wrong).toSorted());
    const emptied = { officeId: null, caseManagerId: null, agreementId: null };
    expect((await fieldsRefused(update(emptied))).toSorted()).toEqual(Object.keys(emptied).toSorted());
  });

  it('is refused where the case has changed since the user saw it, and once it is closed', async () => {
    const { version } = await now();
    await update({ version, employmentGoal: 'Baker' });
    const stale = await refusalWithoutChange(house.database, () =>
      update({ version, employmentGoal: 'Cook' }),
    );
    expect(stale).toMatchObject({ code: 'STALE_RECORD', version: version + 1 });
    await setCaseStatus(house, caseId, 'CLOSED');
    expect(
      await refusalWithoutChange(house.database, () => update({ employmentGoal: 'Cook' })),
    ).toMatchObject({
      code: 'CASE_NOT_OPEN',
    });
  });

  it('[D9] of two at once with the same version, one is made', async () => {
    const { version } = await now();
    const attempts = await race(house.url, caseId, [
      () => update({ version, employmentGoal: 'Baker' }),
      () => update({ version, employmentGoal: 'Cook' }),
    ]);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('[R26] [R32] is for the organization that manages the case alone, and not for every role', async () => {
    await submitted(house, north, { caseId, type: 'CASE_TRANSFER', to: 'south.manager' });
    const code = async (by: Actor) =>
      ((await refusalWithoutChange(house.database, () => update({}, by))) as { code?: string }).code;
    expect(await code(await house.actor('south.manager'))).toBe('NOT_ALLOWED');
    expect(await code(await house.actor('ens.admin'))).toBe('NOT_ALLOWED');
    expect(await code({ ...north, roles: ['AUDITOR'] })).toBe('NOT_ALLOWED');
    expect(await code(await house.actor('valley.manager'))).toBe('NOT_FOUND');
  });
});

describe('another case manager', () => {
  it('[R33] [R34] gets a task and the open work, the former one a task, and the Case Home Page a notification', async () => {
    const admin = await house.actor('north.admin');
    const work = {
      type: 'TRANSFER_STALE',
      assigneeId: north.staffId,
      organizationId: north.organizationId,
    } as const;
    await house.database.$transaction((transaction) =>
      addHomepageTask(transaction, {
        ...work,
        caseId,
        createdById: north.staffId,
        dueOn: new Date('2026-01-01'),
      }),
    );
    await update({ caseManagerId: other.staffId }, admin);
    expect((await tasks()).toSorted()).toEqual(
      [
        ['TRANSFER_STALE', north.staffId, 'done'],
        ['TRANSFER_STALE', other.staffId, 'open'],
        ['CASE_ASSIGNED', other.staffId, 'open'],
        ['CASE_REASSIGNED', north.staffId, 'open'],
      ].toSorted(),
    );
    expect(await house.database.caseNotification.findMany({ where: { caseId } })).toMatchObject([
      { type: 'CASE_REASSIGNED' },
    ]);
  });

  it('is not told what they did themselves, and a task that they were given the case goes with the case', async () => {
    await update({ caseManagerId: other.staffId }, other);
    expect(await tasks()).toEqual([['CASE_REASSIGNED', north.staffId, 'open']]);
    await update({ caseManagerId: north.staffId }, other);
    expect(await tasks()).toContainEqual(['CASE_ASSIGNED', north.staffId, 'open']);
    await update({ caseManagerId: other.staffId }, other);
    expect(await tasks()).toContainEqual(['CASE_ASSIGNED', north.staffId, 'done']);
  });

  it('is active and of the organization', async () => {
    await house.database.staff.update({ where: { id: other.staffId }, data: { disabledAt: new Date() } });
    expect(await fieldsRefused(update({ caseManagerId: other.staffId }))).toEqual(['caseManagerId']);
    await house.database.staff.update({ where: { id: other.staffId }, data: { disabledAt: null } });
  });
});
