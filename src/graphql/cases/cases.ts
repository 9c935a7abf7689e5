import type { GraphQLResolveInfo } from 'graphql';
import { visibleCases } from '../../domain/cases/access.ts';
import { findCases } from '../../domain/cases/case-search.ts';
import { listCases, listedWith } from '../../domain/cases/list-cases.ts';
import { builder } from '../builder.ts';
import { comesAlong } from '../comes-along.ts';
import { recordsInOneStatement } from '../records-in-one-statement.ts';

builder.queryField('case', (t) =>
  t.prismaField({
    type: 'Case',
    nullable: true,
    description: 'A case by its Case ID; null where there is none that you can see.',
    args: { number: t.arg.string({ description: 'The Case ID.' }) },
    resolve: (query, _root, { number }, { platform, actor, moment }) =>
      recordsInOneStatement(platform.database).case.findUnique({
        ...query,
        where: { number, AND: [visibleCases(actor, moment())] },
      }),
  }),
);

/** How many cases there are, by the field that has listed them. */
const totals = new WeakMap<GraphQLResolveInfo, number>();

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
    totalCount: async (_root, { search }, context, info) =>
      totals.get(info) ??
      (await context.platform.database.case.count({
        where: await findCases(context.actor, context.platform.database, context.moment(), search ?? ''),
      })),
    resolve: async ({ cursor, take, skip: _skip, ...query }, _root, { search }, context, info) => {
      const { database } = context.platform;
      const page = { cursor: cursor?.id ?? null, take };
      const { cases, total } = await listCases(context.actor, database, context.moment(), {
        search: search ?? '',
        page,
      });
      totals.set(info, total);
      if (comesAlong(query, listedWith)) return cases;
      const ids = cases.map(({ id }) => id);
      const where = { AND: [{ id: { in: ids } }, visibleCases(context.actor, context.moment())] };
      const found = await database.case.findMany({ ...query, where });
      const byId = new Map(found.map((one) => [one.id, one]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  }),
);
