import { accepted } from './answer.ts';
import type { Cast } from './cast.ts';
import type { ChosenCase } from './choose-case.ts';
import type { Client } from './client.ts';
import { draftReferral } from './draft-referral.ts';
import {
  caseQuery,
  casesQuery,
  completeHomepageTasksMutation,
  homepageTaskSubscription,
  homepageTasksQuery,
} from './operations.ts';
import { submitAloud } from './submit-aloud.ts';
import { tell } from './tell.ts';
import { transferAloud } from './transfer.ts';

/**
 * A Case Transfer referral from North Shore to South Shore, which then takes the case over.
 * @returns the letter of the referral, a PDF.
 */
export async function referAndTransfer(cast: Cast, chosen: ChosenCase): Promise<Uint8Array> {
  const { north, south, south2 } = cast;
  tell.chapter('3. Case Transfer: the client moves to another organization');
  tell.does(north.username, 'adds a referral and chooses South Shore Works Association from the list');
  const draft = await draftReferral(north, {
    caseId: chosen.id,
    type: 'CASE_TRANSFER',
    organization: 'South Shore Works Association',
    contactName: 'Wanda Zwicker',
  });
  const letter = await submitAloud(north, chosen.id, draft);

  tell.does(south.username, `searches for ${chosen.number}, the Case ID from the letter`);
  const { cases } = await south.request(casesQuery, { search: chosen.number });
  const summary = cases.nodes[0]?.summary;
  tell.answers(
    `a summary: ${summary?.status}, ${summary?.employmentGoal ?? 'no goal recorded'}, ` +
      `managed by ${summary?.caseManager.name}, ${summary?.organization.name}`,
  );

  tell.does(south2.username, 'has the User Homepage open (over WebSocket)');
  const newManager = await south2.watch(homepageTaskSubscription);
  tell.does(north.username, 'has the User Homepage open (over server-sent events)');
  const previousManager = await north.stream(homepageTaskSubscription);
  await transferAloud(south, chosen.id, south2.username);
  const concerned = (event: { homepageTaskChanged: { homepageTask: { caseNumber: string | null } } }) =>
    event.homepageTaskChanged.homepageTask.caseNumber === chosen.number;
  for (const [client, homepage] of [
    [south2, newManager],
    [north, previousManager],
  ] as const) {
    const { homepageTask } = (await homepage.next(concerned)).homepageTaskChanged;
    tell.does(client.username, 'is told at once, without asking');
    tell.answers(`${homepageTask.typeLabel} | ${homepageTask.caseNumber} | ${homepageTask.message}`);
    await homepage.close();
  }
  await lookAround(cast, chosen);
  return letter;
}

/** What the transfer has left: a notification, a case out of sight, and a task to deal with. */
async function lookAround({ north, south2 }: Cast, { number }: ChosenCase): Promise<void> {
  tell.does(south2.username, 'opens the Case Home Page');
  const { case: received } = await south2.request(caseQuery, { number });
  tell.answers(`Case Manager ${received?.caseManager?.name}, ${received?.organization?.name}`);
  tell.answers(`notification: ${received?.notifications?.nodes[0]?.message}`);

  tell.does(north.username, `looks for case ${number}`);
  const { case: lost } = await north.request(caseQuery, { number });
  tell.answers(lost === null ? 'there is no such case to be seen any more' : 'it can still be seen');

  await dealWithTasks(south2, number);
  await dealWithTasks(north, number);
}

async function dealWithTasks(client: Client, caseNumber: string): Promise<void> {
  tell.does(client.username, 'looks at My Notifications and deals with what is there');
  const { nodes } = (await client.request(homepageTasksQuery, { search: caseNumber })).homepageTasks;
  for (const task of nodes) {
    const { priority, typeLabel, orgOrPlayer, program, createdBy, dueDate, message } = task;
    const columns = [priority, typeLabel, task.caseNumber, orgOrPlayer, program ?? '', createdBy, dueDate];
    tell.answers(columns.join(' | '), message);
  }
  const input = { taskIds: nodes.map(({ id }) => id) };
  const { completeHomepageTasks } = await client.request(completeHomepageTasksMutation, { input });
  const { homepageTasks } = accepted(completeHomepageTasks);
  tell.answers(`${homepageTasks.length} dealt with`);
}

/** South Shore transfers the case back, so that it is where it was and the demo can run again. */
export async function transferBack({ north, south2 }: Cast, chosen: ChosenCase): Promise<void> {
  tell.chapter('4. And back again, by another Case Transfer referral');
  tell.does(south2.username, 'refers the client to North Shore Employment Services');
  const draft = await draftReferral(south2, {
    caseId: chosen.id,
    type: 'CASE_TRANSFER',
    organization: 'North Shore Employment Services',
    contactName: 'Catherine MacLeod',
  });
  await submitAloud(south2, chosen.id, draft);
  await transferAloud(north, chosen.id, north.username);
  await dealWithTasks(north, chosen.number);
  await dealWithTasks(south2, chosen.number);
}
