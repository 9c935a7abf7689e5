import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import type { CaseWish } from '../../../src/domain/casework/case-wish.ts';
import { changeCaseStatus } from '../../../src/domain/casework/change-case-status.ts';
import { openCase } from '../../../src/domain/casework/open-case.ts';
import { openCase as caseOf } from '../../support/cases.ts';
import { caseWish, newClient } from '../../support/casework.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalOf, refusalWithoutChange } from '../../support/refusal.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let valley: Actor;
let wish: CaseWish;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
  valley = await house.actor('valley.manager');
  wish = await caseWish(house, north);
});
afterAll(async () => await house.stop());

const open = async (actor: Actor, personId: string, more: Partial<CaseWish> = {}) =>
  await openCase(actor, house.platform, { ...(await caseWish(house, actor)), personId, ...more });
const close = (actor: Actor, caseId: string) =>
  changeCaseStatus(actor, house.platform, { caseId, status: 'CLOSED', confirm: true });
const code = async (attempt: () => Promise<unknown>) =>
  ((await refusalWithoutChange(house.database, attempt)) as { code?: string }).code;

describe('who can open a case for a client', () => {
  it('[R24] the organization the client was referred to, for information or for transfer; then it manages a case of its own', async () => {
    const { id: caseId, personId } = await caseOf(house, 'north.manager');
    expect(await code(() => open(south, personId))).toBe('NOT_FOUND');
    await submitted(house, north, { caseId, type: 'INFORMATIONAL_WITHIN', to: 'south.manager' });
    await submitted(house, north, { caseId, type: 'CASE_TRANSFER', to: 'valley.manager' });
    for (const actor of [south, valley]) {
      const opened = await house.database.case.findUniqueOrThrow({
        where: { id: await open(actor, personId) },
      });
      expect(opened).toMatchObject({ organizationId: actor.organizationId, status: 'INTAKE', personId });
    }
  });

  it('[R32] nobody who managed one before, or has nothing to do with the client', async () => {
    const { id: caseId, personId } = await caseOf(house, 'north.manager');
    await submitted(house, north, { caseId, type: 'CASE_TRANSFER', to: 'south.manager' });
    await transfer(house, south, caseId);
    expect(await code(() => open(north, personId))).toBe('NOT_FOUND');
    expect(await code(() => open(valley, personId))).toBe('NOT_FOUND');
  });

  it('neither Employment Nova Scotia’s administrator, who sees all, nor an auditor', async () => {
    const { personId } = await newClient(house, north);
    const admin = await house.actor('ens.admin');
    expect(await code(() => openCase(admin, house.platform, { ...wish, personId }))).toBe('NOT_ALLOWED');
    expect(await code(() => open({ ...north, roles: ['AUDITOR'] }, personId))).toBe('NOT_ALLOWED');
  });
});

describe('a second case', () => {
  it('of the same program waits until the first is closed', async () => {
    const { personId, caseId } = await newClient(house, north);
    expect(await refusalOf(open(north, personId))).toMatchObject({ code: 'OPEN_CASE_EXISTS', caseId });
    await close(north, caseId);
    await open(north, personId);
  });

  it('of two at once one is opened', async () => {
    const { personId, caseId } = await newClient(house, north);
    await close(north, caseId);
    const attempts = await Promise.allSettled([
      open(north, personId),
      open(north, personId),
      open(north, personId),
    ]);
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'OPEN_CASE_EXISTS' });
    }
  });

  it('of another program is another case', async () => {
    const { personId } = await newClient(house, north);
    const skills = await house.database.program.findUniqueOrThrow({ where: { code: 'SKILLS' } });
    await open(north, personId, { programId: skills.id });
    expect(await house.database.case.count({ where: { personId } })).toBe(2);
  });

  it('is not opened while the closed one is being reopened: one of both wins', async () => {
    const { personId, caseId } = await newClient(house, north);
    await close(north, caseId);
    const reopened = { caseId, status: 'INTAKE', reason: 'Came back.', confirm: false } as const;
    const attempts = await Promise.allSettled([
      changeCaseStatus(north, house.platform, reopened),
      open(north, personId),
    ]);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const where = { personId, status: { not: 'CLOSED' } } as const;
    expect(await house.database.case.count({ where })).toBe(1);
  });
});

describe('what it is put under', () => {
  it('[R29] is the organization’s own and active; each wrong choice is named', async () => {
    const { personId, caseId } = await newClient(house, north);
    await close(north, caseId);
    const southern = await caseWish(house, south);
    const { programId } = wish;
    const attempt = openCase(north, house.platform, {
      ...southern,
      programId,
      personId,
      employmentGoal: 'a\nb',
    });
    expect(await fieldsRefused(attempt)).toEqual([
      ...['officeId', 'caseManagerId', 'agreementId', 'serviceDeliveryLocationId', 'employmentGoal'],
    ]);
    const missing = openCase(south, house.platform, {
      ...southern,
      personId: (await caseOf(house, 'south.manager', { status: 'CLOSED' })).personId,
      serviceDeliveryLocationId: null,
    });
    expect(await fieldsRefused(missing)).toEqual(['serviceDeliveryLocationId']);
  });

  it('is no case manager who is disabled at that moment', async () => {
    const { personId, caseId } = await newClient(house, north);
    await close(north, caseId);
    const { staffId } = await house.actor('north.manager2');
    await house.database.staff.update({ where: { id: staffId }, data: { disabledAt: new Date() } });
    expect(await fieldsRefused(open(north, personId, { caseManagerId: staffId }))).toEqual(['caseManagerId']);
    await house.database.staff.update({ where: { id: staffId }, data: { disabledAt: null } });
  });

  it('[D13] has a number that is not next to the last one, and another one where that is taken', async () => {
    const numbers: number[] = [];
    for (let times = 0; times < 5; times += 1) {
      const { caseId } = await newClient(house, north);
      const { number } = await house.database.case.findUniqueOrThrow({ where: { id: caseId } });
      expect(number).toMatch(/^[1-9]\d{7}$/);
      numbers.push(Number(number));
    }
    const steps = numbers.slice(1).map((number, at) => Math.abs(number - (numbers[at] ?? 0)));
    expect(steps.every((step) => step > 100)).toBe(true);
  });
});
