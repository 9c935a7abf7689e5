import type { Actor } from '../../../src/domain/actor.ts';
import { changeCaseStatus } from '../../../src/domain/casework/change-case-status.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import { addDays, programDay } from '../../../src/domain/program-day.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { expire } from '../../../src/domain/referrals/expire-access.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { transferCase } from '../../../src/domain/transfers/transfer-case.ts';
import type { House } from '../../support/house.ts';
import type { MadeOrganization } from '../../support/organizations.ts';
import { at, DAY, type Viewer } from './model.ts';
import type { AgreementChange, Settled } from './moves.ts';

/** What all clients of these worlds are called, and nothing else is. */
export const familyName = 'Vandermeulen';

/** The real thing: ids and actors by the places that the model has for them. */
export type World = {
  house: House;
  organizations: MadeOrganization[];
  actors: Map<Viewer, Actor>;
  people: string[];
  cases: string[];
  referrals: string[];
};

/**
 * Makes a move in the real system.
 * @returns `done`, or the name of the refusal.
 * @throws what is no refusal.
 */
export async function act(world: World, move: Settled): Promise<string> {
  try {
    await attempt(world, move);
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.name;
    throw error;
  }
}

async function attempt(world: World, move: Settled): Promise<void> {
  const { house } = world;
  const { platform } = house;
  switch (move.kind) {
    case 'draft':
      return await draft(world, actorOf(world, move.by), move);
    case 'transfer':
      return await transfer(world, actorOf(world, move.by), move);
    case 'status': {
      const asked = { reason: 'It has been agreed on.', confirm: true };
      const { status } = move;
      const caseId = at(world.cases, move.case);
      return await changeCaseStatus(actorOf(world, move.by), platform, { caseId, status, ...asked });
    }
    case 'agreement':
      return await changeAgreement(world.house, at(world.organizations, move.organization), move.change);
    case 'time':
      house.setNow(new Date(platform.now().getTime() + move.days * DAY));
      return move.recorded ? await recordExpiry(world) : undefined;
    default: {
      const referralId = at(world.referrals, move.referral);
      const input = {
        referralId,
        reason: 'It has been agreed on.',
        acknowledgeDuplicate: true,
        confirm: true,
      };
      return await useCases[move.kind](actorOf(world, move.by), platform, input);
    }
  }
}

const useCases = {
  submit: submitReferral,
  cancel: cancelReferral,
  withdraw: withdrawReferral,
  decline: declineReferral,
};

/** Who acts for a viewer. */
export function actorOf(world: World, viewer: Viewer): Actor {
  const actor = world.actors.get(viewer);
  if (actor === undefined) throw new Error(`nobody acts for ${viewer}`);
  return actor;
}

async function draft(
  world: World,
  actor: Actor,
  { case: place, type, to }: Extract<Settled, { kind: 'draft' }>,
): Promise<void> {
  const { platform, database } = world.house;
  const referralId = await addReferral(actor, platform, { caseId: at(world.cases, place), type });
  world.referrals.push(referralId);
  const where = { referralType: type };
  const { id: templateId } = await database.correspondenceTemplate.findFirstOrThrow({ where });
  const organization =
    type === 'INFORMATIONAL_OUTSIDE'
      ? { organizationName: 'Harbour Food Bank', emailTo: 'intake@harbour.example' }
      : { organizationId: at(world.organizations, to).id };
  await updateReferral(actor, platform, {
    ...{ referralId, templateId, contactName: 'Mr. Sample', ...organization },
  });
}

async function transfer(
  world: World,
  actor: Actor,
  { by, case: place, to }: Extract<Settled, { kind: 'transfer' }>,
): Promise<void> {
  const own = typeof by === 'number' ? by : 0;
  const { staffId: caseManagerId, officeId, agreementId } = at(world.organizations, to ?? own);
  await transferCase(actor, world.house.platform, {
    ...{ caseId: at(world.cases, place), officeId, caseManagerId, agreementId, confirm: true },
    organizationId: to === null ? null : at(world.organizations, to).id,
    reason: by === 'ENS' ? 'The office has closed.' : null,
  });
}

/** What runs each night. */
async function recordExpiry({ house: { platform, database }, cases }: World): Promise<void> {
  const ranOut = { caseId: { in: cases }, endedAt: null, expiresAt: { lte: platform.now() } };
  const found = await database.referralAccess.findMany({ where: ranOut, select: { id: true } });
  for (const { id } of found) await expire(platform, id);
}

/** Changes what an organization's one agreement says, or closes it. */
export async function changeAgreement(
  { platform, database }: House,
  { id, agreementId }: MadeOrganization,
  change: AgreementChange,
): Promise<void> {
  const today = programDay(platform.now(), platform.timeZone);
  const agreement = { where: { id: agreementId } };
  if (change === 'CLOSED') {
    await database.organization.update({ where: { id }, data: { closedAt: platform.now() } });
  } else if (change === 'RENEWED') {
    const { id: programId } = await database.program.findFirstOrThrow({ where: { ecm: true } });
    await database.organization.update({ where: { id }, data: { closedAt: null } });
    await database.agreement.update({
      ...agreement,
      data: { endsOn: new Date('2099-12-31'), clientTracking: true },
    });
    await database.agreementProgram.createMany({ data: [{ agreementId, programId }], skipDuplicates: true });
  } else if (change === 'LOST_ECM') {
    await database.agreementProgram.deleteMany({ where: { agreementId } });
  } else {
    const endsOn = change === 'ENDS_TODAY' ? today : addDays(today, -1);
    const data = change === 'LOST_TRACKING' ? { clientTracking: false } : { endsOn };
    await database.agreement.update({ ...agreement, data });
  }
}
