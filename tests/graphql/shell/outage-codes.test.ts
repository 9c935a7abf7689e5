import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { insides } from '../../proof/hostile/insides.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { logOf } from '../../support/log-of.ts';
import { addNoteMutation } from '../../support/notes-and-documents.ts';
import { draft } from '../../support/refer.ts';

let api: TestApi;
let north: Visitor;
let referralId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  ({ referralId } = await draft(north, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' }));
});
afterAll(async () => await api.stop());

it.each([
  ['serialization_failure', 'BUSY'],
  ['deadlock_detected', 'BUSY'],
  ['lock_not_available', 'BUSY'],
  ['query_canceled', 'BUSY'],
  ['too_many_connections', 'SERVICE_UNAVAILABLE'],
  ['disk_full', 'SERVICE_UNAVAILABLE'],
  ['out_of_memory', 'SERVICE_UNAVAILABLE'],
  ['connection_failure', 'SERVICE_UNAVAILABLE'],
  ['admin_shutdown', 'SERVICE_UNAVAILABLE'],
  ['cannot_connect_now', 'SERVICE_UNAVAILABLE'],
  ['division_by_zero', 'INTERNAL_SERVER_ERROR'],
  ['raise_exception', 'INTERNAL_SERVER_ERROR'],
])('what PostgreSQL calls %s is told as %s, and no more of it', async (condition, code) => {
  await api.database.$executeRawUnsafe(
    `CREATE FUNCTION break_notes() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE '${condition}: Key ("familyName")=(Diaz) of relation "Person"' USING ERRCODE = '${condition}'; END $$`,
  );
  await api.database.$executeRawUnsafe(
    'CREATE TRIGGER break_notes BEFORE INSERT ON "ReferralNote" FOR EACH ROW EXECUTE FUNCTION break_notes()',
  );
  onTestFinished(async () => void (await api.database.$executeRaw`DROP FUNCTION break_notes CASCADE`));
  const answer = await north.ask(addNoteMutation, { input: { referralId, text: 'A note.' } });
  const requestId = answer.headers.get('x-request-id') ?? '';
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code, requestId });
  expect(JSON.stringify(answer)).not.toMatch(insides);
  const [failure] = await logOf(requestId);
  const isOutage = code !== 'INTERNAL_SERVER_ERROR';
  expect(failure).toMatchObject({ level: 50, msg: isOutage ? code : 'unexpected error' });
  for (const told of [answer, failure]) expect(JSON.stringify(told)).not.toMatch(/Diaz|familyName|relation/);
});
