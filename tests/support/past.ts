import type { Prisma } from '../../src/generated/prisma/client.ts';
import type { House } from './house.ts';

/** Since when everything is there in a house with a past. */
export const longAgo = new Date('2020-01-01T12:00:00Z');

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
    await database.agreementVersion.deleteMany({ where: { validUntil: { not: null } } });
    await database.agreementVersion.updateMany({ data: { validFrom: longAgo } });
  });
}

/** Puts on record that the agreements of a case manager's organization said something else for a while in the past. */
export async function agreementsSaid(
  house: House,
  username: string,
  said: Partial<Prisma.AgreementVersionUncheckedCreateInput>,
  { from, until }: { from: Date; until: Date },
): Promise<void> {
  const { id: organizationId } = await house.organizationOf(username);
  const { database } = house;
  const versions = await database.agreementVersion.findMany({ where: { organizationId, validUntil: null } });
  await whileUnguarded(house, async () => {
    for (const { id, ...version } of versions) {
      await database.agreementVersion.update({ where: { id }, data: { validUntil: from } });
      await database.agreementVersion.create({
        data: { ...version, ...said, validFrom: from, validUntil: until },
      });
      await database.agreementVersion.create({ data: { ...version, validFrom: until } });
    }
  });
}

/** The database lets nobody write the past; only tests do. */
async function whileUnguarded(house: House, write: () => Promise<void>): Promise<void> {
  await house.database.$executeRaw`ALTER TABLE "AgreementVersion" DISABLE TRIGGER USER`;
  await write();
  await house.database.$executeRaw`ALTER TABLE "AgreementVersion" ENABLE TRIGGER USER`;
}
