import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caseQuery,
  referralChoicesQuery,
  referralTypesQuery,
  updateReferralMutation,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { draft, organizations, refer } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

const screen = async () => {
  const { case: found } = await north.request(caseQuery, { number });
  if (!found) throw new Error('The case is not there');
  return found;
};
const listed = async (type: 'CASE_TRANSFER' | 'INFORMATIONAL_WITHIN' | 'INFORMATIONAL_OUTSIDE', by = north) =>
  (await by.request(referralChoicesQuery, { caseId: (await screen()).id, type })).referralOrganizations.nodes;

describe('the Referrals screen', () => {
  it('[R3] shows the case, and at first no referral', async () => {
    expect(await screen()).toMatchObject({
      number,
      program: { label: 'ECM(LSI-ENS)' },
      caseManager: { name: 'Ian Cameron' },
      office: { name: 'Tatamagouche Office' },
      referrals: { totalCount: 0, nodes: [] },
    });
  });

  it('[R2] offers the three types, labelled in the language of the request', async () => {
    expect((await north.request(referralTypesQuery)).referralTypes).toEqual([
      { type: 'CASE_TRANSFER', label: 'Case Transfer' },
      { type: 'INFORMATIONAL_WITHIN', label: 'Informational (within LaMPSS)' },
      { type: 'INFORMATIONAL_OUTSIDE', label: 'Informational (outside LaMPSS)' },
    ]);
    const french = await (await api.as('north.manager', { language: 'fr' })).request(referralTypesQuery);
    expect(french.referralTypes.map(({ label }) => label)).toEqual([
      'Transfert de cas',
      'À titre d’information (dans LaMPSS)',
      'À titre d’information (hors de LaMPSS)',
    ]);
  });

  it('[R3] [R4] lists each referral in the order added, expandable to every field, and takes more at all times', async () => {
    const first = await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE', language: 'FR' });
    const second = await draft(north, { number, type: 'CASE_TRANSFER' });
    await refer(north, { number, type: 'INFORMATIONAL_WITHIN', to: 'valley' });
    const rows = (await screen()).referrals?.nodes ?? [];
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Halifax' }).format(new Date());
    expect(
      rows.map(({ typeLabel, referralDate, organizationName, statusLabel }) => [
        typeLabel,
        referralDate,
        organizationName,
        statusLabel,
      ]),
    ).toEqual([
      ['Informational (outside LaMPSS)', today, 'Harbour Food Bank', 'Submitted'],
      ['Case Transfer', null, organizations.south, 'Draft'],
      ['Informational (within LaMPSS)', today, organizations.valley, 'Submitted'],
    ]);
    expect(rows[0]).toEqual({
      id: first.referralId,
      type: 'INFORMATIONAL_OUTSIDE',
      typeLabel: 'Informational (outside LaMPSS)',
      status: 'SUBMITTED',
      statusLabel: 'Submitted',
      version: 2,
      referralDate: today,
      submittedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      emailedAt: null,
      organizationName: 'Harbour Food Bank',
      contactName: 'Ms. Sample',
      emailTo: 'intake@harbour.example',
      language: 'FR',
      emailSubject: 'Aiguillage de clientèle par Nouvelle-Écosse au travail',
      emailContent: expect.stringMatching(/^Veuillez trouver ci-jointe/),
      template: {
        id: expect.any(String),
        name: 'NSW Referral - Informational Client Referral outside of NSW Network',
      },
      case: { number },
      correspondence: {
        nodes: [
          {
            number: 1,
            status: 'QUEUED',
            emailTo: 'intake@harbour.example',
            messageId: expect.stringMatching(/^<[0-9a-f-]{36}@handoff\.example>$/),
          },
        ],
      },
    });
    expect(rows[1]).toMatchObject({
      id: second.referralId,
      referralDate: null,
      submittedAt: null,
      correspondence: { nodes: [] },
    });
  });
});

describe('the choices', () => {
  it('[R6] [R5] of organizations are exactly those that can receive a referral today, and never one’s own', async () => {
    for (const type of ['CASE_TRANSFER', 'INFORMATIONAL_WITHIN'] as const) {
      expect(await listed(type)).toEqual([
        {
          id: expect.any(String),
          name: organizations.valley,
          generalContactEmail: 'info@valleycareer.example',
        },
        {
          id: expect.any(String),
          name: organizations.south,
          generalContactEmail: 'info@southshoreworks.example',
        },
      ]);
    }
    expect(await listed('INFORMATIONAL_OUTSIDE')).toEqual([]);
  });

  it('[R6] can be searched by part of a name, and its wildcards are only letters', async () => {
    const { id } = await screen();
    const names = async (search: string) => {
      const answer = await north.ask(
        'query ($id: ID!, $search: String) { referralOrganizations(caseId: $id, type: CASE_TRANSFER, search: $search) { totalCount nodes { name } } }',
        { id, search },
      );
      return (
        answer.data as { referralOrganizations: { nodes: { name: string }[] } }
      ).referralOrganizations.nodes.map(({ name }) => name);
    };
    expect(await names('sHORe')).toEqual([organizations.south]);
    expect(await names(' valley ')).toEqual([organizations.valley]);
    expect(await names('North')).toEqual([]);
    for (const mark of ['%', '_', '\\']) expect(await names(mark)).toEqual([]);
    expect(await names('shore\u0007')).toEqual([organizations.south]);
  });

  it('[R6] are nobody else’s to ask for', async () => {
    const { id } = await screen();
    const south = await api.as('south.manager');
    const answer = await south.ask(referralChoicesQuery, { caseId: id, type: 'CASE_TRANSFER' });
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('[R8] of templates depend on the type', async () => {
    const { id: caseId } = await screen();
    const offered = async (
      by: Visitor,
      type: 'CASE_TRANSFER' | 'INFORMATIONAL_WITHIN' | 'INFORMATIONAL_OUTSIDE',
    ) =>
      (await by.request(referralChoicesQuery, { caseId, type })).correspondenceTemplates.nodes.map(
        ({ name }) => name,
      );
    expect(await offered(north, 'CASE_TRANSFER')).toEqual([
      'NSW Referral - Case Transfer within NSW Network',
    ]);
    expect(await offered(north, 'INFORMATIONAL_WITHIN')).toEqual([
      'NSW Referral - Informational within NSW Network',
    ]);
    expect(await offered(north, 'INFORMATIONAL_OUTSIDE')).toEqual([
      'NSW Referral - Informational Client Referral outside of NSW Network',
    ]);
    const french = await offered(await api.as('north.manager', { language: 'fr' }), 'CASE_TRANSFER');
    expect(french).toEqual(['Aiguillage Nouvelle-Écosse au travail – Transfert de cas au sein du réseau']);
  });

  it('[R7] of an organization sets Email To, and a typed address stays', async () => {
    const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_WITHIN', to: 'valley' });
    const update = async (fields: object) =>
      (await north.request(updateReferralMutation, { input: { referralId, ...fields } })).updateReferral;
    expect(await update({})).toMatchObject({ referral: { emailTo: 'info@valleycareer.example' } });
    expect(await update({ emailTo: 'her@valleycareer.example' })).toMatchObject({
      referral: { emailTo: 'her@valleycareer.example', organizationName: organizations.valley },
    });
  });
});
