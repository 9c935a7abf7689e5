import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { signIn } from '../../demo/client.ts';
import {
  casesQuery,
  peopleQuery,
  privacyFindingsQuery,
  submitReferralMutation,
  updateReferralMutation,
} from '../../demo/operations.ts';
import type { Case, Person } from '../../src/generated/prisma/client.ts';
import { run } from '../start/run.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { draft, refer, transfer } from '../support/refer.ts';

const number = '50244764';

let test: TestDatabase;
let mailbox: Mailbox;
let client: Case & { person: Person };
let organization: string;
/** What the mail server answers to the next messages, in order; then it accepts. */
const answers = [451, 550];
beforeAll(async () => {
  test = await createTestDatabase();
  client = await test.database.case.findUniqueOrThrow({ where: { number }, include: { person: true } });
  const { givenName, familyName, email } = client.person;
  mailbox = await startMailbox({
    receive() {
      const responseCode = answers.shift();
      if (responseCode === undefined) return;
      throw Object.assign(new Error(`no ${givenName} ${familyName} <${email}>`), { responseCode });
    },
  });
  ({ name: organization } = await test.database.organization.findFirstOrThrow({
    where: { name: { contains: 'South' } },
  }));
});
afterAll(async () => {
  await mailbox.stop();
  await test.drop();
});

/** Everything by which the client could be known. */
function facts(): string[] {
  const {
    id: _,
    createdAt: _c,
    updatedAt: _u,
    province: _p,
    preferredLanguage: _l,
    birthDate,
    ...person
  } = client.person;
  const texts = Object.values(person).filter((value) => typeof value === 'string');
  return [...texts, birthDate.toISOString().slice(0, 10), client.employmentGoal ?? '', client.number].filter(
    (text) => text !== '',
  );
}

const found = (text: string) =>
  facts().filter((fact) => text.toLowerCase().includes(fact.trim().toLowerCase()));

it('[B1] [D14] nothing of the client gets into jobs, logs or metrics, whatever happens', async () => {
  const { givenName, familyName, addressLine1 } = client.person;
  const handoff = run('main', {
    DATABASE_URL: test.url,
    SMTP_URL: mailbox.smtpUrl,
    SIGNING_SECRET: 'a secret of this test, of thirty-two letters',
    LOG_LEVEL: 'debug',
  });
  const url = await handoff.ready();
  const north = await signIn(url, 'north.manager');

  // An email that gives everything away, which is shown, asked about, and wanted all the same.
  const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  const telling = { referralId, emailContent: facts().join('\n') };
  await north.request(updateReferralMutation, { input: telling });
  expect((await north.request(privacyFindingsQuery, { input: telling })).privacyFindings).not.toEqual([]);
  for (const acknowledgePrivacyFindings of [false, true]) {
    const input = { referralId, acknowledgePrivacyFindings, confirm: true };
    const { submitReferral } = await north.request(submitReferralMutation, { input });
    expect(submitReferral.__typename).toBe(
      acknowledgePrivacyFindings ? 'SubmitReferralSuccess' : 'PrivacyFindingsNotAcknowledged',
    );
  }

  // Emails that are deferred, refused and accepted, and a transfer.
  await refer(north, { number, type: 'INFORMATIONAL_WITHIN', to: 'valley' });
  const { caseId } = await refer(north, { number, type: 'CASE_TRANSFER' });
  await vi.waitFor(() => expect(mailbox.messages.length).toBeGreaterThan(0), { timeout: 20_000 });
  const south = await signIn(url, 'south.manager');
  for (const search of [familyName, number]) {
    await south.request(casesQuery, { search });
    await south.request(peopleQuery, { search });
  }
  await transfer(south, caseId);
  const jobs = await test.database.$queryRaw<
    { text: string }[]
  >`SELECT to_jsonb(job)::text AS text FROM pgboss.job job`;
  const audits = await test.database.$queryRaw<
    { text: string }[]
  >`SELECT to_jsonb(event)::text AS text FROM "AuditEvent" event`;
  expect(jobs).toHaveLength(3);
  expect(audits.length).toBeGreaterThan(3);
  expect(found([...jobs, ...audits].map(({ text }) => text).join('\n'))).toEqual([]);

  // Requests that cannot be read, break rules, or break the database.
  const ask = async (query: string, variables: object = {}) => {
    const { token } = (await (await post('/dev/token', { username: 'south.manager' })).json()) as {
      token: string;
    };
    return await (await post('/graphql', { query, variables }, { authorization: `Bearer ${token}` })).text();
  };
  const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
    await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  await ask(`{ case(number: "${number}") { ${familyName} } }`);
  await ask('query ($first: Int) { cases(first: $first) { totalCount } }', { first: familyName });
  await ask(`{ people(search: "${familyName}") { nodes { id } } `);
  await fetch(`${url}/letters/${familyName}-${givenName}`);
  await test.database.$executeRaw`ALTER TABLE "Person" RENAME TO "Persons"`;
  const masked = await ask('query ($search: String) { people(search: $search) { nodes { givenName } } }', {
    search: `${givenName} ${familyName} ${addressLine1}`,
  });
  await test.database.$executeRaw`ALTER TABLE "Persons" RENAME TO "Person"`;
  expect(masked).toContain('Unexpected error.');

  expect(found(await (await fetch(`${url}/metrics`)).text())).toEqual([]);
  const log = handoff.stderr();
  expect(log).toContain('unexpected error');
  expect(log).toContain('job put back');
  expect(found(log + handoff.stdout())).toEqual([]);
  expect(log).not.toContain(organization);
  for (const line of log.trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
}, 60_000);

it('the facts looked for are the right ones: they are found in the letter’s data', async () => {
  const rows = await test.database.$queryRaw<{ text: string }[]>`SELECT content::text AS text FROM "Letter"`;
  expect(found(rows.map(({ text }) => text).join())).toEqual(
    expect.arrayContaining([client.person.givenName, client.person.familyName, number]),
  );
  expect(facts().length).toBeGreaterThan(9);
});
