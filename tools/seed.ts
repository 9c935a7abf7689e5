import { organizations } from '../prisma/sample-data/organizations.ts';
import { seedSampleData } from '../prisma/sample-data/seed.ts';
import { staff } from '../prisma/sample-data/staff.ts';
import { programDay } from '../src/domain/program-day.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database.ts';
import { applyMigrations } from '../src/platform/migrations/apply-migrations.ts';
import { endWithMessage } from './migrations/end-with-message.ts';
import { useDatabase } from './migrations/use-database.ts';

// npm run seed
// Fills an empty database with the sample data, after applying pending migrations. One that has organizations is left as it is.

async function seed(databaseUrl: string): Promise<void> {
  await applyMigrations(databaseUrl);
  const database = openDatabase({ url: databaseUrl, poolSize: 1 });
  try {
    const today = programDay(
      new Date(),
      readConfig({ PROGRAM_TIME_ZONE: process.env.PROGRAM_TIME_ZONE }).PROGRAM_TIME_ZONE,
    );
    if (!(await seedSampleData(database, today))) {
      console.log('Nothing done: the database has organizations already.');
      return;
    }
    const [organizationCount, personCount, caseCount] = await Promise.all([
      database.organization.count(),
      database.person.count(),
      database.case.count(),
    ]);
    console.log(
      `Made the sample data: ${organizationCount} organizations, ${personCount} clients, ${caseCount} cases.`,
    );
    console.log('Its users:');
    for (const [key, members] of Object.entries(staff)) {
      const names = members.map(({ username }) => username).join(', ');
      console.log(`  ${organizations[key as keyof typeof organizations].name}: ${names}`);
    }
  } finally {
    await database.$disconnect();
  }
}

try {
  await useDatabase(seed);
} catch (error) {
  endWithMessage(error);
}
