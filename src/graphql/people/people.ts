import { findPeople } from '../../domain/cases/case-search.ts';
import { builder } from '../builder.ts';

builder.queryField('people', (t) =>
  t.prismaConnection({
    type: 'Person',
    cursor: 'id',
    description: 'Clients you may see, by family name (R28).',
    args: {
      search: t.arg.string({
        required: false,
        description:
          'Names in any order, accents, case, apostrophes and hyphens ignored, or a Case ID; the beginning of each word is enough. Where nobody you may see matches, small typing errors in names are forgiven, never in a Case ID.',
      }),
    },
    totalCount: async (_root, { search }, context) =>
      await context.platform.database.person.count({
        where: await findPeople(context.actor, context.platform.database, context.moment(), search ?? ''),
      }),
    resolve: async (query, _root, { search }, context) =>
      await context.platform.database.person.findMany({
        ...query,
        where: await findPeople(context.actor, context.platform.database, context.moment(), search ?? ''),
        orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
      }),
  }),
);
