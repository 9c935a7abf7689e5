import { visibleCases } from '../../domain/cases/access.ts';
import { findCases } from '../../domain/cases/case-search.ts';
import { builder } from '../builder.ts';

builder.queryField('case', (t) =>
  t.prismaField({
    type: 'Case',
    nullable: true,
    description: 'A case by its Case ID; null where there is none that you can see.',
    args: { number: t.arg.string({ description: 'The Case ID.' }) },
    resolve: (query, _root, { number }, { platform, actor, moment }) =>
      platform.database.case.findFirst({ ...query, where: { number, ...visibleCases(actor, moment()) } }),
  }),
);

builder.queryField('cases', (t) =>
  t.prismaConnection({
    type: 'Case',
    cursor: 'id',
    description: 'Cases you can see, whole or as a summary, by the client’s family name (R28).',
    args: {
      search: t.arg.string({
        required: false,
        description:
          'A Case ID or names in any order, accents, case, apostrophes and hyphens ignored; the beginning of each word is enough. Where nothing you can see matches, small typing errors in names are forgiven, never in a Case ID.',
      }),
    },
    totalCount: async (_root, { search }, context) =>
      await context.platform.database.case.count({
        where: await findCases(context.actor, context.platform.database, context.moment(), search ?? ''),
      }),
    resolve: async (query, _root, { search }, context) =>
      await context.platform.database.case.findMany({
        ...query,
        where: await findCases(context.actor, context.platform.database, context.moment(), search ?? ''),
        orderBy: [{ person: { familyName: 'asc' } }, { person: { givenName: 'asc' } }, { id: 'asc' }],
      }),
  }),
);
