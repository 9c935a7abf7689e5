import { rename, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insides } from '../../proof/hostile/insides.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { logOf } from '../../support/log-of.ts';
import { addDocument, addDocumentMutation } from '../../support/notes-and-documents.ts';
import { draft } from '../../support/refer.ts';
import { file, pdf } from '../../support/sample-files.ts';

let api: TestApi;
let north: Visitor;
let referralId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  ({ referralId } = await draft(north, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' }));
});
afterAll(async () => await api.stop());

/** Takes the directory of documents away, and puts something else in its place, until what it returns is called. */
async function takeAway(): Promise<() => Promise<void>> {
  const kept = `${api.documentsDirectory}-kept`;
  await rename(api.documentsDirectory, kept);
  await writeFile(api.documentsDirectory, '');
  return async () => {
    await rm(api.documentsDirectory);
    await rename(kept, api.documentsDirectory);
  };
}

const add = (headers = {}) =>
  north.ask(addDocumentMutation, { input: { referralId, file: file('plan.pdf', pdf()) } }, headers);

async function expectLogged(requestId: string): Promise<void> {
  const [failure] = await logOf(requestId);
  expect(failure).toMatchObject({ msg: 'STORAGE_UNAVAILABLE', error: 'StorageUnavailable' });
  expect(failure?.code).toMatch(/^E[A-Z]+$/);
}

it('[R13] a document that cannot be kept is answered STORAGE_UNAVAILABLE, is not there, and can be added when the storage is back', async () => {
  const giveBack = await takeAway();
  const answer = await add({ 'accept-language': 'fr' });
  const requestId = answer.headers.get('x-request-id') ?? '';
  expect(answer.status).toBe(503);
  expect(answer.errors).toMatchObject([
    {
      message: expect.stringMatching(/^Les documents ne peuvent être ni conservés ni ouverts en ce moment/),
      path: ['addReferralDocument'],
      extensions: { code: 'STORAGE_UNAVAILABLE', requestId },
    },
  ]);
  expect(JSON.stringify(answer.errors)).not.toMatch(insides);
  expect(JSON.stringify(answer.errors)).not.toContain(api.documentsDirectory);
  await expectLogged(requestId);
  expect(await api.database.referralDocument.count()).toBe(0);
  await giveBack();
  expect((await add()).data).toMatchObject({
    addReferralDocument: { __typename: 'AddReferralDocumentSuccess' },
  });
});

it('[R13] a link to one that cannot be opened is answered so, too, and works when the storage is back', async () => {
  const bytes = pdf('kept');
  const { link } = await addDocument(north, referralId, file('kept.pdf', bytes));
  const views = () => api.database.auditEvent.count({ where: { action: 'referral.document.open' } });
  const giveBack = await takeAway();
  const answer = await fetch(link.url);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const requestId = answer.headers.get('x-request-id') ?? '';
  expect(await answer.json()).toEqual({
    errors: [
      {
        message: expect.stringMatching(/^Documents can be neither kept nor opened at the moment/),
        extensions: { code: 'STORAGE_UNAVAILABLE', requestId },
      },
    ],
  });
  await expectLogged(requestId);
  expect(await views()).toBe(0);
  await giveBack();
  expect(Buffer.from(await (await fetch(link.url)).bytes())).toEqual(bytes);
  expect(await views()).toBe(1);
});
