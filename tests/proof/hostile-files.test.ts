import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { draft } from '../support/refer.ts';
import { file, pdf } from '../support/sample-files.ts';
import { changedTables, type Digest, digestOf } from './hostile/digest.ts';
import { insides } from './hostile/insides.ts';
import { texts } from './hostile/texts.ts';

let api: TestApi;
let north: Visitor;
let digest: () => Promise<Digest>;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  digest = await digestOf(api.database);
});
afterAll(async () => await api.stop());

const add = `mutation ($input: AddReferralDocumentInput!) { addReferralDocument(input: $input) {
  __typename ... on Error { code message } ... on AddReferralDocumentSuccess { document { fileName link { url } } } } }`;
type Added = {
  addReferralDocument: { __typename: string; document?: { fileName: string; link: { url: string } } };
};

/** How many files are added to a draft before another is made. */
const together = 8;
let added = 0;
let referralId = '';

/** Adds a file to a draft. */
async function upload(sent: File): Promise<{ answer: Added | undefined; body: string; changed: string[] }> {
  if (added % together === 0)
    ({ referralId } = await draft(north, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' }));
  added += 1;
  const before = await digest();
  const { data, errors, status } = await north.ask(add, { input: { referralId, file: sent } });
  expect(status).toBeLessThan(500);
  const body = JSON.stringify({ data, errors });
  expect(body).not.toContain('Unexpected error.');
  expect(insides.exec(body)?.[0]).toBeUndefined();
  return { answer: data as Added | undefined, body, changed: changedTables(before, await digest()) };
}

describe('[R13] [D14] a file', () => {
  it.each(texts.map((text) => [JSON.stringify(text), text]))(
    'called %s is kept under a harmless name, or refused',
    async (_shown, name) => {
      const { answer, changed } = await upload(file(`${name}.pdf`, pdf()));
      const document = answer?.addReferralDocument.document;
      if (document === undefined) {
        expect(changed).toEqual([]);
        return;
      }
      expect(document.fileName).not.toMatch(/[/\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      const download = await fetch(document.link.url);
      expect(download.status).toBe(200);
      expect(download.headers.get('content-disposition')).toMatch(/^attachment/);
      await download.arrayBuffer();
    },
  );

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(5_000)],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['an archive', Buffer.from('PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'latin1')],
  ])('that is called a PDF and is %s is refused, and nothing of it is kept', async (_name, bytes) => {
    const { answer, changed } = await upload(file('service.pdf', bytes));
    expect(answer?.addReferralDocument.__typename).not.toBe('AddReferralDocumentSuccess');
    expect(changed).toEqual([]);
  });
});
