import { getNamedType, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { addDocument } from '../support/notes-and-documents.ts';
import { draft, organizations, submit } from '../support/refer.ts';
import { file, pdf } from '../support/sample-files.ts';

const number = '50244764';

let api: TestApi;
let north: Visitor;
let referralId: string;
let documentId: string;

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  ({ referralId } = await draft(north, { number, type: 'INFORMATIONAL_WITHIN' }));
  ({ id: documentId } = await addDocument(north, referralId, file('a.pdf', pdf())));
  await submit(north, referralId);
});
afterAll(async () => await api.stop());

/** Every column of every referral, and every letter and document. */
const kept = async () =>
  await api.database.$queryRaw<unknown[]>`
    SELECT to_jsonb(r) AS row FROM "Referral" r UNION ALL
    SELECT to_jsonb(l) FROM "Letter" l UNION ALL
    SELECT to_jsonb(d) FROM "ReferralDocument" d ORDER BY 1`;

/** Sends a mutation and answers with what type of answer came. */
async function answerOf(mutation: string, input: object): Promise<string> {
  const type = schema.getMutationType()?.getFields()[mutation]?.args[0]?.type;
  const document = `mutation ($input: ${type}) { ${mutation}(input: $input) { __typename } }`;
  const answer = await north.ask(document, { input });
  const [result] = Object.values((answer.data ?? {}) as Record<string, { __typename: string }>);
  if (result === undefined) throw new Error(JSON.stringify(answer.errors));
  return result.__typename;
}

const listed = async (name: string) =>
  globalId('Organization', (await api.database.organization.findUniqueOrThrow({ where: { name } })).id);
const template = async () => {
  const { id } = await api.database.correspondenceTemplate.findFirstOrThrow({
    where: { referralType: 'INFORMATIONAL_WITHIN' },
  });
  return globalId('CorrespondenceTemplate', id);
};

/** For each mutation that takes a referral, everything that it could be sent, and its answer to that. */
const attempts: Record<string, () => Promise<[input: object, answer: string][]>> = {
  updateReferral: async () => {
    const changes = [
      { organizationId: await listed(organizations.valley) },
      { organizationId: null },
      { organizationName: 'Harbour Food Bank' },
      { contactName: 'Other' },
      { contactName: null },
      { emailTo: 'other@other.example' },
      { templateId: await template() },
      { templateId: null },
      { language: 'FR' },
      { language: 'FR', discardEdits: true },
      { emailSubject: 'Other' },
      { emailContent: 'Other' },
      { version: 1 },
      {},
    ];
    return changes.map((change) => [change, 'ReferralLocked']);
  },
  cancelReferral: async () => [
    [{}, 'ReferralLocked'],
    [{ confirm: true }, 'ReferralLocked'],
    [{ confirm: true, version: 1 }, 'ReferralLocked'],
  ],
  submitReferral: async () => [
    [{}, 'SubmitReferralSuccess'],
    [{ confirm: true, version: 1, acknowledgeDuplicate: true }, 'SubmitReferralSuccess'],
  ],
  addReferralNote: async () => [[{ text: 'A note' }, 'AddReferralNoteSuccess']],
  addReferralDocument: async () => [[{ file: file('b.pdf', pdf()) }, 'ReferralLocked']],
  resendCorrespondence: async () => [
    [{ emailTo: 'other@other.example', confirm: true }, 'CorrespondenceOnItsWay'],
  ],
  withdrawReferral: async () => [[{ reason: 'The client stays', confirm: true }, 'NotACaseTransfer']],
  declineReferral: async () => [[{ reason: 'We are full', confirm: true }, 'NotFound']],
};

/** The mutations whose input names a referral. */
const ofReferrals = Object.values(schema.getMutationType()?.getFields() ?? {})
  .filter(({ args }) => {
    const input = args[0] && getNamedType(args[0].type);
    return isInputObjectType(input) && 'referralId' in input.getFields();
  })
  .map(({ name }) => name);

it('[R17] every field that updateReferral takes is tried', async () => {
  const input = schema.getType('UpdateReferralInput');
  if (!isInputObjectType(input)) throw new Error('There is no such input');
  const tried = (await attempts.updateReferral?.())?.flatMap(([change]) => Object.keys(change));
  expect(Object.keys(input.getFields()).toSorted()).toEqual(
    [...new Set([...(tried ?? []), 'referralId'])].toSorted(),
  );
});

describe('a submitted referral stays as it was, whatever is asked of it by', () => {
  it.each(ofReferrals)('[R17] %s', async (mutation) => {
    const attempt = attempts[mutation];
    if (attempt === undefined) throw new Error(`No test tries ${mutation} on a submitted referral`);
    const before = await kept();
    for (const [input, answer] of await attempt()) {
      expect(await answerOf(mutation, { referralId, ...input }), JSON.stringify(input)).toBe(answer);
    }
    expect(await kept()).toEqual(before);
  });

  it('[R17] [D11] removeReferralDocument', async () => {
    const before = await kept();
    expect(await answerOf('removeReferralDocument', { documentId, confirm: true })).toBe('ReferralLocked');
    expect(await kept()).toEqual(before);
  });
});
