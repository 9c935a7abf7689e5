import { fullName } from '../../domain/people/person-name.ts';
import { builder } from '../builder.ts';

builder.prismaObject('CaseTransfer', {
  description: 'A transfer of a case from one organization to another that has happened.',
  fields: (t) => ({
    completedAt: t.expose('completedAt', { type: 'DateTime', description: 'When it was completed.' }),
    completedBy: t.relation('completedBy', { description: 'Who completed it.' }),
    fromOrganization: t.relation('fromOrganization', {
      description: 'The organization that managed the case before.',
    }),
    fromCaseManagerName: t.string({
      description: 'The name of the previous case manager.',
      select: { fromCaseManager: { select: { givenName: true, familyName: true } } },
      resolve: ({ fromCaseManager }) => fullName({ ...fromCaseManager, middleNames: null }),
    }),
    toOrganization: t.relation('toOrganization', { description: 'The organization that manages it since.' }),
    toCaseManager: t.relation('toCaseManager', { description: 'The case manager it was assigned to.' }),
  }),
});
