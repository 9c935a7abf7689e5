import type { Database } from '../../src/platform/database.ts';

/** An organization that was made for a test. */
export type MadeOrganization = {
  id: string;
  name: string;
  /** Its case manager. */
  username: string;
  staffId: string;
  officeId: string;
  agreementId: string;
};

/** Makes an organization that referrals can be sent to, with one case manager, `<key>.manager`, who also administers it. */
export async function makeOrganization(database: Database, key: string): Promise<MadeOrganization> {
  const username = `${key}.manager`;
  const name = `Test Centre ${key}`;
  const place = {
    addressLine1: '1 Main Street',
    city: 'Truro',
    postalCode: 'B2N 1A1',
    phone: '902-555-0190',
  };
  const { id: programId } = await database.program.findFirstOrThrow({ where: { ecm: true } });
  const { id, offices, agreements } = await database.organization.create({
    data: {
      name,
      generalContactEmail: `${key}@test.example`,
      ...place,
      offices: { create: { name: 'Office', ...place } },
      agreements: {
        create: {
          number: `OFA-${key}`,
          startsOn: new Date('2020-01-01'),
          endsOn: new Date('2099-12-31'),
          clientTracking: true,
          programs: { create: { programId } },
        },
      },
    },
    include: { offices: true, agreements: true },
  });
  const { id: staffId } = await database.staff.create({
    data: {
      username,
      subject: username,
      organizationId: id,
      givenName: 'Test',
      familyName: key,
      email: `${username}@test.example`,
      roles: ['CASE_MANAGER', 'ORGANIZATION_ADMINISTRATOR'],
    },
  });
  return {
    ...{ id, name, username, staffId },
    officeId: offices[0]?.id ?? '',
    agreementId: agreements[0]?.id ?? '',
  };
}
