import { findAuditTrail } from '../../domain/audit/find-audit-trail.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { builder } from '../builder.ts';
import { readOptionalId } from '../ids.ts';
import { AuditEventRef, AuditOutcomeEnum } from './audit-event.ts';
import { namedBy } from './named-records.ts';

const AuditTrailFilter = builder.inputType('AuditTrailFilter', {
  description: 'Which events to look for; all that is given must be so.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', required: false, description: 'Only from this instant on.' }),
    until: t.field({ type: 'DateTime', required: false, description: 'Only before this instant.' }),
    actorId: t.id({ required: false, description: 'Only what this staff member did.' }),
    organizationId: t.id({
      required: false,
      description: 'Only what was done for this organization.',
    }),
    actions: t.stringList({ required: false, description: 'Only these actions, as "person.view".' }),
    outcome: t.field({ type: AuditOutcomeEnum, required: false, description: 'Only what came out so.' }),
    entityId: t.id({ required: false, description: 'Only what is about this record, of any type.' }),
    caseId: t.id({ required: false, description: 'Only what concerns this case.' }),
    personId: t.id({ required: false, description: 'Only what concerns this client, whatever the case.' }),
  }),
});

builder.queryField('auditTrail', (t) =>
  t.prismaConnection({
    type: AuditEventRef,
    cursor: 'id',
    description:
      'What was done, seen and refused, newest first (D14): all of it for auditors and administrators of Employment Nova Scotia; for the administrators and auditors of another organization what its people did, and what anybody did with cases while it managed them. NOT_ALLOWED for others. That it is read is on record, too.',
    args: {
      filter: t.arg({ type: AuditTrailFilter, required: false, description: 'Which events to look for.' }),
    },
    resolve: async ({ cursor, take, skip: _skip, ...selection }, _root, { filter }, { actor, platform }) => {
      const { actorId, organizationId, entityId, caseId, personId, ...rest } = filter ?? {};
      const ids = await findAuditTrail(actor, platform, {
        filter: {
          ...rest,
          actorId: readOptionalId('StaffMember', actorId, 'actorId'),
          organizationId: readOptionalId('Organization', organizationId, 'organizationId'),
          caseId: readOptionalId('Case', caseId, 'caseId'),
          personId: readOptionalId('Person', personId, 'personId'),
          entity: readEntity(entityId),
        },
        page: { cursor: cursor?.id ?? null, take },
      });
      const events = await platform.database.auditEvent.findMany({
        ...selection,
        where: { id: { in: ids } },
      });
      const byId = new Map(events.map((event) => [event.id, event]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  }),
);

const notAnId = {
  EN: 'This is no id of this API: send one that it gave.',
  FR: 'Ce n’est pas un identifiant de cette API : envoyez-en un qu’elle a donné.',
};

/** @throws InvalidInput for what is no global id. */
function readEntity(globalId: string | null | undefined) {
  if (typeof globalId !== 'string') return null;
  const named = namedBy(globalId);
  if (named === null) throw new InvalidInput([{ field: 'entityId', text: notAnId }]);
  return named;
}
