import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { insides } from '../../proof/hostile/insides.ts';
import { type RawAnswer, startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { type Cable, layCable } from '../../support/cable.ts';
import { holdRow, type RowHold } from '../../support/hold-row.ts';
import { logOf } from '../../support/log-of.ts';
import { addNoteMutation } from '../../support/notes-and-documents.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';
import { draft } from '../../support/refer.ts';

let cable: Cable;
let api: TestApi;
let databaseUrl: string;
let north: Visitor;
let caseId: string;
let referralId: string;
beforeAll(async () => {
  cable = await layCable(inject('serverUrl'));
  api = await startTestApi({
    worker: false,
    env: (url) => {
      databaseUrl = url;
      return { DATABASE_URL: cable.through(url) };
    },
  });
  north = await api.as('north.manager');
  const number = '50244764';
  ({ referralId } = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' }));
  ({ id: caseId } = await api.database.case.findUniqueOrThrow({ where: { number } }));
});
afterAll(async () => {
  await api.stop();
  await cable.cut();
});

const variables = () => ({ input: { referralId, text: 'A note.' } });
const addNote = (headers = {}) => north.ask(addNoteMutation, variables(), headers);
const notes = () => api.database.referralNote.count();
const success = { addReferralNote: { __typename: 'AddReferralNoteSuccess' } };

/** Mends the cable, and lets the API find out which of its connections are gone. */
async function mend(): Promise<void> {
  await cable.mend();
  await expect.poll(async () => (await north.ask('{ viewer { username } }')).errors).toBeUndefined();
}

/** Keeps whoever adds a note waiting. */
async function holdCase(): Promise<RowHold> {
  const held = await holdRow(databaseUrl, 'SELECT id FROM "Case" WHERE id = $1 FOR UPDATE', caseId);
  onTestFinished(() => held.letGo());
  return held;
}

/** Adding a note runs into this, as PostgreSQL's function has it, for as long as the test takes. */
async function breakNotes(body: string): Promise<void> {
  await api.database.$executeRawUnsafe(
    `CREATE FUNCTION break_notes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$`,
  );
  await api.database.$executeRawUnsafe(
    'CREATE TRIGGER break_notes BEFORE INSERT ON "ReferralNote" FOR EACH ROW EXECUTE FUNCTION break_notes()',
  );
  onTestFinished(async () => void (await api.database.$executeRaw`DROP FUNCTION break_notes CASCADE`));
}

async function expectOutage(answer: RawAnswer, code: string, message: RegExp): Promise<void> {
  expect(answer.status).toBe(503);
  expect(answer.data).toBeNull();
  const requestId = answer.headers.get('x-request-id') ?? '';
  expect(answer.errors).toEqual([
    {
      message: expect.stringMatching(message),
      path: ['addReferralNote'],
      locations: expect.any(Array),
      extensions: { code, requestId },
    },
  ]);
  expect(JSON.stringify(answer.errors)).not.toMatch(insides);
  const [failure] = await logOf(requestId);
  expect(failure).toMatchObject({ level: 50, msg: code, outage: code, at: expect.any(Array) });
}

describe('BUSY', () => {
  it('is the answer where others hold what is asked for too long, in the language of the request, and nothing is changed', async () => {
    const before = await notes();
    await holdCase();
    const answer = await addNote({ 'accept-language': 'fr' });
    await expectOutage(answer, 'BUSY', /^D’autres travaillent sur les mêmes dossiers, et rien/);
    expect(await notes()).toBe(before);
  });

  it('is the answer to what PostgreSQL undoes in favour of others each time', async () => {
    await api.database.$executeRaw`CREATE SEQUENCE tries`;
    await breakNotes(
      `PERFORM nextval('tries'); RAISE EXCEPTION 'Key of "Person" is Diaz' USING ERRCODE = 'serialization_failure';`,
    );
    await expectOutage(await addNote(), 'BUSY', /^Others are working on the same records, and nothing/);
    const [tries] = await api.database.$queryRaw<
      { last: number }[]
    >`SELECT last_value::int AS last FROM tries`;
    expect(tries?.last).toBe(3);
  });

  it('is the answer on a socket, too, without what it has for HTTP', async () => {
    await breakNotes(`RAISE EXCEPTION 'slow' USING ERRCODE = 'query_canceled';`);
    const socket = await openRawSocket(api.url, { authorization: north.authorization, acceptLanguage: 'fr' });
    const payload = { query: addNoteMutation.toString(), variables: variables() };
    socket.send({ id: '1', type: 'subscribe', payload });
    const { errors } = (await nextOf(socket, 'next')) as { errors: { message: string }[] };
    const extensions = { code: 'BUSY', requestId: expect.any(String) };
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^D’autres travaillent/) }]);
    expect(errors).toEqual([expect.objectContaining({ extensions })]);
  });
});

it('of two that wait for each other, the one that PostgreSQL undoes is done again, and nobody is told', async () => {
  const before = await notes();
  const other = new pg.Client({ connectionString: databaseUrl });
  await other.connect();
  onTestFinished(() => other.end());
  // It has all the patience there is, so that it is the API that is undone.
  await other.query(`SET deadlock_timeout = '1h'`);
  await other.query('BEGIN');
  await other.query('SELECT id FROM "Referral" WHERE "caseId" = $1 FOR UPDATE', [caseId]);
  const asked = addNote();
  const waiting = `SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))`;
  await expect.poll(async () => (await other.query(waiting)).rowCount).toBe(1);
  await other.query('SELECT id FROM "Case" WHERE id = $1 FOR UPDATE', [caseId]);
  await other.query('COMMIT');
  expect((await asked).data).toMatchObject(success);
  expect(await notes()).toBe(before + 1);
});

describe('SERVICE_UNAVAILABLE', () => {
  const message = /^The service is not available at the moment. Try again later; look first whether/;

  it('is the answer where the connection to the database breaks under an operation', async () => {
    const held = await holdCase();
    const asked = addNote();
    await held.waitedFor();
    await cable.cut();
    await expectOutage(await asked, 'SERVICE_UNAVAILABLE', message);
    await held.endWaiting();
    await mend();
  });

  it('is the answer where the database ends the session', async () => {
    const held = await holdCase();
    const asked = addNote();
    await held.waitedFor();
    await held.endWaiting();
    await expectOutage(await asked, 'SERVICE_UNAVAILABLE', message);
  });

  it('is the answer to a link while the database refuses connections, sign-in says so by itself, and then all works again', async () => {
    const { data } = await north.ask(
      'query ($id: ID!) { node(id: $id) { ... on Referral { letter { url } } } }',
      {
        id: referralId,
      },
    );
    const { url } = (data as { node: { letter: { url: string } } }).node.letter;
    await cable.cut();
    const link = await fetch(url, { headers: { 'accept-language': 'fr' } });
    expect(link.status).toBe(503);
    const requestId = link.headers.get('x-request-id');
    expect(await link.json()).toEqual({
      errors: [
        {
          message: expect.stringMatching(/^Le service n’est pas disponible en ce moment/),
          extensions: { code: 'SERVICE_UNAVAILABLE', requestId },
        },
      ],
    });
    const refused = await addNote();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(refused.errors?.[0]?.extensions?.code).toBe('SIGN_IN_UNAVAILABLE');
    expect(JSON.stringify(refused)).not.toMatch(insides);
    await mend();
    expect((await fetch(url)).status).toBe(200);
    expect((await addNote()).data).toMatchObject(success);
  });
});
