import { CaseStatusNotReachable, nextStatuses } from '../../domain/cases/status.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';
import { CaseStatusEnum } from './case-summary.ts';

builder.objectType(CaseStatusNotReachable, {
  name: 'CaseStatusNotReachable',
  description: 'The case cannot go to this status from the one it is in.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    from: t.expose('from', { type: CaseStatusEnum, description: 'The status it is in.' }),
    nextStatuses: t.field({
      type: [CaseStatusEnum],
      description: 'Those it can go to from there.',
      resolve: ({ from }) => [...nextStatuses(from)],
    }),
  }),
});
