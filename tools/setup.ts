import { parseArgs } from 'node:util';
import { InvalidInput } from '../src/domain/errors.ts';
import { type FirstRecords, setUpNetwork } from '../src/domain/network/set-up-network.ts';
import { openDatabase } from '../src/platform/database.ts';
import { applyMigrations } from '../src/platform/migrations/apply-migrations.ts';
import { endWithMessage } from './migrations/end-with-message.ts';
import { useDatabase } from './migrations/use-database.ts';

// npm run setup -- --username … --subject … …; docs/operating.md has the whole of it.
// Puts Employment Nova Scotia, its first administrator and the programs into a database without organizations.

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true, default: [] as string[] } as const;

const { values } = parseArgs({
  options: {
    ...{ organization: { ...text, default: 'Employment Nova Scotia' }, contact: text, phone: text },
    ...{ address: text, city: text, province: { ...text, default: 'NS' }, 'postal-code': text },
    ...{ username: text, subject: text, 'given-name': text, 'family-name': text, email: text },
    ...{ program: several, 'ecm-program': several },
  },
});

/** What has to be given of the administrator; the rest is checked by what it is. */
const needed = ['username', 'subject', 'given-name', 'family-name', 'email'] as const;

function requireAll(): Record<(typeof needed)[number], string> {
  const missing = needed.filter((name) => !values[name]?.trim());
  if (missing.length > 0) throw new Error(`Also needed: ${missing.map((name) => `--${name}`).join(' ')}`);
  return values as Record<(typeof needed)[number], string>;
}

/** "SKILLS=Skills Development" */
function readProgram(written: string, ecm: boolean): FirstRecords['programs'][number] {
  const [, code, name] = /^([^=]+)=(.+)$/.exec(written) ?? [];
  if (!code || !name) throw new Error(`A program is written CODE=Name, not ${written}.`);
  return { code: code.trim(), name: name.trim(), ecm };
}

async function setUp(databaseUrl: string): Promise<void> {
  const { username, subject, email, 'given-name': givenName, 'family-name': familyName } = requireAll();
  const first: FirstRecords = {
    organization: {
      ...{ name: values.organization, generalContactEmail: values.contact, phone: values.phone },
      ...{ addressLine1: values.address, city: values.city, province: values.province },
      postalCode: values['postal-code'],
    },
    administrator: { username, subject, email, givenName, familyName },
    programs: [
      ...values['ecm-program'].map((written) => readProgram(written, true)),
      ...values.program.map((written) => readProgram(written, false)),
    ],
  };
  await applyMigrations(databaseUrl);
  const database = openDatabase({ url: databaseUrl, poolSize: 1 });
  try {
    await setUpNetwork(database, first);
    console.log(`Set up ${values.organization}; ${first.administrator.username} can sign in.`);
  } finally {
    await database.$disconnect();
  }
}

try {
  await useDatabase(setUp);
} catch (error) {
  if (error instanceof InvalidInput) {
    for (const { field, text: instead } of error.problems) console.error(`${field}: ${instead.EN}`);
    process.exitCode = 1;
  } else endWithMessage(error);
}
