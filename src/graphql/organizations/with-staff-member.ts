import { ownRecords } from '../../domain/organizations/access.ts';
import { builder } from '../builder.ts';

/** A success that shows a staff member, or a service account, as they are afterwards. */
export function withStaffMember(name: string, description: string) {
  return builder.objectRef<{ id: string }>(name).implement({
    description,
    fields: (t) => ({
      staffMember: t.prismaField({
        type: 'Staff',
        description: 'The staff member, or service account, as they are now.',
        resolve: (query, { id }, _args, { platform, actor }) =>
          platform.database.staff.findFirstOrThrow({ ...query, where: { id, ...ownRecords(actor) } }),
      }),
    }),
  });
}
