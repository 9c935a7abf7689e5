import { shownConcern } from '../../domain/audit/shown-concern.ts';
import { AuditOutcome } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';
import { encodeGlobalId } from '../global-ids.ts';
import { OrganizationRef } from '../organizations/organization.ts';
import { StaffMemberRef } from '../organizations/staff-member.ts';
import { apiTypeOf } from './named-records.ts';

/** How what is on record came out. */
export const AuditOutcomeEnum = builder.enumType('AuditOutcome', {
  description: 'How what is on record came out.',
  values: {
    [AuditOutcome.DONE]: { description: 'It was done.' },
    [AuditOutcome.VIEWED]: { description: 'It was shown.' },
    [AuditOutcome.REFUSED]: { description: 'It was refused, and nothing was changed.' },
  },
});

const globalId = (typename: string, id: string | null) => (id === null ? null : encodeGlobalId(typename, id));

/** What somebody did, saw or was refused (D14). */
export const AuditEventRef = builder.prismaObject('AuditEvent', {
  description:
    'What somebody did, saw or was refused. It tells by ids and the names of fields, never what they hold; that an id stands here does not mean that you may see the record (D14).',
  fields: (t) => ({
    id: t.id({
      description: 'Unique in the whole API; opaque. It is the one that the export has, too.',
      resolve: ({ id }) => encodeGlobalId('AuditEvent', id),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    actor: t.prismaField({
      type: StaffMemberRef,
      nullable: true,
      description: 'Who; null where nobody did it, as when access runs out.',
      resolve: (query, { actorId }, _args, { platform }) =>
        actorId === null ? null : platform.database.staff.findUnique({ ...query, where: { id: actorId } }),
    }),
    organization: t.prismaField({
      type: OrganizationRef,
      nullable: true,
      description: 'For which organization they acted.',
      resolve: (query, { actorOrganizationId }, _args, { platform }) =>
        actorOrganizationId === null
          ? null
          : platform.database.organization.findUnique({ ...query, where: { id: actorOrganizationId } }),
    }),
    action: t.exposeString('action', {
      description:
        'What, as "referral.submit" or "person.view"; of a refusal the name of the field of this API, as "submitReferral".',
    }),
    outcome: t.expose('outcome', { type: AuditOutcomeEnum, description: 'How it came out.' }),
    entityType: t.string({
      nullable: true,
      description:
        'The type of the record it is about, by its name in this API; null where a refused request named none.',
      resolve: ({ entityType }) => entityType && apiTypeOf(entityType),
    }),
    entityId: t.id({
      nullable: true,
      description:
        'The id of that record; of a refused request the first that it named, whether there is such a record or not.',
      resolve: ({ entityType, entityId }) => entityType && globalId(apiTypeOf(entityType), entityId),
    }),
    caseId: t.id({
      nullable: true,
      description:
        'The id of the case it concerns; null where it concerns none, and where your organization did not manage it, of a refusal and of a view of the client’s record.',
      resolve: (event, _args, { actor }) => globalId('Case', shownConcern(actor, event).caseId),
    }),
    personId: t.id({
      nullable: true,
      description:
        'The id of the client it concerns; null where it concerns none, and of a refusal about a client of a case that your organization did not manage.',
      resolve: (event, _args, { actor }) => globalId('Person', shownConcern(actor, event).personId),
    }),
    details: t.field({
      type: ['String'],
      description:
        'Names of the fields that were changed or shown, codes of what was acknowledged; of a refusal its code, then the fields that were wrong.',
      resolve: ({ details }) => details,
    }),
  }),
});
