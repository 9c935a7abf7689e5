import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { draft, refer } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let north: Visitor;
let south: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  south = await api.as('south.manager');
});
afterAll(async () => await api.stop());

type Told = {
  action: string;
  allowed: boolean;
  code: string | null;
  reason: string | null;
  fields: { field: string; message: string }[];
  asksFor: string[];
};

const fields = '{ action allowed code reason fields { field message } asksFor }';

/** What a visitor is told of each action on a case or referral, by its name. */
async function told(visitor: Visitor, id: string): Promise<Record<string, Told>> {
  const document = `query ($id: ID!) { node(id: $id) {
    ... on Case { onCase: allowedActions ${fields} } ... on Referral { onReferral: allowedActions ${fields} }
  } }`;
  const { data, errors } = await visitor.ask(document, { id });
  expect(errors).toBeUndefined();
  const { node } = data as { node: { onCase?: Told[]; onReferral?: Told[] } };
  return Object.fromEntries((node.onCase ?? node.onReferral ?? []).map((one) => [one.action, one]));
}

const change = async (referralId: string, input: object) =>
  await north.ask(
    'mutation ($input: UpdateReferralInput!) { updateReferral(input: $input) { __typename } }',
    { input: { referralId, ...input } },
  );

describe('a referral', () => {
  it('[B6] tells what can be done, and what is asked for then', async () => {
    const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_WITHIN' });
    const draftActions = await told(north, referralId);
    expect(draftActions.SUBMIT).toEqual({
      ...{ action: 'SUBMIT', allowed: true, code: null, reason: null, fields: [] },
      asksFor: ['CONFIRMATION'],
    });
    await change(referralId, { emailSubject: 'About Rosa Diaz' });
    expect((await told(north, referralId)).SUBMIT?.asksFor).toEqual([
      'ACKNOWLEDGE_PRIVACY_FINDINGS',
      'CONFIRMATION',
    ]);
    expect(draftActions.RESEND).toMatchObject({
      allowed: false,
      code: 'REFERRAL_NOT_SUBMITTED',
      asksFor: [],
    });
  });

  it('[B6] [D1] names every field that keeps it from being submitted, in the language of the request', async () => {
    const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_WITHIN' });
    await change(referralId, { contactName: null, emailTo: 'nobody' });
    const french = await api.as('north.manager', { language: 'fr' });
    expect((await told(french, referralId)).SUBMIT).toMatchObject({
      ...{ allowed: false, code: 'INVALID_INPUT', reason: expect.stringMatching(/^Corrigez ces champs/) },
      fields: [
        { field: 'contactName', message: 'Remplissez ce champ avant de soumettre.' },
        { field: 'emailTo', message: expect.any(String) },
      ],
    });
  });

  it('[B6] gives who only looks a reason for everything but looking', async () => {
    const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_WITHIN' });
    const { PREVIEW, ...others } = await told(await api.as('ens.admin'), referralId);
    expect(PREVIEW?.allowed).toBe(true);
    expect(Object.values(others).map(({ code }) => code)).toEqual(Array(8).fill('NOT_ALLOWED'));
  });
});

describe('a case', () => {
  it('[B6] [R26] tells the receiver, who sees no more than the summary', async () => {
    const { caseId } = await refer(north, { number: '79778074', type: 'CASE_TRANSFER' });
    const actions = await told(south, caseId);
    expect(actions.TRANSFER).toMatchObject({ allowed: true, asksFor: ['CONFIRMATION'] });
    expect(actions.ADD_CASE_TRANSFER).toMatchObject({
      ...{ allowed: false, code: 'NOT_ALLOWED' },
      reason: expect.stringContaining('Only the organization that manages the case'),
    });
    expect((await told(north, caseId)).TRANSFER).toMatchObject({ code: 'CASE_ALREADY_TRANSFERRED' });
    const ens = await told(await api.as('ens.admin'), caseId);
    expect(ens.TRANSFER).toMatchObject({ allowed: true, asksFor: ['REASON', 'CONFIRMATION'] });
  });

  it('[B6] [B8] tells the receiver of a pending transfer that it can be taken over or declined', async () => {
    const document = `{ pendingTransfers { nodes { allowedActions ${fields} } } }`;
    const { data } = await south.ask(document);
    expect(data).toMatchObject({
      pendingTransfers: {
        nodes: [
          {
            allowedActions: [
              { action: 'TRANSFER', allowed: true },
              { action: 'DECLINE', allowed: true, asksFor: ['REASON', 'CONFIRMATION'] },
            ],
          },
        ],
      },
    });
  });
});

describe('the organizations to choose from', () => {
  type Choice = { organization: { name: string }; allowed: boolean; reasons: { code: string }[] };
  type Page = { totalCount: number; nodes: Choice[] };
  const choices = async (visitor: Visitor, variables: object = {}) => {
    const document = `query ($caseId: ID!, $type: ReferralType!, $search: String) {
      organizationChoices(caseId: $caseId, type: $type, search: $search) {
        totalCount nodes { organization { name } allowed reasons { code message } }
      }
      referralOrganizations(caseId: $caseId, type: $type, search: $search) { nodes { name } }
    }`;
    const { caseId } = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
    const answer = await visitor.ask(document, { caseId, type: 'CASE_TRANSFER', ...variables });
    const data = answer.data as {
      organizationChoices: Page;
      referralOrganizations: { nodes: { name: string }[] };
    } | null;
    return { ...answer, page: data?.organizationChoices, offered: data?.referralOrganizations.nodes };
  };

  it('[B6] [R6] are all of the network, each that is not offered with every reason', async () => {
    const { page, offered } = await choices(north);
    expect(page?.totalCount).toBe(await api.database.organization.count());
    const allowed = page?.nodes.filter((choice) => choice.allowed).map(({ organization }) => organization);
    expect(allowed).toEqual(offered);
    const reasons = Object.fromEntries(
      (page?.nodes ?? []).map(({ organization, reasons: why }) => [
        organization.name,
        why.map(({ code }) => code),
      ]),
    );
    const nameOf = async (username: string) => {
      const where = { staff: { some: { username } } };
      return (await api.database.organization.findFirstOrThrow({ where })).name;
    };
    expect(reasons[await nameOf('north.manager')]).toEqual(['OWN_ORGANIZATION']);
    expect(reasons[await nameOf('expired.manager')]).toEqual(['NO_ACTIVE_AGREEMENT']);
    expect(reasons[await nameOf('noecm.manager')]).toEqual(['NO_ECM_PROGRAM']);
    expect(reasons[await nameOf('untracked.manager')]).toEqual(['NO_CLIENT_TRACKING']);
    expect(reasons[await nameOf('south.manager')]).toEqual([]);
  });

  it('[B6] are found by parts of their names in any order, accents and case ignored', async () => {
    const where = { name: 'South Shore Works Association' };
    await api.database.organization.update({ where, data: { name: 'South Shore Œuvrés Association 100%' } });
    for (const search of ['oeuvres', 'ŒUVRÉS south', 'association  sou', '100%']) {
      const { page, offered } = await choices(north, { search });
      expect(
        page?.nodes.map(({ organization }) => organization.name),
        search,
      ).toEqual(['South Shore Œuvrés Association 100%']);
      expect(offered).toHaveLength(1);
    }
    for (const search of ['%', '_', 'south west']) {
      const found = (await choices(north, { search })).page?.nodes.length;
      expect([search, found]).toEqual([search, search === '%' ? 1 : 0]);
    }
    await api.database.organization.updateMany({ where: { name: { contains: '100%' } }, data: where });
  });

  it('[B6] [R5] are none outside LaMPSS, and nothing for those who do not manage the case', async () => {
    expect((await choices(north, { type: 'INFORMATIONAL_OUTSIDE' })).page).toEqual({
      totalCount: 0,
      nodes: [],
    });
    expect(await choices(south)).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });
});
