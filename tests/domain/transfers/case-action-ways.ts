import type { Actor } from '../../../src/domain/actor.ts';
import { acknowledgeCaseNotifications } from '../../../src/domain/cases/acknowledge-case-notifications.ts';
import { nextStatuses } from '../../../src/domain/cases/status.ts';
import { changeCaseStatus } from '../../../src/domain/casework/change-case-status.ts';
import { updateCase } from '../../../src/domain/casework/update-case.ts';
import { administersNetwork } from '../../../src/domain/privileges.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import type { CaseAction } from '../../../src/domain/transfers/case-actions.ts';
import type { PendingTransferAction } from '../../../src/domain/transfers/pending-transfer-actions.ts';
import { transferCase } from '../../../src/domain/transfers/transfer-case.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { House } from '../../support/house.ts';
import { goodChoices } from '../../support/transfers.ts';
import type { Given } from '../../support/try-out.ts';

type Way = (actor: Actor, platform: Platform, id: string, given: Given) => Promise<unknown>;

/** For each action on a case how it is done, by the case's id, with an input in which nothing is wrong. */
export async function caseActionWays(house: House): Promise<Record<CaseAction, Way>> {
  const valley = await house.actor('valley.manager');
  return {
    ADD_CASE_TRANSFER: (actor, platform, caseId) =>
      addReferral(actor, platform, { caseId, type: 'CASE_TRANSFER' }),
    ADD_INFORMATIONAL_WITHIN: (actor, platform, caseId) =>
      addReferral(actor, platform, { caseId, type: 'INFORMATIONAL_WITHIN' }),
    ADD_INFORMATIONAL_OUTSIDE: (actor, platform, caseId) =>
      addReferral(actor, platform, { caseId, type: 'INFORMATIONAL_OUTSIDE' }),
    TRANSFER: async (actor, platform, caseId, { reason, confirm }) =>
      await transferCase(
        actor,
        platform,
        administersNetwork(actor)
          ? {
              ...(await goodChoices(house, valley)),
              ...{ caseId, organizationId: valley.organizationId, reason, confirm },
            }
          : { ...(await anyChoices(house, actor)), caseId, confirm },
      ),
    UPDATE: (actor, platform, caseId) => updateCase(actor, platform, { caseId, employmentGoal: 'Baker' }),
    CHANGE_STATUS: async (actor, platform, caseId) => {
      // Each move asks for its own (statusMoves), so here for all of it.
      const asked = { reason: 'It was too early.', confirm: true };
      const { status } = await platform.database.case.findUniqueOrThrow({ where: { id: caseId } });
      const [next = 'CLOSED'] = nextStatuses(status);
      await changeCaseStatus(actor, platform, { caseId, status: next, ...asked });
    },
    ACKNOWLEDGE_NOTIFICATIONS: async (actor, platform, caseId) => {
      const data = { caseId, type: 'CASE_REASSIGNED' } as const;
      const { id } = await platform.database.caseNotification.create({ data });
      await acknowledgeCaseNotifications(actor, platform, [id]);
    },
  };
}

/** For each action on a pending Case Transfer referral how it is done, by the referral's id. */
export async function pendingTransferActionWays(house: House): Promise<Record<PendingTransferAction, Way>> {
  const { TRANSFER } = await caseActionWays(house);
  return {
    TRANSFER: async (actor, platform, id, given) => {
      const { caseId } = await house.database.referral.findUniqueOrThrow({ where: { id } });
      return await TRANSFER(actor, platform, caseId, given);
    },
    DECLINE: (actor, platform, referralId, { reason, confirm }) =>
      declineReferral(actor, platform, { referralId, reason, confirm }),
  };
}

/** What is on offer to the actor; to those who have nothing to choose from, the same that South has. */
async function anyChoices(house: House, { organizationId }: Actor) {
  const managers = await Promise.all(['north', 'valley', 'south'].map((at) => house.actor(`${at}.manager`)));
  const own = managers.find((manager) => manager.organizationId === organizationId);
  return await goodChoices(house, own ?? (await house.actor('south.manager')));
}
