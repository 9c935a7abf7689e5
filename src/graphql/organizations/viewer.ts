import { privileges } from '../../domain/privilege-words.ts';
import { hasPrivilege } from '../../domain/privileges.ts';
import { builder } from '../builder.ts';
import { encodeGlobalId } from '../global-ids.ts';
import { LanguageEnum } from '../language.ts';
import { PermissionEnum } from './permission.ts';
import { StaffRoleEnum } from './staff-role.ts';

const Viewer = builder.prismaObject('Staff', {
  variant: 'Viewer',
  description: 'The signed-in staff member.',
  fields: (t) => ({
    id: t.id({
      description: 'Unique in the whole API; opaque.',
      resolve: ({ id }) => encodeGlobalId('Viewer', id),
    }),
    username: t.exposeString('username', { description: 'The name they signed in with.' }),
    roles: t.field({
      type: [StaffRoleEnum],
      description: 'As what they work.',
      resolve: ({ roles }) => roles,
    }),
    permissions: t.field({
      type: [PermissionEnum],
      description: 'What they may do, by their roles or scopes and with this token; for menus and buttons.',
      resolve: (_viewer, _args, { actor }) =>
        privileges.filter((privilege) => hasPrivilege(actor, privilege)),
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
