import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import {
  privacyFindingsQuery,
  savedPrivacyFindingsQuery,
  submitReferralMutation,
  updateReferralMutation,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { draft, type Wanted } from '../support/refer.ts';

/** Rosa Lucia Diaz, of North Shore Employment Services, with every detail on record. */
const wanted: Wanted = { number: '50244764', type: 'INFORMATIONAL_WITHIN' };

const english = `Dear colleague, I am writing about Rosa Diaz, born on March 14th, 1988. SIN: 095 152 203.
Health card: 0000 051 417. Call her at (902) 555-0140, or write to rosa.diaz@mail.example, or to 37 Blueberry Lane, B0K 2A9.
Case ID 50244764. She takes medication, is on probation, receives income assistance, and left school early.
My number is 902-555-0113.`;
const french = `Bonjour, il s’agit de DIAZ, Rosa, née le 14 mars 1988. NAS : 095-152-203. Carte Santé : 0000051417.
Tél. : 902.555.0140, courriel : Rosa.Diaz@mail.example, adresse : 37, Blueberry Lane, B0K2A9. Dossier 50244764.
Elle prend des médicaments, est en probation, reçoit de l’aide au revenu et a quitté l’école.`;
const kinds = [
  ...['NAME', 'BIRTH_DATE', 'SIN', 'HEALTH_CARD_NUMBER', 'PHONE', 'EMAIL', 'STREET_ADDRESS'],
  ...['POSTAL_CODE', 'CASE_ID', 'HEALTH', 'JUSTICE', 'INCOME_ASSISTANCE', 'SCHOOLING'],
];
const history = ['HEALTH', 'JUSTICE', 'INCOME_ASSISTANCE', 'SCHOOLING'];

let api: TestApi;
let north: Visitor;
let francophone: Visitor;
let referralId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  francophone = await api.as('north.manager', { language: 'fr' });
  const { person } = await api.database.case.update({
    where: { number: wanted.number },
    data: { person: { update: { postalCode: 'B0K 2A9' } } },
    select: { person: true },
  });
  expect(Object.values(person).filter((value) => value === null)).toHaveLength(1);
  ({ referralId } = await draft(north, wanted));
});
afterAll(async () => await api.stop());

const typed = async (texts: object, by = north) =>
  (await by.request(privacyFindingsQuery, { input: { referralId, ...texts } })).privacyFindings;
const save = async (texts: object) => {
  const input = { referralId, ...texts };
  accepted((await north.request(updateReferralMutation, { input })).updateReferral);
};
async function saved(by: Visitor, id = referralId) {
  const { node } = await by.request(savedPrivacyFindingsQuery, { referralId: id });
  return node?.__typename === 'Referral' ? node.privacyFindings : null;
}
const submit = async (more: object = {}, by = north) =>
  (await by.request(submitReferralMutation, { input: { referralId, confirm: true, ...more } }))
    .submitReferral;

describe.each([
  ['English', english],
  ['French', french],
])('a text in %s that gives everything away', (_, emailContent) => {
  it('[B3] has a finding of each kind, in order, history at the lower severity', async () => {
    const found = await typed({ emailContent });
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
    expect(found.filter(({ severity }) => severity === 'LOW').map(({ kind }) => kind)).toEqual(history);
  });

  it('[B3] has each place as it stands in the text', async () => {
    const found = await typed({ emailSubject: 'About Rosa', emailContent });
    expect(found[0]).toMatchObject({ field: 'emailSubject', start: 6, end: 10, kind: 'NAME' });
    const at = Object.fromEntries(
      found.map(({ kind, start, end }) => [kind, emailContent.slice(start, end)]),
    );
    expect(at).toMatchObject({
      NAME: expect.stringMatching(/^(Rosa Diaz|DIAZ, Rosa)$/),
      SIN: expect.stringMatching(/^095.152.203$/),
      EMAIL: expect.stringMatching(/^rosa\.diaz@mail\.example$/i),
      CASE_ID: '50244764',
    });
  });
});

it('[B3] the advice is in the language of the request', async () => {
  const [inEnglish] = await typed({ emailContent: 'Rosa Diaz' });
  const [inFrench] = await typed({ emailContent: 'Rosa Diaz' }, francophone);
  expect(inEnglish?.advice).toBe(
    'This is the client’s name. Leave it out. The attached letter gives the name; write “our client” here.',
  );
  expect(inFrench?.advice).toMatch(/^C’est le nom du client\. Retirez ce passage\./);
});

it('[B3] asking keeps nothing, and longer texts than a draft may have are refused', async () => {
  const before = await api.database.referral.findFirst({ orderBy: { createdAt: 'desc' } });
  expect(await typed({ emailContent: 'Rosa' })).toHaveLength(1);
  expect(await api.database.referral.findFirst({ orderBy: { createdAt: 'desc' } })).toEqual(before);
  expect(await typed({})).toEqual([]);
  const input = { referralId, emailContent: 'a'.repeat(10_001) };
  const { errors } = await north.ask(privacyFindingsQuery, { input });
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
});

describe('a draft that gives something away', () => {
  it('[B3] shows it on the referral to all who see the draft, and to nobody else', async () => {
    await save({ emailSubject: 'Client Referral: R. Diaz', emailContent: english });
    const found = await saved(north);
    expect(found?.map(({ kind }) => kind)).toEqual(['NAME', ...kinds]);
    for (const username of ['north.manager2', 'north.admin', 'ens.admin']) {
      expect(await saved(await api.as(username))).toEqual(found);
    }
    for (const username of ['south.manager', 'valley.manager']) {
      const other = await api.as(username);
      expect(await saved(other)).toBeNull();
      const { data, errors } = await other.ask(privacyFindingsQuery, { input: { referralId } });
      expect({ data, errors }).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    }
  });

  it('[B3] is submitted only with an acknowledgement, after which the findings are still shown', async () => {
    const found = await saved(francophone);
    expect(await submit({}, francophone)).toMatchObject({
      __typename: 'PrivacyFindingsNotAcknowledged',
      message: expect.stringContaining('renseignements personnels sur le client'),
      findings: found,
    });
    const acknowledgePrivacyFindings = true;
    expect(await submit({ acknowledgePrivacyFindings, confirm: false })).toMatchObject({
      __typename: 'ConfirmationRequired',
    });
    expect(accepted(await submit({ acknowledgePrivacyFindings })).referral.status).toBe('SUBMITTED');
    expect(await saved(francophone)).toEqual(found);
    // Its receiver sees the client by now, but not the referral (R24).
    expect(await saved(await api.as('south.manager'))).toBeNull();
  });

  it('[B3] [D14] leaves nothing of it in the audit trail', async () => {
    const events = await api.database.auditEvent.findMany({ where: { action: 'referral.submit' } });
    expect(events.map(({ details }) => details)).toEqual([
      [
        'acknowledgePrivacyFindings',
        ...kinds.toSorted().map((kind) => expect.stringMatching(`^emailContent\\.${kind}:\\d$`)),
        'emailSubject.NAME:1',
      ],
    ]);
  });
});
