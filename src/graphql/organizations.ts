import { administersNetwork } from '../domain/actor.ts';
import { managedCases } from '../domain/cases/access.ts';
import { NotFound } from '../domain/errors.ts';
import { referralOrganizations } from '../domain/organizations/referral-organizations.ts';
import { fullName } from '../domain/people/person-name.ts';
import { StaffRole } from '../generated/prisma/enums.ts';
import { builder } from './builder.ts';
import type { RequestContext } from './context.ts';
import { nodeId, readId } from './ids.ts';
import { LanguageEnum } from './language.ts';
import { ReferralTypeEnum } from './referral-type.ts';

const StaffRoleEnum = builder.enumType('StaffRole', {
  description: 'What a staff member may do.',
  values: {
    [StaffRole.CASE_MANAGER]: { description: 'Works on the cases of their organization.' },
    [StaffRole.ORGANIZATION_ADMINISTRATOR]: {
      description: 'Also looks after the organization’s own data and staff.',
    },
    [StaffRole.ENS_ADMINISTRATOR]: {
      description: 'Administers the network for Employment Nova Scotia; sees every case.',
    },
    [StaffRole.AUDITOR]: { description: 'Reads the audit trail.' },
    [StaffRole.INTEGRATION]: { description: 'A program that acts for an organization.' },
  },
});

/** What is an organization's own business: its own people and Employment Nova Scotia's administrators see it. */
function own({ actor }: RequestContext): { organizationId?: string } {
  return administersNetwork(actor) ? {} : { organizationId: actor.organizationId };
}

builder.prismaNode('Organization', {
  description: 'An organization of the network.',
  id: { field: 'id' },
  findUnique: (id) => ({ id: nodeId(id) }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    generalContactEmail: t.exposeString('generalContactEmail', {
      description: 'The general contact email, which Email To of a referral begins with (R7).',
    }),
    phone: t.exposeString('phone', { description: 'Its telephone number.' }),
    city: t.exposeString('city', { description: 'The town or city of its main address.' }),
  }),
});

builder.prismaNode('Office', {
  description: 'An office of an organization, where staff work.',
  id: { field: 'id' },
  findUnique: (id, context) => ({ id: nodeId(id), ...own(context) }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    phone: t.exposeString('phone', { description: 'Its telephone number.' }),
    city: t.exposeString('city', { description: 'The town or city it is in.' }),
  }),
});

builder.prismaNode('ServiceDeliveryLocation', {
  description: 'A place where an organization serves clients.',
  id: { field: 'id' },
  findUnique: (id, context) => ({ id: nodeId(id), ...own(context) }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    city: t.exposeString('city', { description: 'The town or city it is in.' }),
  }),
});

builder.prismaNode('Program', {
  description: 'A program that agreements fund and cases belong to.',
  id: { field: 'id' },
  findUnique: (id) => ({ id: nodeId(id) }),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, for example "LSI-ENS".' }),
    name: t.exposeString('name', { description: 'Its full name.' }),
    ecm: t.exposeBoolean('ecm', { description: 'Whether it is an External Case Management program (R6).' }),
    label: t.string({
      description: 'As screens show it: "ECM(LSI-ENS)" (R3).',
      resolve: ({ ecm, code }) => (ecm ? `ECM(${code})` : code),
    }),
  }),
});

builder.prismaNode('Agreement', {
  description: 'An agreement (OFA) between the Province and an organization.',
  id: { field: 'id' },
  findUnique: (id, context) => ({ id: nodeId(id), ...own(context) }),
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'Its first day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Its last day.' }),
    clientTracking: t.exposeBoolean('clientTracking', {
      description: 'Whether client tracking is enabled (R6).',
    }),
  }),
});

builder.prismaNode('Staff', {
  name: 'StaffMember',
  description: 'Someone who works at an organization.',
  id: { field: 'id' },
  findUnique: (id, context) => ({ id: nodeId(id), ...own(context) }),
  fields: (t) => ({
    username: t.exposeString('username', { description: 'The name they sign in with.' }),
    name: t.string({
      description: 'Given and family name.',
      resolve: ({ givenName, familyName }) => fullName({ givenName, middleNames: null, familyName }),
    }),
    jobTitle: t.exposeString('jobTitle', {
      nullable: true,
      description: 'What they do; null where not recorded.',
    }),
    email: t.exposeString('email', { description: 'Their email address at work.' }),
    phone: t.exposeString('phone', {
      nullable: true,
      description: 'Their telephone at work; null where not recorded.',
    }),
    organization: t.relation('organization', { description: 'Where they work.' }),
    office: t.relation('office', {
      nullable: true,
      description: 'The office they work from; null where none is set.',
    }),
  }),
});

const Viewer = builder.prismaObject('Staff', {
  variant: 'Viewer',
  description: 'The signed-in staff member.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable, and unique among viewers.' }),
    username: t.exposeString('username', { description: 'The name they signed in with.' }),
    roles: t.field({
      type: [StaffRoleEnum],
      description: 'What they may do.',
      resolve: ({ roles }) => roles,
    }),
    language: t.expose('language', {
      type: LanguageEnum,
      description: 'The language of messages where a request names none.',
    }),
    organization: t.relation('organization', { description: 'The organization they act for.' }),
    staffMember: t.variant('Staff', { description: 'The same person as others see them.' }),
  }),
});

builder.queryField('viewer', (t) =>
  t.prismaField({
    type: Viewer,
    description: 'Who is signed in.',
    resolve: (query, _root, _args, { platform, actor }) =>
      platform.database.staff.findUniqueOrThrow({ ...query, where: { id: actor.staffId } }),
  }),
);

builder.queryField('referralOrganizations', (t) =>
  t.prismaConnection({
    type: 'Organization',
    cursor: 'id',
    description:
      'The organizations a referral of this case can be sent to today (R6), by name. Empty for referrals outside LaMPSS: there the organization is typed.',
    args: {
      caseId: t.arg.id({ description: 'The case that is being referred.' }),
      type: t.arg({ type: ReferralTypeEnum, description: 'The type of the referral.' }),
      search: t.arg.string({ required: false, description: 'Part of a name.' }),
    },
    totalCount: async (_root, { caseId, type, search }, context) =>
      await context.platform.database.organization.count({
        where: await offered(context, readId('Case', caseId), type, search),
      }),
    resolve: async (query, _root, { caseId, type, search }, context) =>
      await context.platform.database.organization.findMany({
        ...query,
        where: await offered(context, readId('Case', caseId), type, search),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
);

async function offered(
  { platform, actor, moment }: RequestContext,
  caseId: string,
  type: typeof ReferralTypeEnum.$inferType,
  search: string | null | undefined,
) {
  const referred = await platform.database.case.count({ where: { id: caseId, ...managedCases(actor) } });
  if (referred === 0) throw new NotFound();
  const none = { id: { in: [] } };
  return type === 'INFORMATIONAL_OUTSIDE' ? none : referralOrganizations(actor, moment().day, search ?? '');
}
