import { wholeCases } from '../../domain/cases/access.ts';
import { OpenCaseExists } from '../../domain/cases/open-case-exists.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';

builder.objectType(OpenCaseExists, {
  name: 'OpenCaseExists',
  description: 'The client has an open case of the same program at your organization already.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    openCase: t.prismaField({
      type: 'Case',
      nullable: true,
      description: 'That case; null where your organization has ceased to manage it meanwhile.',
      resolve: (query, { caseId }, _args, { platform, actor }) =>
        platform.database.case.findFirst({ ...query, where: { id: caseId, ...wholeCases(actor) } }),
    }),
  }),
});
