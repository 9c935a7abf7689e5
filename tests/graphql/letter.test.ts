import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { addReferralMutation, caseQuery } from '../../demo/operations.ts';
import { readPdf } from '../documents/letter/read-pdf.ts';
import { signingSecret, startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { plainId } from '../support/global-id.ts';
import { draft, refer, transfer } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi();
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());
afterEach(() => void vi.useRealTimers());

type Letter = {
  url: string;
  expiresAt: string;
  fileName: string;
  sha256: string;
  byteSize: number;
  base64: string;
};

async function letterOf(visitor: Visitor, referralId: string): Promise<Letter | null> {
  const answer = await visitor.ask(
    `query ($id: ID!) { node(id: $id) { ... on Referral {
      letter { url expiresAt fileName sha256 byteSize base64 }
    } } }`,
    { id: referralId },
  );
  expect(answer.errors).toBeUndefined();
  return (answer.data as { node: { letter: Letter | null } | null }).node?.letter ?? null;
}

async function preview(referralId: string): Promise<Letter> {
  const letter = await letterOf(north, referralId);
  if (letter === null) throw new Error('There is no letter');
  return letter;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const statusOf = async (url: string) => (await fetch(url)).status;
const later = (seconds: number) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + seconds * 1000);
};

describe('the preview of a draft', () => {
  it('[R8] exists only once a template is chosen', async () => {
    const { case: found } = await north.request(caseQuery, { number });
    const input = { caseId: found?.id ?? '', type: 'INFORMATIONAL_WITHIN' as const };
    const { addReferral } = await north.request(addReferralMutation, { input });
    expect(await letterOf(north, accepted(addReferral).referral.id)).toBeNull();
  });

  it('[R14] is a PDF behind a link that needs no token, the same as given inline', async () => {
    const { referralId } = await draft(north, { number, type: 'CASE_TRANSFER' });
    const letter = await preview(referralId);
    const answer = await fetch(letter.url);
    const bytes = await answer.bytes();
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(letter).toMatchObject({
      sha256: sha256(bytes),
      byteSize: bytes.byteLength,
      base64: Buffer.from(bytes).toString('base64'),
      fileName: 'referral-letter.pdf',
    });
    const { pages } = await readPdf(bytes);
    expect(pages.join(' ')).toContain('Rosa Lucia Diaz');
  });

  it('[B2] is the same bytes each time, and as attached after submit, and as in the preview then', async () => {
    const { referralId } = await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
    const { sha256: submitted } = await preview(referralId);
    const mail = await api.mailbox.waitForMail(({ envelope }) => envelope.to[0] === 'intake@harbour.example');
    const attached = new Uint8Array(mail.attachments[0]?.content as ArrayBuffer);
    expect(sha256(attached)).toBe(submitted);
    const again = await preview(referralId);
    expect(sha256(await (await fetch(again.url)).bytes())).toBe(submitted);

    const drafts = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
    expect((await preview(drafts.referralId)).sha256).toBe(submitted);
  });

  it('[B2] [R17] stays as it was submitted, whatever changes afterwards', async () => {
    const { referralId } = await refer(north, { number, type: 'INFORMATIONAL_WITHIN' });
    const before = await preview(referralId);
    const where = { username: 'north.manager' };
    await api.database.staff.update({ where, data: { phone: '902-555-0199', familyName: 'Other' } });
    expect((await preview(referralId)).sha256).toBe(before.sha256);
    const fresh = await draft(north, { number, type: 'INFORMATIONAL_WITHIN' });
    expect((await preview(fresh.referralId)).sha256).not.toBe(before.sha256);
    await api.database.staff.update({ where, data: { phone: '902-555-0113', familyName: 'Cameron' } });
  });
});

describe('the link to a letter', () => {
  it('tells of the client nothing: it holds ids and a time', async () => {
    const { referralId } = await draft(north, { number, type: 'CASE_TRANSFER' });
    const [, payload = ''] = new URL((await preview(referralId)).url).pathname.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    expect(Object.keys(claims).toSorted()).toEqual(['aud', 'exp', 'id', 'sub']);
  });

  it('[R14] stops working after a few minutes', async () => {
    const { referralId } = await draft(north, { number, type: 'CASE_TRANSFER' });
    const { url, expiresAt } = await preview(referralId);
    expect((Date.parse(expiresAt) - Date.now()) / 1000).toBeGreaterThan(290);
    later(290);
    expect(await statusOf(url)).toBe(200);
    later(20);
    expect(await statusOf(url)).toBe(404);
  });

  it('does not work when any of it has been changed', async () => {
    const { referralId } = await draft(north, { number, type: 'CASE_TRANSFER' });
    const other = await draft(north, { number: '79778074', type: 'CASE_TRANSFER' });
    const { url } = await preview(referralId);
    const token = new URL(url).pathname.slice('/letters/'.length);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const swapped = Buffer.from(
      JSON.stringify({
        ...claims,
        id: plainId(other.referralId),
      }),
    ).toString('base64url');
    const elsewhere = new SignJWT({ ...claims, aud: 'elsewhere' }).setProtectedHeader({ alg: 'HS256' });
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const changed of [
      `${header}.${swapped}.${signature}`,
      `${none}.${payload}.`,
      `${header}.${payload}.${signature.slice(0, -2)}`,
      north.authorization.slice('Bearer '.length),
      await elsewhere.sign(new TextEncoder().encode(signingSecret)),
      'junk',
    ]) {
      expect(await statusOf(`${api.url}/letters/${changed}`)).toBe(404);
    }
    expect(await statusOf(url)).toBe(200);
  });

  it('[R32] does not work any more when its owner has lost the case, nor for whoever is disabled', async () => {
    const { caseId, referralId } = await refer(north, { number: '10041670', type: 'CASE_TRANSFER' });
    const links = [(await preview(referralId)).url];
    const admin = await api.as('north.admin');
    links.push((await letterOf(admin, referralId))?.url ?? '');
    const [managers = '', admins = ''] = links;
    expect([await statusOf(managers), await statusOf(admins)]).toEqual([200, 200]);
    await api.database.staff.update({ where: { username: 'north.admin' }, data: { disabledAt: new Date() } });
    expect([await statusOf(managers), await statusOf(admins)]).toEqual([200, 404]);
    const south = await api.as('south.manager');
    expect(await letterOf(south, referralId)).toBeNull();
    await transfer(south, caseId);
    expect(await statusOf(managers)).toBe(404);
    expect(await statusOf((await letterOf(south, referralId))?.url ?? '')).toBe(200);
  });
});
