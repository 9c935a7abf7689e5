import { addDays } from '../../src/domain/program-day.ts';
import type { Database, Transaction } from '../../src/platform/database.ts';
import { type OrganizationKey, organizations, programs } from './organizations.ts';
import { people } from './people-and-cases.ts';
import type { SampleCase } from './sample-person.ts';
import { createTemplates } from './seed-templates.ts';
import { staff } from './staff.ts';

/** Ids of what was created, by code, name or user name. */
type Ids = Map<string, string>;

/** What cases take over from the organization and from the case manager they are given to. */
type CreatedOrganization = {
  id: string;
  agreementNumber: string;
  agreementIds: Ids;
  officeIds: Ids;
  locationIds: Ids;
};
type CreatedStaff = { id: string; officeId: string; organization: CreatedOrganization };

/**
 * Fills an empty database with the sample organizations, staff, clients and cases, and with the templates where there are
 * none; all of it or nothing.
 * @param today the program's day (midnight UTC), which the days of agreements and cases are counted from.
 * @returns false, having done nothing, where there is any organization already.
 */
export async function seedSampleData(database: Database, today: Date): Promise<boolean> {
  return await database.$transaction(
    async (transaction) => {
      // Of two processes that start at once, the second waits here and then finds the organizations of the first.
      await transaction.$executeRaw`LOCK TABLE "Organization" IN SHARE ROW EXCLUSIVE MODE`;
      if ((await transaction.organization.count()) > 0) return false;

      await createTemplates(transaction);
      const programIds = idsBy(
        await transaction.program.createManyAndReturn({ data: programs }),
        ({ code }) => code,
      );
      const createdStaff = new Map<string, CreatedStaff>();
      for (const key of Object.keys(organizations) as OrganizationKey[]) {
        const organization = await createOrganization(transaction, { key, programIds, today });
        for (const [username, member] of await createStaff(transaction, { key, organization })) {
          createdStaff.set(username, member);
        }
      }
      await createPeople(transaction, { programIds, createdStaff, today });
      return true;
    },
    { timeout: 60_000 },
  );
}

async function createOrganization(
  transaction: Transaction,
  { key, programIds, today }: { key: OrganizationKey; programIds: Ids; today: Date },
): Promise<CreatedOrganization> {
  const { offices, serviceDeliveryLocations, agreements, ...organization } = organizations[key];
  const created = await transaction.organization.create({
    data: {
      ...organization,
      offices: { create: offices },
      serviceDeliveryLocations: { create: serviceDeliveryLocations },
      agreements: {
        create: agreements.map(({ startsIn, endsIn, programs: codes, ...agreement }) => ({
          ...agreement,
          startsOn: addDays(today, startsIn),
          endsOn: addDays(today, endsIn),
          programs: { create: codes.map((code) => ({ programId: known(programIds, code) })) },
        })),
      },
    },
    include: { offices: true, serviceDeliveryLocations: true, agreements: true },
  });
  return {
    id: created.id,
    agreementNumber: agreements[0]?.number ?? 'an agreement',
    agreementIds: idsBy(created.agreements, ({ number }) => number),
    officeIds: idsBy(created.offices, ({ name }) => name),
    locationIds: idsBy(created.serviceDeliveryLocations, ({ name }) => name),
  };
}

async function createStaff(
  transaction: Transaction,
  { key, organization }: { key: OrganizationKey; organization: CreatedOrganization },
): Promise<Map<string, CreatedStaff>> {
  const firstOffice = organizations[key].offices[0]?.name ?? 'an office';
  const created = new Map<string, CreatedStaff>();
  for (const { office = firstOffice, ...member } of staff[key]) {
    const officeId = known(organization.officeIds, office);
    const { id } = await transaction.staff.create({
      data: { ...member, subject: member.username, organizationId: organization.id, officeId },
    });
    created.set(member.username, { id, officeId, organization });
  }
  return created;
}

async function createPeople(
  transaction: Transaction,
  given: { programIds: Ids; createdStaff: Map<string, CreatedStaff>; today: Date },
): Promise<void> {
  for (const { cases, birthDate, ...person } of people) {
    await transaction.person.create({
      data: {
        ...person,
        birthDate: new Date(birthDate),
        cases: { create: cases.map((sample) => caseRow(sample, given)) },
      },
    });
  }
}

function caseRow(
  { manager, program = 'LSI-ENS', location, openedAgo, closedAgo, ...sample }: SampleCase,
  given: { programIds: Ids; createdStaff: Map<string, CreatedStaff>; today: Date },
) {
  const { id: caseManagerId, officeId, organization } = known(given.createdStaff, manager);
  return {
    ...sample,
    caseManagerId,
    officeId,
    organizationId: organization.id,
    agreementId: known(organization.agreementIds, organization.agreementNumber),
    programId: known(given.programIds, program),
    serviceDeliveryLocationId: location === undefined ? null : known(organization.locationIds, location),
    openedOn: addDays(given.today, -openedAgo),
    closedOn: closedAgo === undefined ? null : addDays(given.today, -closedAgo),
  };
}

function idsBy<Row extends { id: string }>(rows: Row[], key: (row: Row) => string): Ids {
  return new Map(rows.map((row) => [key(row), row.id]));
}

function known<Value>(values: Map<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The sample data names ${key}, but has no such thing`);
  return value;
}
