import type { Case, CaseStatus, Person } from '../../src/generated/prisma/client.ts';
import type { House } from './house.ts';

/** A case with its client. */
export type OpenedCase = Case & { person: Person };

let opened = 0;

/** A new client with a case that `username` manages, so that tests do not meet on the sample data's cases. */
export async function openCase(
  house: House,
  username: string,
  {
    status = 'ACTION_PLAN',
    ...name
  }: { status?: CaseStatus } & Partial<Pick<Person, 'givenName' | 'familyName'>> = {},
): Promise<OpenedCase> {
  const like = await house.database.case.findFirstOrThrow({ where: { caseManager: { username } } });
  const person = await house.database.person.create({
    data: { givenName: 'Wynn', familyName: 'Testerly', birthDate: new Date('1990-01-01'), ...name },
  });
  opened += 1;
  const { programId, organizationId, officeId, caseManagerId, agreementId, openedOn } = like;
  return await house.database.case.create({
    data: {
      number: String(20_000_000 + opened * 7),
      personId: person.id,
      ...{ programId, organizationId, officeId, caseManagerId, agreementId, openedOn, status },
      closedOn: status === 'CLOSED' ? openedOn : null,
    },
    include: { person: true },
  });
}

/** Brings a case to a status, past all rules but the database's. */
export async function setCaseStatus(house: House, id: string, status: CaseStatus): Promise<void> {
  const { openedOn } = await house.database.case.findUniqueOrThrow({ where: { id } });
  const closedOn = status === 'CLOSED' ? openedOn : null;
  await house.database.case.update({ where: { id }, data: { status, closedOn } });
}
