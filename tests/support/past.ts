import type { Prisma } from '../../src/generated/prisma/client.ts';
import type { House } from './house.ts';

/** Since when everything is there in a house with a past. */
const longAgo = new Date('2020-01-01T12:00:00Z');

/** Makes all that there is in a house count as there since {@link longAgo}, on record and in force. */
export async function agePast(house: House): Promise<void> {
  const { database } = house;
  await database.staff.updateMany({ data: { createdAt: longAgo } });
  await database.person.updateMany({ data: { createdAt: longAgo } });
  await database.case.updateMany({ data: { createdAt: longAgo } });
  // An agreement that another one followed is out of its way.
  await database.agreement.updateMany({
    where: { number: 'OFA-181026' },
    data: { startsOn: new Date('2015-01-01'), endsOn: new Date('2019-12-31') },
  });
  // The sample's expired agreement stays so.
  await database.agreement.updateMany({ where: { endsOn: { gt: new Date() } }, data: { startsOn: longAgo } });
  await whileUnguarded(house, async () => {
    for (const table of versionTables) {
      await database.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "validUntil" IS NOT NULL`);
      await database.$executeRawUnsafe(`UPDATE "${table}" SET "validFrom" = $1`, longAgo);
    }
  });
}

/** A while in the past. */
type While = { from: Date; until: Date };

/** Puts on record that the agreements of a case manager's organization said something else for a while in the past. */
export async function agreementsSaid(
  house: House,
  username: string,
  said: Partial<Prisma.AgreementVersionUncheckedCreateInput>,
  span: While,
): Promise<void> {
  const { id } = await house.organizationOf(username);
  await was(house, { table: 'AgreementVersion', column: 'organizationId', id }, said, span);
}

/** Puts on record that an account could do something else for a while in the past, perhaps elsewhere. */
export async function accountWas(
  house: House,
  username: string,
  said: Partial<Prisma.StaffVersionUncheckedCreateInput>,
  span: While,
): Promise<void> {
  const { id } = await house.database.staff.findUniqueOrThrow({ where: { username } });
  await was(house, { table: 'StaffVersion', column: 'staffId', id }, said, span);
}

/** Puts on record that a case manager's organization was closed for a while in the past. */
export async function organizationWasClosed(house: House, username: string, span: While): Promise<void> {
  const { id } = await house.organizationOf(username);
  const which = { table: 'OrganizationVersion', column: 'organizationId', id } as const;
  await was(house, which, { open: false }, span);
}

const versionTables = ['AgreementVersion', 'StaffVersion', 'OrganizationVersion'] as const;

/** Puts something else in the middle of what versions say that are still open. */
async function was(
  house: House,
  { table, column, id }: { table: (typeof versionTables)[number]; column: string; id: string },
  said: object,
  { from, until }: While,
): Promise<void> {
  const later = [
    { ...said, validFrom: from, validUntil: until },
    { validFrom: until, validUntil: null },
  ];
  await whileUnguarded(house, async () => {
    await house.database.$executeRawUnsafe(
      `WITH version AS (
         UPDATE "${table}" SET "validUntil" = $1 WHERE "${column}" = $2::uuid AND "validUntil" IS NULL RETURNING *
       )
       INSERT INTO "${table}"
       SELECT (jsonb_populate_record(NULL::"${table}", to_jsonb(version) || part
                 || jsonb_build_object('id', gen_random_uuid()))).*
         FROM version, jsonb_array_elements($3::jsonb) AS part`,
      ...[from, id, JSON.stringify(later)],
    );
  });
}

/** The database lets nobody write the past; only tests do. */
async function whileUnguarded({ database }: House, write: () => Promise<void>): Promise<void> {
  const guards = async (which: 'DISABLE' | 'ENABLE') => {
    for (const table of versionTables) {
      await database.$executeRawUnsafe(`ALTER TABLE "${table}" ${which} TRIGGER USER`);
    }
  };
  await guards('DISABLE');
  await write();
  await guards('ENABLE');
}
