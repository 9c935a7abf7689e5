import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema as served } from '../../src/graphql/schema.ts';
import { startTestApi, type TestApi } from '../support/api.ts';

let api: TestApi;
let schema: GraphQLSchema;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  const { data } = await (await api.as('north.manager')).ask(getIntrospectionQuery());
  schema = buildClientSchema(data as IntrospectionQuery);
});
afterAll(async () => await api.stop());

/** What clients see of the schema, without GraphQL's own part. */
const types = () =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );

const fieldsOf = () =>
  types().flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => ({ type, field, path: `${type.name}.${field.name}` }))
      : [],
  );

it('introspection tells a signed-in client all of it', () => {
  expect(printSchema(schema)).toBe(printSchema(served));
});

it('every type, field, argument, input field and enum value says what it is', () => {
  const described: { path: string; text: string | null | undefined }[] = [];
  const note = (path: string, text: string | null | undefined) => described.push({ path, text });
  for (const type of types()) {
    note(type.name, type.description);
    const members = isEnumType(type)
      ? type.getValues()
      : isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    for (const { name, description } of members) note(`${type.name}.${name}`, description);
  }
  for (const { field, path } of fieldsOf()) {
    // What each list counts in totalCount, its connection says.
    if (field.name !== 'totalCount') note(path, field.description);
    for (const { name, description } of field.args) note(`${path}(${name})`, description);
  }
  expect(described.length).toBeGreaterThan(300);
  expect(described.filter(({ text }) => !text || text.length < 4).map(({ path }) => path)).toEqual([]);
});

it('lists are connections, but for the few that are short by nature', () => {
  const lists = fieldsOf().filter(({ type, field }) => {
    const inside = isNonNullType(field.type) ? field.type.ofType : field.type;
    return isListType(inside) && !type.name.endsWith('Connection');
  });
  expect(lists.map(({ path }) => path).toSorted()).toEqual([
    'AccessEntry.staff',
    'AccessEntry.things',
    'AccessOnDay.entries',
    'AcknowledgeCaseNotificationSuccess.caseNotifications',
    'Agreement.programs',
    'AgreementsOverlap.agreements',
    'AllowedAction.fields',
    'AuditEvent.details',
    'Case.allowedActions',
    'Case.statusMoves',
    'CaseAllowedAction.asksFor',
    'CaseAllowedAction.fields',
    'CaseStatusMove.asksFor',
    'CaseStatusNotReachable.nextStatuses',
    'CompleteHomepageTasksSuccess.homepageTasks',
    'Correspondence.attempts',
    'CorrespondenceTemplate.texts',
    'CorrespondenceTemplatePreview.problems',
    'CorrespondenceTemplateVersion.texts',
    'EditsWouldBeLost.edits',
    'HomepageTaskCounts.byPriority',
    'HomepageTaskCounts.byType',
    'InvalidInput.fields',
    'InvalidTemplate.problems',
    'OrganizationChoice.reasons',
    'OrganizationHasOpenCases.openCases',
    'OrganizationNotEligible.reasons',
    'PendingTransfer.allowedActions',
    'PendingTransferAllowedAction.asksFor',
    'PendingTransferAllowedAction.fields',
    'Person.allowedActions',
    'PersonAllowedAction.fields',
    'PossibleDuplicate.earlier',
    'PossibleDuplicatePeople.people',
    'PrivacyFindingsNotAcknowledged.findings',
    'Query.nodes',
    'Query.privacyFindings',
    'Query.referralTypes',
    'Query.templatePlaceholders',
    'Referral.allowedActions',
    'Referral.privacyFindings',
    'ReferralAllowedAction.asksFor',
    'ReferralAllowedAction.fields',
    'ReferralForm.fields',
    'ReferralForm.languages',
    'ReferralForm.statuses',
    'ReferralForm.types',
    'ReopenHomepageTasksSuccess.homepageTasks',
    'StaffAccount.roles',
    'StaffAccount.scopes',
    'StaffMemberHasOpenCases.openCases',
    'TasksNotReopenable.tasks',
    'UnprintableCharacter.codePoints',
    'UnprintableCharacters.characters',
    'Viewer.permissions',
    'Viewer.roles',
  ]);
  const pages = fieldsOf().filter(({ field }) => /Connection!?$/.test(String(field.type)));
  expect(pages.length).toBeGreaterThan(10);
  for (const { field, path } of pages) {
    expect([path, field.args.map(({ name }) => name)]).toEqual([
      path,
      expect.arrayContaining(['after', 'before', 'first', 'last']),
    ]);
  }
});

it('every mutation takes one input, and whatever asks for confirmation takes confirm, false at first', () => {
  for (const { name, args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    expect([name, args.map((arg) => arg.name)]).toEqual([name, ['input']]);
  }
  for (const name of [
    'SubmitReferralInput',
    'CancelReferralInput',
    'RemoveReferralDocumentInput',
    'TransferCaseInput',
    'PublishCorrespondenceTemplateInput',
    'RetireCorrespondenceTemplateInput',
  ]) {
    const type = schema.getType(name);
    const confirm = isInputObjectType(type) ? type.getFields().confirm : undefined;
    expect(confirm).toMatchObject({ defaultValue: false });
    expect(String(confirm?.type)).toBe('Boolean!');
  }
});
