import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addReferralMutation, caseQuery } from '../../demo/operations.ts';
import { describeError } from '../../src/platform/describe-error.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

const viewer = '{ viewer { username } }';
const mutation = 'mutation { cancelReferral(input: { referralId: "x" }) { __typename } }';
const post = (headers: Record<string, string>, body: string) =>
  fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
const json = { 'content-type': 'application/json' };

describe('a request', () => {
  it('that cannot be read is told so, with a code', async () => {
    expect((await post({ 'content-type': 'text/plain' }, JSON.stringify({ query: viewer }))).status).toBe(
      415,
    );
    for (const body of ['', '{', 'null', '[]', JSON.stringify([{ query: viewer }])]) {
      const answer = await post(json, body);
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toContain('node_modules');
    }
  });

  it('with a document that is not of this schema is told so, with a code', async () => {
    for (const [document, code] of [
      ['{', 'GRAPHQL_PARSE_FAILED'],
      ['{ viewer { shoeSize } }', 'GRAPHQL_VALIDATION_FAILED'],
    ] as const) {
      expect((await north.ask(document)).errors).toMatchObject([{ extensions: { code } }]);
    }
  });

  it('with the character U+0000, which the database cannot hold, is refused, be it typed in or a variable', async () => {
    const variable = await north.ask('query ($name: String) { people(search: $name) { totalCount } }', {
      name: 'Di\0az',
    });
    const literal = await north.ask('{ case(number: "5024\\u00004764") { id } }');
    for (const answer of [variable, literal]) {
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(answer.data).toBeUndefined();
    }
  });

  it('that asks for too much at once is refused before anything is read', async () => {
    const deep = `{ ${'cases { nodes { person { '.repeat(20)} id ${'} } }'.repeat(20)} }`;
    const wide = `{ ${Array.from({ length: 500 }, (_, place) => `a${place}: viewer { username }`).join(' ')} }`;
    const wealthy =
      '{ cases { nodes { person { cases { nodes { referrals { nodes { correspondence { nodes { status emailTo queuedAt sentAt failedAt } } } } } } } } } }';
    const letters = `{ ${Array.from({ length: 5 }, (_, place) => `a${place}: cases { nodes { referrals { nodes { letter { sha256 } } } } }`).join(' ')} }`;
    for (const document of [deep, wide, wealthy, letters]) {
      api.statements.length = 0;
      expect((await north.ask(document)).errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_LARGE' } }]);
      expect(api.statements.filter((sql) => !sql.includes('"Staff"'))).toEqual([]);
    }
  });

  it('of more words than any operation needs is not even read, nor one nested deeper than anything', async () => {
    const long = `{ ${'__typename '.repeat(5_000)} }`;
    const nested = '['.repeat(20_000);
    for (const document of [long, `{ people(search: ${nested}) { totalCount } }`]) {
      expect((await north.ask(document)).errors).toMatchObject([
        { extensions: { code: 'GRAPHQL_PARSE_FAILED' } },
      ]);
    }
    const body = `{"query":"{ __typename }","variables":{"deep":${nested}${']'.repeat(20_000)}}}`;
    const headers = { ...json, authorization: north.authorization };
    const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_LARGE' } }] });
  });

  it('changes nothing when it is a GET', async () => {
    const answer = await fetch(`${api.url}/graphql?query=${encodeURIComponent(mutation)}`, { headers: json });
    expect(answer.status).toBe(405);
  });
});

describe('an unexpected error', () => {
  it('is masked: nothing of SQL, of Prisma or of what was asked for comes out, and nothing is changed', async () => {
    const { case: found } = await north.request(caseQuery, { number: '50244764' });
    const input = { caseId: found?.id ?? '', type: 'CASE_TRANSFER' };
    await api.database.$executeRaw`ALTER TABLE "AuditEvent" RENAME TO "AuditEvents"`;
    const answer = await north.ask(addReferralMutation, { input });
    expect(answer).toMatchObject({
      status: 200,
      data: null,
      errors: [
        {
          message: 'Unexpected error.',
          path: ['addReferral'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
    const text = JSON.stringify(answer);
    expect(text).not.toMatch(/prisma|audit|sql|table|relation|\.ts|node_modules|50244764/i);
    expect(await api.database.referral.count()).toBe(0);
    await api.database.$executeRaw`ALTER TABLE "AuditEvents" RENAME TO "AuditEvent"`;
    expect((await north.ask(addReferralMutation, { input })).errors).toBeUndefined();
  });

  it('is masked in subscriptions, too', async () => {
    const { case: found } = await north.request(caseQuery, { number: '50244764' });
    const document = `subscription { referralStatusChanged(caseId: "${found?.id}") { referral { id } } }`;
    await api.database.$executeRaw`ALTER TABLE "Case" RENAME TO "Cases"`;
    const headers = { accept: 'text/event-stream' };
    const answer = await post(
      { ...json, ...headers, authorization: north.authorization },
      JSON.stringify({ query: document }),
    );
    const text = await answer.text();
    await api.database.$executeRaw`ALTER TABLE "Cases" RENAME TO "Case"`;
    expect(text).toContain('Unexpected error.');
    expect(text).not.toMatch(/prisma|sql|relation|node_modules/i);
  });

  it('[B1] is logged by its name and place, without its message, which may hold client data', () => {
    const described = describeError(new RangeError('Rosa Diaz, born 1988-03-14,\n    at home'));
    expect(described).toMatchObject({
      error: 'RangeError',
      at: expect.arrayContaining([expect.stringContaining('transport.test')]),
    });
    expect(JSON.stringify(described)).not.toMatch(/Diaz|1988/);
    expect(describeError('Rosa Diaz')).toEqual({ error: 'string' });
  });
});

describe('beside /graphql', () => {
  it('health is told without a token, and nothing else', async () => {
    const health = async (path: string) => {
      const answer = await fetch(`${api.url}${path}`);
      return { status: answer.status, body: await answer.json() };
    };
    expect(await health('/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await health('/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
  });

  it('[B1] metrics tell of late referrals and of the time from Submitted to Emailed', async () => {
    const text = await (await fetch(`${api.url}/metrics`)).text();
    expect(text).toMatch(/^handoff_referrals_late 0$/m);
    expect(text).toMatch(/^handoff_submitted_to_emailed_seconds_count 0$/m);
  });

  it('a sign-in that cannot be read is refused', async () => {
    for (const body of ['{', '{}', '{"username": 7}']) {
      const answer = await fetch(`${api.url}/dev/token`, { method: 'POST', headers: json, body });
      expect(answer.status).toBe(400);
    }
  });
});
