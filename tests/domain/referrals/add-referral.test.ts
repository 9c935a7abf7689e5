import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { CaseNotTransferable } from '../../../src/domain/cases/status.ts';
import { NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { CaseStatus, ReferralType } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { snapshot } from '../../support/snapshot.ts';

let house: House;
let manager: Actor;

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
});
afterAll(async () => await house.stop());

const add = (actor: Actor, caseId: string, type: ReferralType = 'INFORMATIONAL_WITHIN') =>
  addReferral(actor, house.platform, { caseId, type });

describe('how many, and when', () => {
  it('[R1] adds any number of referrals to a case, also of one type and beside submitted ones', async () => {
    const { id: caseId } = await openCase(house, 'north.manager');
    const types = Object.values(ReferralType);
    for (const type of [...types, ...types]) await add(manager, caseId, type);
    for (const type of types) await submitted(house, manager, { caseId, type });
    for (const type of types) await add(manager, caseId, type);
    expect(await house.database.referral.count({ where: { caseId } })).toBe(12);
  });

  it('[R1] adds an informational referral and submits it whatever the status of the case', async () => {
    for (const status of Object.values(CaseStatus)) {
      const { id: caseId } = await openCase(house, 'north.manager', { status });
      for (const type of ['INFORMATIONAL_WITHIN', 'INFORMATIONAL_OUTSIDE'] as const) {
        const referralId = await completeDraft(house, manager, { caseId, type });
        await submitReferral(manager, house.platform, { referralId, confirm: true });
      }
      expect(await house.database.referral.count({ where: { caseId, status: 'SUBMITTED' } })).toBe(2);
    }
  });

  it('[R27] refuses a Case Transfer in Follow up and Closed alone', async () => {
    const refused: CaseStatus[] = [];
    for (const status of Object.values(CaseStatus)) {
      const { id } = await openCase(house, 'north.manager', { status });
      await add(manager, id, 'CASE_TRANSFER').catch((refusal: unknown) => {
        expect(refusal).toBeInstanceOf(CaseNotTransferable);
        refused.push(status);
      });
      const added = refused.includes(status) ? 0 : 1;
      expect(await house.database.referral.count({ where: { caseId: id } })).toBe(added);
    }
    expect(refused).toEqual(['FOLLOW_UP', 'CLOSED']);
  });
});

describe('a new referral', () => {
  it.each(Object.values(ReferralType))(
    '[R4] of type %s is a draft without a date, in English, with every other field empty',
    async (type) => {
      const { id: caseId } = await openCase(house, 'north.manager');
      const id = await add(manager, caseId, type);
      const { createdAt, updatedAt, ...row } = await house.database.referral.findUniqueOrThrow({
        where: { id },
      });
      expect(row).toEqual({
        id,
        caseId,
        type,
        status: 'DRAFT',
        version: 1,
        sendingOrganizationId: manager.organizationId,
        createdById: manager.staffId,
        language: 'EN',
        receivingOrganizationId: null,
        outsideOrganizationName: null,
        contactName: null,
        emailTo: null,
        templateId: null,
        templateVersionId: null,
        emailSubject: null,
        emailContent: null,
        submittedById: null,
        submittedAt: null,
        referralDate: null,
        emailedAt: null,
      });
    },
  );

  it('[R4] is in English also for someone who works in French', async () => {
    const valley = await house.actor('valley.manager2');
    expect(valley.language).toBe('FR');
    const { id: caseId } = await openCase(house, 'valley.manager2');
    const id = await add(valley, caseId);
    expect(await house.database.referral.findUnique({ where: { id } })).toMatchObject({ language: 'EN' });
  });
});

describe('who', () => {
  it('[R1] is anyone who works on the cases of the organization, whoever manages this one', async () => {
    const { id: caseId } = await openCase(house, 'north.manager');
    for (const username of ['north.manager', 'north.manager2', 'north.admin']) {
      await expect(add(await house.actor(username), caseId)).resolves.toBeTypeOf('string');
    }
  });

  it('[R32] is nobody of another organization: the case does not exist, or it is for them to see alone', async () => {
    const { id: caseId } = await openCase(house, 'north.manager');
    await submitted(house, manager, { caseId, type: 'CASE_TRANSFER' });
    const strangers = await house.database.staff.findMany({
      where: { organizationId: { not: manager.organizationId } },
    });
    expect(strangers.length).toBeGreaterThan(10);
    const before = await snapshot(house.database);
    for (const { username } of strangers) {
      const sees = username.startsWith('south.') || username === 'ens.admin';
      const refused = expect(add(await house.actor(username), caseId), username).rejects;
      await refused.toBeInstanceOf(sees ? NotAllowed : NotFound);
    }
    expect(await snapshot(house.database)).toEqual(before);
  });

  it('[R32] gets the same answer for a case of others and for one that does not exist', async () => {
    const stranger = await house.actor('south.manager');
    const { id } = await openCase(house, 'north.manager');
    const messages = await Promise.all(
      [id, '00000000-0000-7000-8000-000000000000'].map((caseId) =>
        add(stranger, caseId).catch((refusal: unknown) => String(refusal)),
      ),
    );
    expect(messages[0]).toBe(messages[1]);
  });

  it.each([
    ['is an auditor', { roles: ['AUDITOR'] as const }, NotAllowed],
    [
      'is a program that may read cases',
      { roles: ['INTEGRATION'] as const, scopes: ['READ_CASES'] as const },
      NotAllowed,
    ],
    // Who sees no cases is told of none.
    ['is a program without scopes', { roles: ['INTEGRATION'] as const }, NotFound],
    ['administers the network, but elsewhere', { roles: ['ENS_ADMINISTRATOR'] as const }, NotFound],
  ])('[R1] is not a member of the organization who only %s', async (_who, who, refusal) => {
    const { id: caseId } = await openCase(house, 'north.manager');
    await expect(add({ ...manager, ...who }, caseId)).rejects.toBeInstanceOf(refusal);
    expect(await house.database.referral.count({ where: { caseId } })).toBe(0);
  });
});
