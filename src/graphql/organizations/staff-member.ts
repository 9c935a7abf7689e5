import { ownRecords } from '../../domain/organizations/access.ts';
import { fullName } from '../../domain/people/person-name.ts';
import { builder } from '../builder.ts';

/** Someone who works at an organization. */
export const StaffMemberRef = builder.prismaNode('Staff', {
  name: 'StaffMember',
  description: 'Someone who works at an organization, or the account of a program that acts for it.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, ...ownRecords(actor) }),
  fields: (t) => ({
    username: t.exposeString('username', { description: 'The name they sign in with.' }),
    name: t.string({
      description: 'Given and family name; of a service account what the program is called.',
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
    isServiceAccount: t.boolean({
      description: 'Whether it is the account of a program.',
      resolve: ({ roles }) => roles.includes('INTEGRATION'),
    }),
    isDisabled: t.boolean({
      description: 'Whether they cannot sign in any more.',
      resolve: ({ disabledAt }) => disabledAt !== null,
    }),
    organization: t.relation('organization', { description: 'Where they work.' }),
    office: t.relation('office', {
      nullable: true,
      description: 'The office they work from; null where none is set.',
    }),
  }),
});
