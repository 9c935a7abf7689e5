import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { addFailureTasks } from '../../../src/domain/correspondence/failure-tasks.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import type { HomepageTaskType, ReferralType } from '../../../src/generated/prisma/enums.ts';
import { expireAccess } from '../../../src/jobs/expire-access.ts';
import { remindOfTransfers } from '../../../src/jobs/remind-of-transfers.ts';
import { actionPlans, beginCaseload, hire, openCaseload, workOff } from '../../support/caseloads.ts';
import { openCase } from '../../support/cases.ts';
import { shown } from '../../support/homepage.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

const names = {
  north: 'North Shore Employment Services',
  south: 'South Shore Works Association',
  valley: 'Annapolis Valley Career Centre',
};
const noon = new Date('2026-09-07T16:00:00Z');
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000);
const end = { reason: 'About Wynn Testerly, who moves', confirm: true };

let house: House;
let north: Actor;
let south: Actor;
let caseId: string;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  house.setNow(noon);
  await house.database.homepageTask.deleteMany();
  caseId = (await openCase(house, 'north.manager')).id;
});
afterAll(async () => await house.stop());

const refer = (type: ReferralType = 'CASE_TRANSFER', to = 'south.manager') =>
  submitted(house, north, { caseId, type, to });

/** What the newest task of a type says to somebody, whether it is open or done. */
async function told(actor: Actor, type: HomepageTaskType): Promise<string[]> {
  const said: string[] = [];
  for (const language of ['EN', 'FR'] as const) {
    const order = { column: 'CREATED_AT', direction: 'DESC' } as const;
    const [task] = await shown(house, actor, { filter: { state: 'ALL', types: [type] }, order, language });
    expect(task?.message).not.toMatch(/Wynn|Testerly/);
    said.push(task?.message ?? 'no such task');
  }
  return said;
}

it('[R33] [R34] [R36] CASE_RECEIVED and CASE_TRANSFERRED say the guide’s sentence, and in French', async () => {
  await refer();
  await transfer(house, south, caseId);
  const sentence = [
    `Case has been transferred from ${names.north} to ${names.south}`,
    `Le cas a été transféré de ${names.north} à ${names.south}`,
  ];
  expect(await told(south, 'CASE_RECEIVED')).toEqual(sentence);
  expect(await told(north, 'CASE_TRANSFERRED')).toEqual(sentence);
});

it('[R36] REFERRAL_RECEIVED says from whom, and whether it is for transfer or for information', async () => {
  await refer();
  const receiver = await house.actor('south.admin');
  expect(await told(receiver, 'REFERRAL_RECEIVED')).toEqual([
    `A Case Transfer referral has been received from ${names.north}`,
    `Un aiguillage de transfert de cas a été reçu de ${names.north}`,
  ]);
  house.setNow(later(1));
  await refer('INFORMATIONAL_WITHIN', 'valley.manager');
  expect(await told(await house.actor('valley.admin'), 'REFERRAL_RECEIVED')).toEqual([
    `A referral for information has been received from ${names.north}`,
    `Un aiguillage à titre d’information a été reçu de ${names.north}`,
  ]);
});

it('[D3] [R36] REFERRAL_WITHDRAWN says by whom, and not why', async () => {
  await withdrawReferral(north, house.platform, { referralId: await refer(), ...end });
  expect(await told(await house.actor('south.admin'), 'REFERRAL_WITHDRAWN')).toEqual([
    `${names.north} has withdrawn a Case Transfer referral`,
    `${names.north} a retiré un aiguillage de transfert de cas`,
  ]);
});

it('[D4] [R36] REFERRAL_DECLINED says by whom, and not why', async () => {
  await declineReferral(south, house.platform, { referralId: await refer(), ...end });
  expect(await told(north, 'REFERRAL_DECLINED')).toEqual([
    `${names.south} has declined a Case Transfer referral`,
    `${names.south} a refusé un aiguillage de transfert de cas`,
  ]);
});

it('[D6] [R36] REFERRAL_SUPERSEDED says which referral, and where the case went', async () => {
  await refer('CASE_TRANSFER', 'valley.manager');
  await refer();
  await transfer(house, south, caseId);
  expect(await told(north, 'REFERRAL_SUPERSEDED')).toEqual([
    `The Case Transfer referral to ${names.valley} has been superseded: the case has been transferred from ${names.north} to ${names.south}`,
    `L’aiguillage de transfert de cas vers ${names.valley} a été remplacé : le cas a été transféré de ${names.north} à ${names.south}`,
  ]);
});

it('[D8] [R36] REFERRAL_EXPIRED says that nobody acted on it', async () => {
  await refer();
  house.setNow(later(91));
  await expireAccess(house.platform);
  expect(await told(north, 'REFERRAL_EXPIRED')).toEqual([
    `The Case Transfer referral to ${names.south} has ended because nobody acted on it`,
    `L’aiguillage de transfert de cas vers ${names.south} a pris fin parce que personne n’y a donné suite`,
  ]);
});

it('[D2] [R36] DELIVERY_FAILED says to whom, also where that name was typed, to those who see the referral', async () => {
  const sendings = async (type: ReferralType) => {
    const referral = await house.database.referral.findUniqueOrThrow({ where: { id: await refer(type) } });
    await house.database.$transaction((transaction) =>
      addFailureTasks(transaction, house.platform, { requestedById: north.staffId, referral }),
    );
    return await told(north, 'DELIVERY_FAILED');
  };
  expect(await sendings('CASE_TRANSFER')).toEqual([
    `A referral to ${names.south} could not be emailed`,
    `Un aiguillage vers ${names.south} n’a pas pu être envoyé par courriel`,
  ]);
  expect((await sendings('INFORMATIONAL_OUTSIDE'))[0]).toBe(
    'A referral to Harbour Food Bank could not be emailed',
  );
  await refer();
  await transfer(house, south, caseId);
  expect((await told(north, 'DELIVERY_FAILED'))[0]).toBe('A referral could not be emailed');
});

it('[B8] [R36] TRANSFER_STALE says to either side since when and for how many days, up to the day it was dealt with', async () => {
  await refer();
  house.setNow(later(14));
  await remindOfTransfers(house.platform);
  house.setNow(later(16));
  expect(await told(await house.actor('south.admin'), 'TRANSFER_STALE')).toEqual([
    `A Case Transfer referral from ${names.north} has been waiting since Sep 07, 2026 (16 days)`,
    `Un aiguillage de transfert de cas de ${names.north} est en attente depuis le 07 sept. 2026 (16 jours)`,
  ]);
  await house.database.homepageTask.updateMany({ data: { completedAt: later(17) } });
  house.setNow(later(40));
  expect(await told(north, 'TRANSFER_STALE')).toEqual([
    `The Case Transfer referral to ${names.south} has been waiting since Sep 07, 2026 (17 days)`,
    `L’aiguillage de transfert de cas vers ${names.south} est en attente depuis le 07 sept. 2026 (17 jours)`,
  ]);
});

it.each([
  [1, '1 case has been transferred', '1 cas a été transféré'],
  [2, '2 cases have been transferred', '2 cas ont été transférés'],
])(
  '[B9] [R36] CASELOAD_RECEIVED and CASELOAD_TRANSFERRED count %i, with organizations, or inside one with case managers',
  async (cases, EN, FR) => {
    const admin = await house.actor('north.admin');
    const from = await hire(house.database, 'north.manager');
    const to = await hire(house.database, 'north.manager');
    const caseIds = await openCaseload(house.database, from, actionPlans(cases));
    await workOff(house, await beginCaseload(house, admin, from, to, { caseIds }));
    const nameOf = async ({ staffId }: Actor) =>
      (await house.database.staff.findUniqueOrThrow({ where: { id: staffId } })).familyName;
    const between = [await nameOf(from), await nameOf(to)].map((name) => `Alex ${name}`);
    const inside = [`${EN} from ${between.join(' to ')}`, `${FR} de ${between.join(' à ')}`];
    expect(await told(to, 'CASELOAD_RECEIVED')).toEqual(inside);
    const away = await hire(house.database, 'south.manager');
    const ens = await house.actor('ens.admin');
    await workOff(house, await beginCaseload(house, ens, to, away, { caseIds }));
    expect(await told(to, 'CASELOAD_TRANSFERRED')).toEqual([
      `${EN} from ${names.north} to ${names.south}`,
      `${FR} de ${names.north} à ${names.south}`,
    ]);
  },
);

it('[R36] a task of which nothing more is on record says what it is', async () => {
  const { staffId: assigneeId, organizationId } = north;
  await house.database.homepageTask.create({
    data: {
      type: 'TRANSFER_STALE',
      assigneeId,
      organizationId,
      caseId,
      createdById: assigneeId,
      dueOn: noon,
    },
  });
  expect(await told(north, 'TRANSFER_STALE')).toEqual([
    'A transfer request has been waiting',
    'Une demande de transfert est en attente',
  ]);
});
