import { encodeGlobalID } from '@pothos/plugin-relay';
import { builder } from '../builder.ts';
import { LanguageEnum } from '../language.ts';
import { StaffRoleEnum } from './staff-role.ts';

const Viewer = builder.prismaObject('Staff', {
  variant: 'Viewer',
  description: 'The signed-in staff member.',
  fields: (t) => ({
    id: t.id({
      description: 'Unique in the whole API; opaque.',
      resolve: ({ id }) => encodeGlobalID('Viewer', id),
    }),
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
