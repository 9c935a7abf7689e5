import { type Actor, findActor } from '../../src/domain/actor.ts';
import type { Chunk } from '../../src/domain/transfers/caseload/caseload-job.ts';
import {
  type CaseloadInput,
  transferCaseload,
} from '../../src/domain/transfers/caseload/transfer-caseload.ts';
import type { CaseStatus } from '../../src/generated/prisma/enums.ts';
import { transferCaseload as workOffChunk } from '../../src/jobs/transfer-caseload.ts';
import type { Database } from '../../src/platform/database.ts';
import type { House } from './house.ts';
import { goodChoices } from './transfers.ts';

let made = 0;

/** Hires a case manager at the organization of another, so that tests do not meet on the sample data's caseloads. */
export async function hire(database: Database, colleagueOf: string): Promise<Actor> {
  const like = await database.staff.findUniqueOrThrow({ where: { username: colleagueOf } });
  made += 1;
  const username = `${colleagueOf}.hired${made}`;
  await database.staff.create({
    data: {
      username,
      organizationId: like.organizationId,
      officeId: like.officeId,
      givenName: 'Alex',
      familyName: `Hired ${made}`,
      email: `${username}@test.example`,
      roles: ['CASE_MANAGER'],
    },
  });
  const actor = await findActor(database, { username });
  if (actor === null) throw new Error('nobody was hired');
  return actor;
}

/** Opens cases of a case manager, each of a client of its own; as many as there are statuses. */
export async function openCaseload(
  database: Database,
  { staffId: caseManagerId, organizationId }: Actor,
  statuses: CaseStatus[],
): Promise<string[]> {
  const like = await database.case.findFirstOrThrow({ where: { organizationId } });
  const people = await database.person.createManyAndReturn({
    data: statuses.map((_, index) => ({
      givenName: 'Robin',
      middleNames: 'Lee',
      familyName: `Caseload${String(index).padStart(4, '0')}`,
      birthDate: new Date('1990-01-01'),
    })),
    select: { id: true },
  });
  const { programId, officeId, agreementId, serviceDeliveryLocationId, openedOn } = like;
  const common = { programId, organizationId, officeId, agreementId, serviceDeliveryLocationId, openedOn };
  const cases = await database.case.createManyAndReturn({
    data: statuses.map((status, index) => {
      made += 1;
      return {
        ...{ ...common, caseManagerId, status },
        number: String(30_000_000 + made),
        personId: people[index]?.id ?? '',
        closedOn: status === 'CLOSED' ? openedOn : null,
      };
    }),
    select: { id: true, number: true },
  });
  return cases.toSorted((one, other) => (one.number < other.number ? -1 : 1)).map(({ id }) => id);
}

/** So many cases in a status in which they can go anywhere. */
export function actionPlans(count: number): CaseStatus[] {
  return Array.from({ length: count }, () => 'ACTION_PLAN');
}

/** A caseload of `from` to `to`, with choices that are all on offer, and a reason where there has to be one. */
export async function caseloadWish(
  house: House,
  from: Actor,
  to: Actor,
  changes: Partial<CaseloadInput> = {},
): Promise<CaseloadInput> {
  const { officeId, agreementId, serviceDeliveryLocationId } = await goodChoices(house, to);
  const between = { agreementId, serviceDeliveryLocationId, reason: 'The office has closed.' };
  return {
    fromCaseManagerId: from.staffId,
    toCaseManagerId: to.staffId,
    toOfficeId: officeId,
    ...(from.organizationId === to.organizationId ? {} : between),
    dryRun: false,
    confirm: true,
    ...changes,
  };
}

/** Begins the transfer of a caseload; its jobs wait in the queue. */
export async function beginCaseload(
  house: House,
  actor: Actor,
  ...wish: [from: Actor, to: Actor, changes?: Partial<CaseloadInput>]
): Promise<string> {
  const begun = await transferCaseload(actor, house.platform, await caseloadWish(house, ...wish));
  if ('preview' in begun) throw new Error('that was a dry run');
  return begun.caseloadTransferId;
}

/** The jobs that wait in the queue for a caseload transfer, in the order of their cases. */
export async function chunksOf(house: House, caseloadTransferId: string): Promise<Chunk[]> {
  const jobs = await house.database.$queryRaw<{ data: Chunk }[]>`
    SELECT data FROM pgboss.job
     WHERE name = 'transfer-caseload' AND data->>'caseloadTransferId' = ${caseloadTransferId} ORDER BY data->>'after' NULLS FIRST`;
  return jobs.map(({ data }) => data);
}

/** Does the jobs of a caseload transfer, one after the other. */
export async function workOff(house: House, caseloadTransferId: string): Promise<void> {
  for (const chunk of await chunksOf(house, caseloadTransferId)) await workOffChunk(house.platform, chunk);
}

/** What became of each case, in the order of the ids given: the code of the refusal, or the status. */
export async function outcomes(
  house: House,
  caseloadTransferId: string,
  caseIds: string[],
): Promise<string[]> {
  const items = await house.database.caseloadTransferItem.findMany({ where: { caseloadTransferId } });
  return caseIds.map((caseId) => {
    const item = items.find((one) => one.caseId === caseId);
    return item?.refusalCode ?? item?.status ?? 'NOT AMONG THEM';
  });
}

/** The digests of a caseload transfer: whose, and of which type. */
export async function digests(house: House, caseloadTransferId: string): Promise<Record<string, string>> {
  const tasks = await house.database.homepageTask.findMany({
    where: { caseloadTransferId },
    select: { type: true, assignee: { select: { username: true } } },
  });
  return Object.fromEntries(tasks.map(({ type, assignee }) => [assignee.username, type]));
}
