import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import type { DraftInput } from '../../../src/domain/referrals/draft-input.ts';
import { WrongOrganizationKind } from '../../../src/domain/referrals/organization-choice.ts';
import { ReferralLocked } from '../../../src/domain/referrals/status.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import type { ReferralType } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { snapshot } from '../../support/snapshot.ts';

let house: House;
let manager: Actor;
let caseId: string;
let south: { id: string; generalContactEmail: string };
let valley: { id: string; generalContactEmail: string };

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  south = await house.organizationOf('south.manager');
  valley = await house.organizationOf('valley.manager');
});
beforeEach(async () => {
  caseId = (await openCase(house, 'north.manager')).id;
});
afterAll(async () => await house.stop());

const add = (type: ReferralType = 'INFORMATIONAL_WITHIN') =>
  addReferral(manager, house.platform, { caseId, type });
const update = (referralId: string, input: DraftInput, actor = manager) =>
  updateReferral(actor, house.platform, { referralId, ...input });
const load = (id: string) => house.database.referral.findUniqueOrThrow({ where: { id } });

describe('organization', () => {
  it.each(['CASE_TRANSFER', 'INFORMATIONAL_WITHIN'] as const)(
    '[R5] is chosen from the list for %s; a typed name is refused',
    async (type) => {
      const id = await add(type);
      const typed = update(id, { organizationName: 'Harbour Food Bank' });
      await expect(typed).rejects.toBeInstanceOf(WrongOrganizationKind);
      const both = update(id, { organizationId: south.id, organizationName: 'Harbour Food Bank' });
      await expect(both).rejects.toBeInstanceOf(WrongOrganizationKind);
      await update(id, { organizationId: south.id });
      expect(await load(id)).toMatchObject({
        receivingOrganizationId: south.id,
        outsideOrganizationName: null,
      });
    },
  );

  it('[R5] is typed for an organization outside; one from the list is refused', async () => {
    const id = await add('INFORMATIONAL_OUTSIDE');
    await expect(update(id, { organizationId: south.id })).rejects.toBeInstanceOf(WrongOrganizationKind);
    await update(id, { organizationName: '  Harbour Food Bank ' });
    expect(await load(id)).toMatchObject({
      receivingOrganizationId: null,
      outsideOrganizationName: 'Harbour Food Bank',
    });
  });

  it('[R5] can be emptied again, and a blank name is none', async () => {
    const within = await add();
    await update(within, { organizationId: south.id, organizationName: ' ' });
    await update(within, { organizationId: null, organizationName: null });
    expect(await load(within)).toMatchObject({ receivingOrganizationId: null });
    const outside = await add('INFORMATIONAL_OUTSIDE');
    await update(outside, { organizationName: 'Harbour Food Bank', organizationId: null });
    await update(outside, { organizationName: '' });
    expect(await load(outside)).toMatchObject({ outsideOrganizationName: null });
  });

  it('[R5] [R6] left out or chosen again stays, even where it could not be chosen any more', async () => {
    const id = await add();
    await update(id, { organizationId: valley.id });
    const where = { organizationId: valley.id };
    await house.database.agreement.updateMany({ where, data: { clientTracking: false } });
    await update(id, { contactName: 'Joel' });
    await update(id, { organizationId: valley.id, contactName: 'Wanda' });
    await house.database.agreement.updateMany({ where, data: { clientTracking: true } });
    expect(await load(id)).toMatchObject({ receivingOrganizationId: valley.id, contactName: 'Wanda' });
  });
});

describe('Email To', () => {
  it.each(['CASE_TRANSFER', 'INFORMATIONAL_WITHIN'] as const)(
    '[R7] of a %s is set to the chosen organization’s general contact email, each time another one is chosen',
    async (type) => {
      const id = await add(type);
      for (const { id: organizationId, generalContactEmail } of [south, valley]) {
        await update(id, { organizationId });
        expect(await load(id)).toMatchObject({ emailTo: generalContactEmail });
      }
    },
  );

  it('[R7] stays editable, and what was typed stays when the same organization is chosen again', async () => {
    const id = await add();
    await update(id, { organizationId: south.id });
    await update(id, { emailTo: 'joel@southshoreworks.example' });
    await update(id, { organizationId: south.id, contactName: 'Joel' });
    expect(await load(id)).toMatchObject({
      emailTo: 'joel@southshoreworks.example',
      contactName: 'Joel',
    });
  });

  it('[R7] typed for one organization does not stay when another one is chosen', async () => {
    const id = await add();
    await update(id, { organizationId: south.id, emailTo: 'joel@southshoreworks.example' });
    await update(id, { organizationId: valley.id });
    expect(await load(id)).toMatchObject({ emailTo: valley.generalContactEmail });
  });

  it('[R7] goes with the organization that brought it; a typed one stays', async () => {
    const id = await add();
    await update(id, { organizationId: south.id });
    await update(id, { organizationId: null });
    expect(await load(id)).toMatchObject({ receivingOrganizationId: null, emailTo: null });
    await update(id, { organizationId: south.id, emailTo: 'joel@southshoreworks.example' });
    await update(id, { organizationId: null });
    expect(await load(id)).toMatchObject({ emailTo: 'joel@southshoreworks.example' });
  });

  it('[R7] given along with the organization counts more than the general contact email', async () => {
    const id = await add();
    await update(id, { organizationId: south.id, emailTo: 'joel@southshoreworks.example' });
    expect(await load(id)).toMatchObject({ emailTo: 'joel@southshoreworks.example' });
  });

  it('[R7] is typed for an organization outside, as is the contact’s name', async () => {
    const id = await add('INFORMATIONAL_OUTSIDE');
    await update(id, { organizationName: 'Harbour Food Bank' });
    expect(await load(id)).toMatchObject({ emailTo: null, contactName: null });
    await update(id, { contactName: 'Mr. Sample', emailTo: 'sample@sample.ca' });
    expect(await load(id)).toMatchObject({ emailTo: 'sample@sample.ca', contactName: 'Mr. Sample' });
  });
});

describe('fields', () => {
  it('[R5] that are left out stay; null or blank empties them', async () => {
    const id = await add();
    await update(id, { contactName: 'Joel', emailTo: 'a@b.example', emailSubject: 'S', emailContent: 'C' });
    await update(id, { contactName: null, emailSubject: '  ' });
    expect(await load(id)).toMatchObject({
      contactName: null,
      emailTo: 'a@b.example',
      emailSubject: null,
      emailContent: 'C',
    });
  });
});

describe('who', () => {
  it('[R32] is nobody of another organization: the draft does not exist, or is for them to see alone', async () => {
    const id = await add('CASE_TRANSFER');
    await update(id, { organizationId: south.id });
    for (const username of ['south.manager', 'south.admin', 'valley.manager', 'expired.admin']) {
      const stranger = await house.actor(username);
      await expect(update(id, { contactName: 'X' }, stranger), username).rejects.toBeInstanceOf(NotFound);
    }
    const network = await house.actor('ens.admin');
    await expect(update(id, { contactName: 'X' }, network)).rejects.toBeInstanceOf(NotAllowed);
  });

  it('[R17] is not an auditor of the organization', async () => {
    const id = await add();
    const auditor: Actor = { ...manager, roles: ['AUDITOR'] };
    await expect(update(id, { contactName: 'X' }, auditor)).rejects.toBeInstanceOf(NotAllowed);
  });
});

describe('after submit', () => {
  it('[R17] no field can be changed, by anyone', async () => {
    const id = await submitted(house, manager, { caseId, type: 'INFORMATIONAL_WITHIN' });
    const { id: templateId } = await house.database.correspondenceTemplate.findFirstOrThrow();
    const before = await snapshot(house.database);
    const changes: Required<DraftInput> = {
      organizationId: valley.id,
      organizationName: 'Harbour Food Bank',
      contactName: 'Other',
      emailTo: 'other@other.example',
      templateId,
      language: 'FR',
      emailSubject: 'Other',
      emailContent: 'Other',
    };
    for (const username of ['north.manager', 'north.manager2', 'north.admin']) {
      const actor = await house.actor(username);
      for (const [field, value] of [...Object.entries(changes), ['version', 2]]) {
        const change = update(id, { [String(field)]: value }, actor);
        await expect(change, String(field)).rejects.toBeInstanceOf(ReferralLocked);
      }
    }
    for (const username of ['south.manager', 'auditor']) {
      const change = update(id, changes, await house.actor(username));
      await expect(change, username).rejects.toBeInstanceOf(NotFound);
    }
    const byNetwork = update(id, changes, await house.actor('ens.admin'));
    await expect(byNetwork).rejects.toBeInstanceOf(NotAllowed);
    expect(await snapshot(house.database)).toEqual(before);
  });
});
