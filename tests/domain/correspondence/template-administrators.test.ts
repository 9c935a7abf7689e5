import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { previewTemplate } from '../../../src/domain/correspondence/preview-template.ts';
import { publishTemplate } from '../../../src/domain/correspondence/publish-template.ts';
import { retireTemplate } from '../../../src/domain/correspondence/retire-template.ts';
import { NotAllowed } from '../../../src/domain/errors.ts';
import { StaffRole } from '../../../src/generated/prisma/enums.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { refusalOf } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';
import { type NewestTemplate, newestTemplate, publish, textsWith } from '../../support/templates.ts';

let house: House;
let template: NewestTemplate;
beforeAll(async () => {
  house = await buildHouse();
  template = await newestTemplate(house.database, 'INFORMATIONAL_WITHIN');
  await publish(house, 'INFORMATIONAL_WITHIN', textsWith('Other'), 'new template');
});
afterAll(async () => await house.stop());

const { ENS_ADMINISTRATOR: administrator, ...otherRoles } = StaffRole;
const organizations = ['ens.admin', 'north.manager', 'south.manager', 'expired.manager', 'noecm.manager'];

/** Every role but the one that may, in Employment Nova Scotia too, and that one everywhere else. */
const everyoneElse = organizations.flatMap((colleague) =>
  [...Object.values(otherRoles), administrator]
    .filter((role) => colleague !== 'ens.admin' || role !== administrator)
    .map((role) => ({ role, colleague })),
);

/** A member of staff with one role, of the same organization as a colleague. */
async function member(role: StaffRole, colleague: string): Promise<Actor> {
  return { ...(await house.actor(colleague)), roles: [role] };
}

describe.each(everyoneElse)('a member with the role $role beside $colleague', ({ role, colleague }) => {
  it('[R23] can publish no template, retire none, and preview none, with or without confirming', async () => {
    const actor = await member(role, colleague);
    const { templateId, version } = template;
    const texts = textsWith('Forbidden');
    const before = await snapshot(house.database);
    for (const confirm of [true, false]) {
      for (const attempt of [
        () => publishTemplate(actor, house.platform, { templateId, version, texts, confirm }),
        () => publishTemplate(actor, house.platform, { referralType: 'CASE_TRANSFER', texts, confirm }),
        () => publishTemplate(actor, house.platform, { texts: { EN: null, FR: null }, confirm }),
        () => retireTemplate(actor, house.platform, { templateId, confirm }),
        () => previewTemplate(actor, house.platform, { templateId, texts }),
      ]) {
        await expect(attempt()).rejects.toBeInstanceOf(NotAllowed);
      }
    }
    expect(await snapshot(house.database)).toEqual(before);
  });
});

it('[R23] every sample user is told so, but for the administrator of Employment Nova Scotia', async () => {
  const staff = await house.database.staff.findMany({ select: { username: true } });
  const allowed: string[] = [];
  for (const { username } of staff) {
    const actor = await house.actor(username).catch(() => null);
    if (actor === null) continue;
    await previewTemplate(actor, house.platform, { ...template, texts: textsWith('Mine') }).then(
      () => allowed.push(username),
      (refusal: unknown) => expect(refusal).toBeInstanceOf(NotAllowed),
    );
  }
  expect(staff.length).toBeGreaterThan(10);
  expect(allowed).toEqual(['ens.admin']);
});

it('[R23] the refusal says whom to ask, in both languages', async () => {
  const actor = await house.actor('north.admin');
  const refusal = await refusalOf(previewTemplate(actor, house.platform, { texts: textsWith('Mine') }));
  expect(refusal).toMatchObject({
    text: {
      EN: expect.stringMatching(/^Your role does not .* administrators of Employment Nova Scotia: ask them/),
      FR: expect.stringMatching(/^Votre rôle ne .* administrateurs d’Emploi Nouvelle-Écosse : demandez-leur/),
    },
  });
});
