import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { signingSecret, startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { plainId } from '../support/global-id.ts';
import { type AddedDocument, addDocument, addNote, attachedQuery } from '../support/notes-and-documents.ts';
import { draft, refer, submit, transfer } from '../support/refer.ts';
import { file, pdf } from '../support/sample-files.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());
afterEach(() => void vi.useRealTimers());

const number = '50244764';
const later = (seconds: number) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + seconds * 1000);
};
const statusOf = async (url: string) => (await fetch(url)).status;

/** A draft with a note and a document. */
async function attached(
  of = number,
): Promise<{ caseId: string; referralId: string; noteId: string; document: AddedDocument }> {
  const { caseId, referralId } = await draft(north, { number: of, type: 'CASE_TRANSFER' });
  const noteId = await addNote(north, referralId, 'Prefers mornings');
  const document = await addDocument(north, referralId, file('Plan.pdf', pdf()));
  return { caseId, referralId, noteId, document };
}

/** The ids of notes and documents that somebody gets at: by the referral, or by their own ids. */
async function reach(
  username: string,
  { referralId, noteId, document }: Awaited<ReturnType<typeof attached>>,
) {
  const visitor = await api.as(username);
  const { node } = await visitor.request(attachedQuery, { referralId });
  const by = (
    await visitor.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [noteId, document.id] })
  ).data as { nodes: ({ id: string } | null)[] };
  const ofReferral = node !== null && 'notes' in node ? [...node.notes.nodes, ...node.documents.nodes] : [];
  return { ofReferral: ofReferral.map(({ id }) => id), byId: by.nodes.flatMap((one) => one?.id ?? []) };
}
const nothing = { ofReferral: [], byId: [] };

describe('notes and documents', () => {
  it('[R13] are seen by whoever sees the referral, and by nobody else', async () => {
    const made = await attached();
    const all = { ofReferral: [made.noteId, made.document.id], byId: [made.noteId, made.document.id] };
    const others = ['south.manager', 'south.admin', 'valley.manager', 'auditor'];
    for (const username of ['north.manager', 'north.manager2', 'north.admin', 'ens.admin']) {
      expect([username, await reach(username, made)]).toEqual([username, all]);
    }
    for (const username of others)
      expect([username, await reach(username, made)]).toEqual([username, nothing]);
    await submit(north, made.referralId);
    for (const username of others)
      expect([username, await reach(username, made)]).toEqual([username, nothing]);
    expect(await reach('north.manager', made)).toEqual(all);
  });

  it('[R32] go with the case: after a transfer the new organization has them, and the previous one has not', async () => {
    const made = await attached('10041670');
    const ownLink = made.document.link.url;
    await submit(north, made.referralId);
    expect(await statusOf(ownLink)).toBe(200);
    const south = await api.as('south.manager');
    await transfer(south, made.caseId);
    expect(await reach('north.manager', made)).toEqual(nothing);
    expect(await reach('south.manager', made)).toEqual({
      ofReferral: [made.noteId, made.document.id],
      byId: [made.noteId, made.document.id],
    });
    expect(await statusOf(ownLink)).toBe(404);
  });

  it('[R13] are listed notes newest first, documents oldest first', async () => {
    const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_WITHIN' });
    for (const text of ['first', 'second']) await addNote(north, referralId, text);
    for (const name of ['first.txt', 'second.txt']) await addDocument(north, referralId, file(name, name));
    expect((await north.request(attachedQuery, { referralId })).node).toMatchObject({
      notes: { totalCount: 2, nodes: [{ text: 'second' }, { text: 'first' }] },
      documents: { totalCount: 2, nodes: [{ fileName: 'first.txt' }, { fileName: 'second.txt' }] },
    });
  });

  it('[D11] a note is added after submit as well', async () => {
    const { referralId } = await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
    await addNote(north, referralId, 'They have an opening in May');
    expect((await north.request(attachedQuery, { referralId })).node).toMatchObject({
      notes: { totalCount: 1 },
    });
  });
});

describe('the link to a document', () => {
  it('[R13] tells nothing: it holds ids and a time, no name', async () => {
    const { document } = await attached();
    const [, payload = ''] = new URL(document.link.url).pathname.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    expect(Object.keys(claims).toSorted()).toEqual(['aud', 'exp', 'id', 'sub']);
    expect(document.link.url).not.toContain('Plan');
  });

  it('[R13] stops working after a few minutes', async () => {
    const { document } = await attached();
    later(290);
    expect(await statusOf(document.link.url)).toBe(200);
    later(20);
    expect(await statusOf(document.link.url)).toBe(404);
  });

  it('[R13] opens a document alone: a letter’s does not, nor one that somebody else has signed', async () => {
    const { document, referralId } = await attached();
    const token = new URL(document.link.url).pathname.slice('/documents/'.length);
    expect(await statusOf(`${api.url}/letters/${token}`)).toBe(404);
    const { data } = await north.ask(
      'query ($id: ID!) { node(id: $id) { ... on Referral { letter { url } } } }',
      {
        id: referralId,
      },
    );
    const letter = (data as { node: { letter: { url: string } } }).node.letter.url;
    expect(await statusOf(letter)).toBe(200);
    expect(await statusOf(letter.replace('/letters/', '/documents/'))).toBe(404);
    const [, payload = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const signed = async (more: object, secret: string) =>
      await new SignJWT({ ...claims, ...more })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(secret));
    for (const forged of [
      await signed({}, 'another secret, and long enough for that'),
      await signed({ aud: 'elsewhere' }, signingSecret),
      'junk',
    ]) {
      expect(await statusOf(`${api.url}/documents/${forged}`)).toBe(404);
    }
    expect(await statusOf(document.link.url)).toBe(200);
  });

  it('[R13] that does not work says so in the language of the browser', async () => {
    for (const kind of ['documents', 'letters']) {
      const answer = async (language: string) =>
        await (await fetch(`${api.url}/${kind}/junk`, { headers: { 'accept-language': language } })).text();
      expect(await answer('en-CA')).toContain('Ask for a new one');
      expect(await answer('fr-CA')).toContain('Demandez-en un nouveau');
    }
  });

  it('[R13] does not work any more for whoever is disabled, nor once the draft is gone', async () => {
    const made = await attached();
    const admin = await api.as('north.admin');
    const { node } = await admin.request(attachedQuery, { referralId: made.referralId });
    const theirs = (node !== null && 'documents' in node && node.documents.nodes[0]?.link.url) || '';
    expect(await statusOf(theirs)).toBe(200);
    await api.database.staff.update({ where: { username: 'north.admin' }, data: { disabledAt: new Date() } });
    expect(await statusOf(theirs)).toBe(404);
    await api.database.staff.update({ where: { username: 'north.admin' }, data: { disabledAt: null } });
    await north.ask(
      'mutation ($input: CancelReferralInput!) { cancelReferral(input: $input) { __typename } }',
      {
        input: { referralId: made.referralId, confirm: true },
      },
    );
    expect([await statusOf(theirs), await statusOf(made.document.link.url)]).toEqual([404, 404]);
  });

  it('[D14] each opening of a document is on record', async () => {
    const { document } = await attached();
    await fetch(document.link.url);
    const entityId = plainId(document.id);
    const events = await api.database.auditEvent.findMany({ where: { entityId, outcome: 'VIEWED' } });
    expect(events).toMatchObject([{ action: 'referral.document.open', entityType: 'ReferralDocument' }]);
  });
});
