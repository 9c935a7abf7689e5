import type { Actor } from '../../src/domain/actor.ts';
import { completeHomepageTasks } from '../../src/domain/homepage/complete-homepage-tasks.ts';
import { openCase } from '../support/cases.ts';
import { buildHouse, type House } from '../support/house.ts';
import { completeDraft, submitted } from '../support/referrals.ts';
import { transfer } from '../support/transfers.ts';
import { openTrial, type Trial } from '../support/trial.ts';

/** A house in which everything has happened once, and the ids of what attempts are made on. */
export type Records = {
  house: House;
  trial: Trial;
  north: Actor;
  south: Actor;
  /** The case of the referrals that follow, which North Shore manages. */
  caseId: string;
  /** Drafts that lack nothing. */
  draft: string;
  outsideDraft: string;
  /** Its letter is not rendered and its correspondence is still queued. */
  submitted: string;
  emailed: string;
  /** The referral of another case, which South Shore has taken over. */
  transferred: string;
  transferId: string;
  stop(): Promise<void>;
};

/** Makes the records. */
export async function makeRecords(): Promise<Records> {
  const house = await buildHouse();
  const north = await house.actor('north.manager');
  const south = await house.actor('south.manager');
  const { id: caseId } = await openCase(house, 'north.manager');
  const moved = await openCase(house, 'north.manager');
  const transferred = await submitted(house, north, { caseId: moved.id, type: 'CASE_TRANSFER' });
  await transfer(house, south, moved.id);
  const receipt = await house.database.caseTransfer.findFirstOrThrow();
  const task = await house.database.homepageTask.findFirstOrThrow({ where: { assigneeId: south.staffId } });
  await completeHomepageTasks(south, house.platform, [task.id]);
  const emailed = await submitted(house, north, { caseId, type: 'INFORMATIONAL_WITHIN' });
  await house.database.referral.update({
    where: { id: emailed },
    data: { status: 'EMAILED', emailedAt: new Date() },
  });
  const trial = await openTrial(house.url);
  return {
    ...{ house, trial, north, south, caseId, emailed, transferred },
    transferId: receipt.id,
    draft: await completeDraft(house, north, { caseId, type: 'INFORMATIONAL_WITHIN' }),
    outsideDraft: await completeDraft(house, north, { caseId, type: 'INFORMATIONAL_OUTSIDE' }),
    submitted: await submitted(house, north, { caseId, type: 'CASE_TRANSFER' }),
    async stop() {
      await trial.stop();
      await house.stop();
    },
  };
}

/** The statement that submits a draft, with whatever else it sets. */
export function submitting({ north }: Records, id: string, more = ''): string {
  return `UPDATE "Referral" SET status = 'SUBMITTED', "submittedAt" = now(), "referralDate" = now(),
    "submittedById" = '${north.staffId}'${more} WHERE id = '${id}'`;
}
