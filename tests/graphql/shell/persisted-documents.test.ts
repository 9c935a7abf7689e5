import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RawAnswer, startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { globalId } from '../../support/global-id.ts';
import { addDocumentMutation } from '../../support/notes-and-documents.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';
import { file, pdf } from '../../support/sample-files.ts';

const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');
const byHash = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

const known = '{ viewer { username } }';
const named = 'query Who { viewer { username } } query What { viewer { language } }';
const changing =
  'mutation ($input: CompleteHomepageTasksInput!) { completeHomepageTasks(input: $input) { __typename } }';
const watching = 'subscription { homepageTaskChanged { cursor } }';
const adding = addDocumentMutation.toString();
const arbitrary = '{ viewer { language } }';
const north = { viewer: { username: 'north.manager' } };

let directory: string;
let beside: TestApi;
let only: TestApi;
let none: TestApi;
const users = new Map<TestApi, Visitor>();
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'handoff-persisted-'));
  const path = join(directory, 'persisted-documents.json');
  const documents = [known, named, changing, watching, adding];
  await writeFile(path, JSON.stringify(Object.fromEntries(documents.map((one) => [hashOf(one), one]))));
  none = await startTestApi({ worker: false });
  beside = await startTestApi({ worker: false, env: { PERSISTED_DOCUMENTS: path } });
  only = await startTestApi({
    worker: false,
    env: { PERSISTED_DOCUMENTS: path, PERSISTED_DOCUMENTS_ONLY: 'true' },
  });
  for (const api of [none, beside, only]) users.set(api, await api.as('north.manager'));
});
afterAll(async () => {
  for (const api of [none, beside, only]) await api.stop();
  await rm(directory, { recursive: true, force: true });
});

const authorizationAt = (api: TestApi) => users.get(api)?.authorization ?? '';

/** What a POST of this body is answered. */
async function post(api: TestApi, body: object, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { authorization: authorizationAt(api), 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, ...((await answer.json()) as object) };
}

const get = (api: TestApi, parameters: Record<string, string>) =>
  fetch(`${api.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { authorization: authorizationAt(api), accept: 'application/json' },
  });

const codeOf = ({ errors }: RawAnswer) => errors?.[0]?.extensions?.code;

/** The id of a draft, made without the API, which may run no document that makes one. */
async function aDraft({ database }: TestApi): Promise<string> {
  const found = await database.case.findUniqueOrThrow({ where: { number: '50244764' } });
  const { id } = await database.referral.create({
    data: {
      caseId: found.id,
      type: 'INFORMATIONAL_OUTSIDE',
      sendingOrganizationId: found.organizationId,
      createdById: found.caseManagerId,
    },
  });
  return globalId('Referral', id);
}

/** What a socket is told that asks this in French: the payload of the message of this type. */
async function onSocket(api: TestApi, payload: object, type: 'next' | 'error') {
  const socket = await openRawSocket(api.url, { authorization: authorizationAt(api), acceptLanguage: 'fr' });
  socket.send({ id: '1', type: 'subscribe', payload });
  return await nextOf(socket, type);
}

describe.each([
  ['with PERSISTED_DOCUMENTS', () => beside],
  ['with PERSISTED_DOCUMENTS_ONLY', () => only],
])('%s', (_name, at) => {
  it('a known document is run by its hash, in each way that names it', async () => {
    for (const body of [
      byHash(hashOf(known)),
      { documentId: hashOf(known) },
      { documentId: `sha256:${hashOf(known)}` },
      { query: '', ...byHash(hashOf(known)) },
      { ...byHash(hashOf(named)), operationName: 'Who' },
    ])
      expect(await post(at(), body)).toMatchObject({ status: 200, data: north });
    const answer = await get(at(), { extensions: JSON.stringify(byHash(hashOf(known)).extensions) });
    expect(await answer.json()).toMatchObject({ data: north });
  });

  it('a known document is run by its hash on a socket, and as a stream of events', async () => {
    const asked = { query: '', ...byHash(hashOf(known)) };
    expect(await onSocket(at(), asked, 'next')).toMatchObject({ data: north });
    const stream = await fetch(`${at().url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: authorizationAt(at()),
        'content-type': 'application/json',
        accept: 'text/event-stream',
      },
      body: JSON.stringify(byHash(hashOf(watching))),
    });
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    await stream.body?.cancel();
  });

  it('an unknown hash is PERSISTED_DOCUMENT_NOT_FOUND, in the language of the request', async () => {
    for (const hash of [hashOf('{ other }'), '', '__proto__', 'constructor', "' OR 1=1"]) {
      const answer = await post(at(), byHash(hash), { 'accept-language': 'fr' });
      expect(answer).toMatchObject({
        status: 404,
        errors: [{ message: expect.stringMatching(/^Aucun document n’a cette empreinte ici/) }],
      });
      expect(codeOf(answer)).toBe('PERSISTED_DOCUMENT_NOT_FOUND');
    }
    expect(await onSocket(at(), { query: '', ...byHash(hashOf('{ other }')) }, 'error')).toEqual([
      {
        message: expect.stringMatching(/^Aucun document n’a cette empreinte ici/),
        extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND' },
      },
    ]);
  });

  it('a known mutation is no more run by GET than any other', async () => {
    const answer = await get(at(), {
      extensions: JSON.stringify(byHash(hashOf(changing)).extensions),
      variables: JSON.stringify({ input: { homepageTaskIds: [] } }),
    });
    expect(answer.status).toBe(405);
  });

  it('[R13] a file can be sent with the hash of its mutation', async () => {
    const referralId = await aDraft(at());
    const form = new FormData();
    const input = { referralId, file: null };
    form.set('operations', JSON.stringify({ ...byHash(hashOf(adding)), variables: { input } }));
    form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
    form.set('0', file('plan.pdf', pdf()));
    const answer = await fetch(`${at().url}/graphql`, {
      method: 'POST',
      headers: { authorization: authorizationAt(at()) },
      body: form,
    });
    expect(await answer.json()).toMatchObject({
      data: { addReferralDocument: { __typename: 'AddReferralDocumentSuccess' } },
    });
  });
});

describe('a document that is sent whole', () => {
  it('is run where documents are not persisted, or persisted ones are not all', async () => {
    for (const api of [none, beside]) {
      expect((await post(api, { query: arbitrary })).data).toEqual({ viewer: { language: 'EN' } });
      expect(await onSocket(api, { query: arbitrary }, 'next')).toMatchObject({ data: expect.anything() });
    }
  });

  it('is refused with PERSISTED_DOCUMENTS_ONLY, a known one too, in the language of the request', async () => {
    const message = /^Envoyez l’empreinte d’un document connu comme extensions.persistedQuery.sha256Hash/;
    for (const query of [arbitrary, known, '{ __schema { types { name } } }', 'junk'])
      for (const body of [{ query }, { query, ...byHash(hashOf(known)) }]) {
        const answer = await post(only, body, { 'accept-language': 'fr' });
        expect(answer).toMatchObject({ status: 400, errors: [{ message: expect.stringMatching(message) }] });
        expect(codeOf(answer)).toBe('PERSISTED_DOCUMENT_REQUIRED');
        expect(await onSocket(only, body, 'error')).toEqual([
          {
            message: expect.stringMatching(message),
            extensions: { code: 'PERSISTED_DOCUMENT_REQUIRED' },
          },
        ]);
      }
    const byGet = await get(only, { query: known });
    expect(byGet.status).toBe(400);
    expect(codeOf((await byGet.json()) as RawAnswer)).toBe('PERSISTED_DOCUMENT_REQUIRED');
  });

  it('is asked for where there is neither that nor a hash', async () => {
    expect(codeOf(await post(only, {}))).toBe('PERSISTED_DOCUMENT_REQUIRED');
    expect(codeOf(await post(beside, {}))).toBe('BAD_REQUEST');
  });
});

it('a hash means nothing where documents are not persisted', async () => {
  const answer = await post(none, byHash(hashOf(known)));
  expect(answer.errors).toMatchObject([{ message: 'Send the operation as "query", in text.' }]);
  const onIt = await onSocket(none, { query: '', ...byHash(hashOf(known)) }, 'error');
  expect(onIt).toMatchObject([{ message: expect.stringContaining('Syntax Error') }]);
});
