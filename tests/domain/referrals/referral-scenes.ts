import type { Actor } from '../../../src/domain/actor.ts';
import { retireTemplate } from '../../../src/domain/correspondence/retire-template.ts';
import { addDays } from '../../../src/domain/program-day.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { daysUntilExpiry } from '../../../src/domain/referrals/given-access.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import type { CaseStatus, ReferralType } from '../../../src/generated/prisma/enums.ts';
import { openCase, setCaseStatus } from '../../support/cases.ts';
import type { House } from '../../support/house.ts';
import { completeDraft } from '../../support/referrals.ts';
import { publish, textsWith } from '../../support/templates.ts';
import { transfer, transferByNetwork } from '../../support/transfers.ts';
import { documentData } from './referral-action-ways.ts';

/** How to bring about a state that a referral can be in; each gives the referral's id. */
export type Scenes = Record<string, () => Promise<string>>;

const types: ReferralType[] = ['CASE_TRANSFER', 'INFORMATIONAL_WITHIN', 'INFORMATIONAL_OUTSIDE'];
const reason = 'The client moves away.';

/** The states of referrals that North makes, to South where the type wants a receiver. */
export async function referralScenes(house: House): Promise<Scenes> {
  const { database, platform } = house;
  const north = await house.actor('north.manager');
  const south = await house.actor('south.manager');
  const aCase = async (status?: CaseStatus) =>
    (await openCase(house, 'north.manager', status === undefined ? {} : { status })).id;
  const complete = async (type: ReferralType, more: { caseId?: string; to?: string } = {}) =>
    await completeDraft(house, north, { caseId: await aCase(), type, ...more });
  const sent = async (type: ReferralType) => {
    const id = await complete(type);
    await database.referralDocument.create({ data: await documentData(database, id) });
    await submitReferral(north, platform, { referralId: id, confirm: true });
    return id;
  };
  const change = (id: string, data: object) => database.referral.update({ where: { id }, data });
  const caseOf = async (id: string) => (await database.referral.findUniqueOrThrow({ where: { id } })).caseId;
  const correspondence = (referralId: string, data: object) =>
    database.correspondence.updateMany({ where: { referralId }, data });
  const failed = { status: 'FAILED', failedAt: new Date(), failureReason: 'UNKNOWN' };

  return {
    ...each(types, (type) => [
      `a new draft: ${type}`,
      async () => await addReferral(north, platform, { caseId: await aCase(), type }),
    ]),
    ...each(types, (type) => [`a complete draft: ${type}`, async () => await complete(type)]),
    ...each(types, (type) => [`on its way: ${type}`, async () => await sent(type)]),
    ...each(types, (type) => [
      `failed: ${type}`,
      async () => {
        const id = await sent(type);
        await correspondence(id, failed);
        return id;
      },
    ]),
    ...each(['FOLLOW_UP', 'CLOSED'] as const, (status) => [
      `a complete draft for the transfer of a case in ${status}`,
      async () => {
        const id = await complete('CASE_TRANSFER');
        await setCaseStatus(house, await caseOf(id), status);
        return id;
      },
    ]),
    'a draft whose organization is no longer eligible': async () =>
      await withLapsed(await complete('INFORMATIONAL_WITHIN')),
    'a draft that lacks a contact, and whose organization is no longer eligible': async () => {
      const id = await complete('INFORMATIONAL_WITHIN');
      await updateReferral(north, platform, { referralId: id, contactName: null, emailTo: 'nobody' });
      return await withLapsed(id);
    },
    'a draft whose template is retired': async () => {
      const templateId = await publish(house, 'INFORMATIONAL_WITHIN', textsWith('Passing'), 'new template');
      const id = await complete('INFORMATIONAL_WITHIN');
      await updateReferral(north, platform, { referralId: id, templateId, discardEdits: true });
      await retireTemplate(await house.actor('ens.admin'), platform, { templateId, confirm: true });
      return id;
    },
    'a draft whose letter cannot be printed': async () => {
      const id = await complete('INFORMATIONAL_OUTSIDE');
      await updateReferral(north, platform, { referralId: id, contactName: 'Ms. Smile 😀' });
      return id;
    },
    'a draft that repeats another and tells of the client': async () => {
      const id = await sent('INFORMATIONAL_WITHIN');
      const second = await complete('INFORMATIONAL_WITHIN', { caseId: await caseOf(id) });
      await updateReferral(north, platform, { referralId: second, emailSubject: 'About Wynn Testerly' });
      return second;
    },
    'a draft with as many documents as it can have': async () => {
      const id = await complete('INFORMATIONAL_WITHIN');
      const documents = await Promise.all(Array.from({ length: 20 }, () => documentData(database, id)));
      await database.referralDocument.createMany({ data: documents });
      return id;
    },
    emailed: async () => {
      const id = await sent('CASE_TRANSFER');
      await correspondence(id, { status: 'SENT', sentAt: new Date() });
      await change(id, { status: 'EMAILED', emailedAt: new Date() });
      return id;
    },
    withdrawn: async () => {
      const id = await sent('CASE_TRANSFER');
      await withdrawReferral(north, platform, { referralId: id, reason, confirm: true });
      return id;
    },
    declined: async () => {
      const id = await sent('CASE_TRANSFER');
      await declineReferral(south, platform, { referralId: id, reason, confirm: true });
      return id;
    },
    'run out': async () => {
      house.setNow(addDays(new Date(), -daysUntilExpiry.CASE_TRANSFER - 1));
      const id = await sent('CASE_TRANSFER');
      house.setNow(null);
      await correspondence(id, failed);
      return id;
    },
    'followed by the transfer': async () => {
      const id = await sent('CASE_TRANSFER');
      await transfer(house, south, await caseOf(id));
      return id;
    },
    'superseded by another transfer': async () => {
      const id = await sent('CASE_TRANSFER');
      await transferByNetwork(house, await caseOf(id), await house.actor('valley.manager'));
      return id;
    },
  };

  /** Sends the draft to an organization without an agreement, which it had when it was chosen. */
  async function withLapsed(id: string): Promise<string> {
    await change(id, { receivingOrganizationId: (await house.organizationOf('expired.manager')).id });
    return id;
  }
}

function each<One>(all: readonly One[], scene: (one: One) => [string, () => Promise<string>]): Scenes {
  return Object.fromEntries(all.map(scene));
}

/** Everybody who may stand in some relation to the case of a scene, and those who only look. */
export async function cast(house: House): Promise<Record<string, Actor>> {
  const names = [
    ...['north.manager', 'north.admin', 'south.manager', 'south.admin'],
    ...['valley.manager', 'ens.admin', 'auditor'],
  ];
  const members = await Promise.all(names.map(async (name) => [name, await house.actor(name)] as const));
  const readers = (['north.manager', 'south.manager'] as const).map(async (name) => {
    const reader: Actor = { ...(await house.actor(name)), roles: ['AUDITOR'] };
    return [`${name}, as a reader`, reader] as const;
  });
  return Object.fromEntries([...members, ...(await Promise.all(readers))]);
}
