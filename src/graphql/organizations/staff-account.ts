import { mayManage } from '../../domain/network/may-manage.ts';
import { builder } from '../builder.ts';
import { IntegrationScopeEnum } from './integration-scope.ts';
import { StaffMemberRef } from './staff-member.ts';
import { StaffRoleEnum } from './staff-role.ts';

const StaffAccount = builder.prismaObject('Staff', {
  variant: 'StaffAccount',
  description: 'How somebody signs in and what they may do then: for who looks after the staff.',
  fields: (t) => ({
    roles: t.field({
      type: [StaffRoleEnum],
      description: 'As what they work; of a service account only INTEGRATION.',
      resolve: ({ roles }) => roles,
    }),
    scopes: t.field({
      type: [IntegrationScopeEnum],
      description: 'What a service account may do; empty for people.',
      resolve: ({ scopes }) => scopes,
    }),
    subject: t.exposeString('subject', {
      nullable: true,
      description: 'The `sub` of their tokens from the issuer; null where they cannot sign in with any.',
    }),
    disabledAt: t.expose('disabledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when they cannot sign in; null while they can.',
    }),
  }),
});

builder.prismaObjectField(StaffMemberRef, 'account', (t) =>
  t.variant(StaffAccount, {
    isNull: ({ organizationId }, _args, { actor }) => !mayManage(actor, organizationId, 'manageOwnStaff'),
    description:
      'How they sign in and what they may do; null unless you look after the staff of their organization.',
  }),
);
