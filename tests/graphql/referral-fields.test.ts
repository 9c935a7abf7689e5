import { isInputObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { addReferralMutation, caseQuery } from '../../demo/operations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { everyField } from '../support/every-field.ts';
import { draft, refer } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi();
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

type Row = Record<string, unknown>;

/** Every field of a row of the Referrals screen, as it is when the row is expanded. */
async function expanded(referralId: string, by = north): Promise<Row> {
  const { data, errors } = await by.ask(
    `query ($number: String!) { case(number: $number) { referrals(first: 20) { nodes {
      ${everyField('Referral')}
    } } } }`,
    { number },
  );
  expect(errors).toBeUndefined();
  const { nodes } = (data as { case: { referrals: { nodes: Row[] } } }).case.referrals;
  const row = nodes.find(({ id }) => id === referralId);
  if (row === undefined) throw new Error('It is not listed');
  return row;
}
/** What only a referral has that is late (R20), or has come to something (D3 to D6). */
const seldom = ['secondsLate', 'outcome'];
const emptyFields = (row: Row) =>
  Object.keys(row).filter((field) => row[field] === null && !seldom.includes(field));

it('[R3] [R4] a new referral has every field empty that somebody has yet to fill in, and no other', async () => {
  const caseId = (await north.request(caseQuery, { number })).case?.id ?? '';
  const input = { caseId, type: 'INFORMATIONAL_WITHIN' as const };
  const { referral } = accepted((await north.request(addReferralMutation, { input })).addReferral);
  expect(emptyFields(await expanded(referral.id))).toEqual([
    'contactName',
    'emailContent',
    'emailSubject',
    'emailTo',
    'emailedAt',
    'letter',
    'organization',
    'organizationName',
    'referralDate',
    'submittedAt',
    'submittedBy',
    'template',
    'templateVersion',
  ]);
});

it('[R3] [R4] a draft that lacks nothing has no more to come than submit and email', async () => {
  const { referralId } = await draft(north, { number, type: 'CASE_TRANSFER' });
  const toCome = ['emailedAt', 'referralDate', 'submittedAt', 'submittedBy'];
  expect(emptyFields(await expanded(referralId))).toEqual(toCome);
});

it('[R3] [R19] an Emailed referral expands to every field, none of them empty, for all who manage the case', async () => {
  const { referralId } = await refer(north, { number, type: 'CASE_TRANSFER' });
  await expect.poll(async () => (await expanded(referralId)).status, { timeout: 15_000 }).toBe('EMAILED');
  for (const username of ['north.manager', 'north.manager2', 'north.admin', 'ens.admin']) {
    expect(emptyFields(await expanded(referralId, await api.as(username)))).toEqual([]);
  }
});

it('[R16] [R19] no input sets a referral’s status, dates, sender or, once added, its type', () => {
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const ofReferrals = inputs.filter((input) => 'referralId' in input.getFields());
  expect(ofReferrals.length).toBeGreaterThan(5);
  const named = ofReferrals.flatMap((input) => Object.keys(input.getFields()));
  for (const field of ['status', 'type', 'referralDate', 'submittedAt', 'emailedAt', 'caseId']) {
    expect(named).not.toContain(field);
  }
});
