import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import {
  resendCorrespondenceMutation,
  submitReferralMutation,
  updateReferralMutation,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId, plainId } from '../support/global-id.ts';
import { draft, organizations, submit } from '../support/refer.ts';
import { publishTemplateMutation } from '../support/template-operations.ts';
import { textsWith } from '../support/templates.ts';

const number = '50244764';
const languages = ['EN', 'FR'] as const;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type Shown = { sha256: string; byteSize: number; base64: string; url: string };

/** The letter as the API shows it, whose link leads to the same bytes. */
async function shown(visitor: Visitor, referralId: string): Promise<Omit<Shown, 'url'>> {
  const { data, errors } = await visitor.ask(
    'query ($id: ID!) { node(id: $id) { ... on Referral { letter { sha256 byteSize base64 url } } } }',
    { id: referralId },
  );
  expect(errors).toBeUndefined();
  const { url, ...letter } = (data as { node: { letter: Shown } }).node.letter;
  const linked = await (await fetch(url)).bytes();
  expect(letter).toEqual(described(linked));
  return letter;
}

function described(bytes: Uint8Array): Omit<Shown, 'url'> {
  const base64 = Buffer.from(bytes).toString('base64');
  return { sha256: sha256(bytes), byteSize: bytes.byteLength, base64 };
}

async function stored({ database }: TestApi, referralId: string) {
  return await database.letter.findUniqueOrThrow({ where: { referralId: plainId(referralId) } });
}

/** Changes everything a letter is made from, and that stays behind what was submitted. */
async function changeEverything(api: TestApi): Promise<void> {
  const { database } = api;
  const north = { name: organizations.north };
  await database.organization.update({
    where: north,
    data: {
      name: 'Renamed Services',
      phone: '902-555-0100',
      city: 'Elsewhere',
      generalContactEmail: 'new@north.example',
    },
  });
  await database.organization.update({
    where: { name: organizations.south },
    data: { name: 'Renamed Works' },
  });
  const staff = {
    familyName: 'Renamed',
    jobTitle: 'Other',
    phone: '902-555-0101',
    email: 'other@north.example',
  };
  await database.staff.update({ where: { username: 'north.manager' }, data: staff });
  await database.office.updateMany({
    where: { organization: { name: 'Renamed Services' } },
    data: { city: 'Elsewhere' },
  });
  await database.person.updateMany({
    where: { cases: { some: { number } } },
    data: { familyName: 'Renamed' },
  });
  await database.program.updateMany({ data: { name: 'Renamed Program' } });
  const { id } = await database.staff.findUniqueOrThrow({ where: { username: 'north.manager2' } });
  await database.case.update({ where: { number }, data: { caseManagerId: id } });
  await publishNext(api);
}

async function publishNext({ database, as }: TestApi): Promise<void> {
  const { id } = await database.correspondenceTemplate.findFirstOrThrow({
    where: { referralType: 'CASE_TRANSFER' },
  });
  const templateId = globalId('CorrespondenceTemplate', id);
  const texts = textsWith('Renewed');
  const input = { templateId, version: 1, en: texts.EN, fr: texts.FR, confirm: true };
  const ens = await as('ens.admin');
  accepted((await ens.request(publishTemplateMutation, { input })).publishCorrespondenceTemplate);
}

/** Submits a draft without asking for its letter, which would make it. */
async function submitOnly(visitor: Visitor, referralId: string): Promise<void> {
  const { data } = await visitor.ask(
    'mutation ($input: SubmitReferralInput!) { submitReferral(input: $input) { __typename } }',
    { input: { referralId, acknowledgeDuplicate: true, confirm: true } },
  );
  expect(data).toEqual({ submitReferral: { __typename: 'SubmitReferralSuccess' } });
}

describe('a letter that has been sent', () => {
  let api: TestApi;
  let north: Visitor;
  beforeAll(async () => {
    api = await startTestApi();
    north = await api.as('north.manager');
  });
  afterAll(async () => await api.stop());

  it('[B2] [R14] is the same bytes in the preview before submit and after it, in the link, attached, stored, and sent again', async () => {
    for (const language of languages) {
      const { referralId } = await draft(north, { number, type: 'CASE_TRANSFER', language });
      const emailTo = `${language.toLowerCase()}@south.example`;
      accepted(
        (await north.request(updateReferralMutation, { input: { referralId, emailTo } })).updateReferral,
      );
      const letter = await shown(north, referralId);
      await submit(north, referralId);
      const attached = async (address: string) => {
        const mail = await api.mailbox.waitForMail(({ envelope }) => envelope.to.includes(address));
        expect(mail.attachments).toHaveLength(1);
        return described(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer));
      };
      expect(await attached(emailTo)).toEqual(letter);
      expect(await shown(north, referralId)).toEqual(letter);
      const row = await stored(api, referralId);
      expect(row.sha256).toBe(letter.sha256);
      expect(described(row.pdf ?? new Uint8Array())).toEqual(letter);

      const input = { referralId, emailTo: `corrected.${emailTo}`, confirm: true };
      await expect
        .poll(
          async () =>
            (await north.request(resendCorrespondenceMutation, { input })).resendCorrespondence.__typename,
        )
        .toBe('ResendCorrespondenceSuccess');
      expect(await attached(input.emailTo)).toEqual(letter);
    }
  });
});

describe('a letter that waits to be made', () => {
  let api: TestApi;
  let north: Visitor;
  beforeAll(async () => {
    api = await startTestApi({ worker: false });
    north = await api.as('north.manager');
  });
  afterAll(async () => await api.stop());

  it('[B2] [R17] [R22] is as it was submitted, though all it is made from has changed before anybody rendered it', async () => {
    const letters = [];
    for (const language of languages) {
      const { referralId } = await draft(north, { number, type: 'CASE_TRANSFER', language });
      const letter = await shown(north, referralId);
      await submitOnly(north, referralId);
      letters.push({ referralId, letter, language });
    }
    const unsent = await draft(north, { number, type: 'CASE_TRANSFER' });
    const before = await shown(north, unsent.referralId);
    await changeEverything(api);
    expect((await shown(north, unsent.referralId)).sha256).not.toBe(before.sha256);
    for (const { referralId, letter, language } of letters) {
      expect((await stored(api, referralId)).sha256).toBeNull();
      expect(await shown(north, referralId)).toEqual(letter);
      expect((await stored(api, referralId)).sha256).toBe(letter.sha256);
      const input = { referralId, confirm: true };
      const again = accepted((await north.request(submitReferralMutation, { input })).submitReferral);
      expect(again.referral.letter?.sha256).toBe(letter.sha256);
      expect((await stored(api, referralId)).content).toMatchObject({ language: language.toLowerCase() });
    }
  });
});
