import { type GraphQLObjectType, getNamedType, isInterfaceType, isUnionType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRole } from '../../src/generated/prisma/enums.ts';
import { schema } from '../../src/graphql/schema.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { provocations } from './provocations.ts';

/** Of each refusal: its code, and words that its messages have. */
const refusals: Record<string, [code: string, english: RegExp, french: RegExp]> = {
  NotFound: ['NOT_FOUND', /no such record among those you may see/, /ne se trouve pas parmi/],
  InvalidId: ['INVALID_ID', /no id of such a record/, /pas l’identifiant d’un tel/],
  NotAllowed: ['NOT_ALLOWED', /Your role does not let you/, /Votre rôle ne permet pas/],
  ConfirmationRequired: ['CONFIRMATION_REQUIRED', /Do you wish to proceed\?/, /Voulez-vous continuer\?/],
  InvalidInput: ['INVALID_INPUT', /Correct these fields.*: \w+\.$/, /Corrigez ces champs.*: \w+\.$/],
  ReferralLocked: ['REFERRAL_LOCKED', /has been submitted.*can no longer be changed/, /a été soumis/],
  ReferralNotSubmitted: ['REFERRAL_NOT_SUBMITTED', /is a draft.*instead/, /est une ébauche/],
  CorrespondenceOnItsWay: ['CORRESPONDENCE_ON_ITS_WAY', /still on its way\. Wait/, /est encore en route/],
  DocumentTooLarge: ['DOCUMENT_TOO_LARGE', /larger than 10 MB\. Make it smaller/, /dépasse 10 Mo/],
  DocumentKindNotAllowed: [
    'DOCUMENT_KIND_NOT_ALLOWED',
    /what counts is what it holds/,
    /son contenu qui compte/,
  ],
  UnprintableCharacters: [
    'UNPRINTABLE_CHARACTERS',
    /contact name \(U\+1F600\)/,
    /personne-ressource \(U\+1F600\)/,
  ],
  TooManyDocuments: ['TOO_MANY_DOCUMENTS', /at most 20 documents/, /au plus 20 documents/],
  StaleDraft: ['STALE_DRAFT', /changed since you loaded it/, /modifiée depuis/],
  EditsWouldBeLost: ['EDITS_WOULD_BE_LOST', /overwrite edits already made/, /écrasera les modifications/],
  PossibleDuplicate: ['POSSIBLE_DUPLICATE', /within the last 24 hours/, /24 dernières heures/],
  PrivacyFindingsNotAcknowledged: [
    'PRIVACY_FINDINGS_NOT_ACKNOWLEDGED',
    /may give away personal information/,
    /pourrait divulguer des renseignements/,
  ],
  WrongOrganizationKind: ['WRONG_ORGANIZATION_KIND', /its name cannot be typed/, /ne peut pas être inscrit/],
  OrganizationNotEligible: ['ORGANIZATION_NOT_ELIGIBLE', /This organization cannot .* today/, /aujourd’hui/],
  TemplateRetired: ['TEMPLATE_RETIRED', /gets no further versions/, /ne reçoit plus de versions/],
  StaleTemplate: ['STALE_TEMPLATE', /Version 1 of this template has been published/, /La version 1 de ce/],
  InvalidTemplate: ['INVALID_TEMPLATE', /cannot be published as it is.*Problems: 1\.$/, /tel quel/],
  LastAdministrator: ['LAST_ADMINISTRATOR', /last administrator/, /dernier administrateur/],
  StaffMemberHasOpenCases: [
    'STAFF_MEMBER_HAS_OPEN_CASES',
    /Hand them over to another case manager/,
    /Confiez-les à un autre gestionnaire/,
  ],
  LastTemplate: ['LAST_TEMPLATE', /only template on offer/, /seul modèle offert/],
  TemplateNotOffered: ['TEMPLATE_NOT_OFFERED', /not on offer for this type/, /n’est pas offert/],
  ReferralEnded: ['REFERRAL_ENDED', /has ended: .* withdrew it/, /a pris fin : .* l’a retiré/],
  NotACaseTransfer: ['NOT_A_CASE_TRANSFER', /Only a Case Transfer/, /Seul un aiguillage de transfert/],
  CaseNotTransferable: ['CASE_NOT_TRANSFERABLE', /Follow up or Closed/, /en suivi ou fermé/],
  NothingToTransfer: ['NOTHING_TO_TRANSFER', /None of these cases/, /Aucun de ces cas/],
  TasksNotReopenable: ['TASKS_NOT_REOPENABLE', /Not all of these tasks/, /ne peuvent pas toutes/],
  PossibleDuplicatePeople: [
    'POSSIBLE_DUPLICATE_PEOPLE',
    /may have a record of this client/,
    /peut-être déjà/,
  ],
  StaleRecord: ['STALE_RECORD', /record has been changed since/, /dossier a été modifié depuis/],
  OrganizationHasOpenCases: ['ORGANIZATION_HAS_OPEN_CASES', /manages \d+ open case/, /gère \d+ cas ouvert/],
  AgreementsOverlap: ['AGREEMENTS_OVERLAP', /an agreement for one of these programs/, /a déjà une entente/],
  OpenCaseExists: ['OPEN_CASE_EXISTS', /has an open case of this program/, /a déjà un cas ouvert de ce/],
  CaseNotOpen: ['CASE_NOT_OPEN', /closed case stays as it was/, /Un cas fermé reste tel quel/],
  CaseStatusNotReachable: ['CASE_STATUS_NOT_REACHABLE', /cannot go to this status/, /ne peut pas passer/],
  CaseAlreadyTransferred: ['CASE_ALREADY_TRANSFERRED', /manages this case already/, /gère déjà/],
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  for (const organization of ['north', 'south']) {
    await addReader(`${organization}.manager`, `${organization}.reader`, ['AUDITOR']);
  }
});
afterAll(async () => await api.stop());

/** A member of the same organization who may look but not work on cases. */
async function addReader(like: string, username: string, roles: StaffRole[]): Promise<void> {
  const { organizationId, email } = await api.database.staff.findUniqueOrThrow({ where: { username: like } });
  await api.database.staff.create({
    data: { username, organizationId, email, roles, givenName: 'Reid', familyName: 'Reader' },
  });
}

/** Each mutation with the members of the union it answers. */
function mutations(): { name: string; answers: readonly GraphQLObjectType[] }[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, type }) => {
    const union = getNamedType(type);
    return { name, answers: isUnionType(union) ? union.getTypes() : [] };
  });
}

/** `mutation.Refusal` for everything that the schema says a mutation can refuse. */
const allRefusals = mutations().flatMap(({ name, answers }) =>
  answers
    .filter((one) => !one.name.endsWith('Success') && one.name !== 'InvalidId')
    .map((one) => `${name}.${one.name}`),
);

it('every mutation answers its success or a refusal, and every refusal is an Error', () => {
  const error = schema.getType('Error');
  if (!isInterfaceType(error)) throw new Error('Error is no interface');
  expect(Object.values(error.getFields()).map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'code: String!',
    'message: String!',
  ]);
  const errors = schema.getPossibleTypes(error).map(({ name }) => name);
  expect(errors.toSorted()).toEqual(Object.keys(refusals).toSorted());
  for (const { name, answers } of mutations()) {
    const others = answers.filter((one) => !errors.includes(one.name));
    expect(others.map((one) => one.name.toLowerCase())).toEqual([`${name.toLowerCase()}success`]);
  }
});

describe('a refusal is part of the answer, with its code and a message in the language of the request', () => {
  it.each(allRefusals)('%s', async (name) => {
    const [mutation = '', typename = ''] = name.split('.');
    const provocation = provocations(api)[name];
    if (provocation === undefined) throw new Error(`No test provokes ${name}`);
    const { by, mutation: document, input } = await provocation();
    const visitor = await api.as(by);
    const [code, english, french] = refusals[typename] ?? [];
    for (const [languages, message] of [
      ['en-CA,en;q=0.9,fr;q=0.5', english],
      ['fr-CA, fr;q=0.9, en;q=0.8', french],
    ] as const) {
      const answer = await visitor.ask(document, { input }, { 'accept-language': languages });
      expect(answer.status).toBe(200);
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toEqual({
        [mutation]: expect.objectContaining({
          __typename: typename,
          code,
          message: expect.stringMatching(message ?? ''),
        }),
      });
    }
  });
});

it('[D1] InvalidInput names each field, with what to enter in the language of the request', async () => {
  const provocation = await provocations(api)['submitReferral.InvalidInput']?.();
  if (provocation === undefined) throw new Error('No test provokes it');
  const { by, mutation, input } = provocation;
  const french = await (await api.as(by, { language: 'fr' })).ask(mutation, { input });
  expect(french.data).toMatchObject({
    submitReferral: {
      fields: [{ field: 'contactName', message: 'Remplissez ce champ avant de soumettre.' }],
    },
  });
});

it('without Accept-Language a message is in the language that the user prefers', async () => {
  const provocation = await provocations(api)['completeHomepageTasks.InvalidInput']?.();
  if (provocation === undefined) throw new Error('No test provokes it');
  const { mutation, input } = provocation;
  for (const [username, message] of [
    ['valley.manager', 'Choose from 1 to 100 tasks.'],
    ['valley.manager2', 'Choisissez de 1 à 100 tâches.'],
  ] as const) {
    const answer = await (await api.as(username)).ask(mutation, { input }, { 'accept-language': '' });
    expect(answer.data).toMatchObject({ completeHomepageTasks: { fields: [{ message }] } });
  }
});
