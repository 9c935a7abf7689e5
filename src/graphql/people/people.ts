import type { GraphQLResolveInfo } from 'graphql';
import { findPeople } from '../../domain/cases/case-search.ts';
import { listedPersonWith, listPeople } from '../../domain/cases/list-people.ts';
import { visiblePeople } from '../../domain/people/access.ts';
import { builder } from '../builder.ts';
import { comesAlong } from '../comes-along.ts';

/** How many people there are, by the field that has listed them. */
const totals = new WeakMap<GraphQLResolveInfo, number>();

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
    totalCount: async (_root, { search }, context, info) =>
      totals.get(info) ??
      (await context.platform.database.person.count({
        where: await findPeople(context.actor, context.platform.database, context.moment(), search ?? ''),
      })),
    resolve: async ({ cursor, take, skip: _skip, ...query }, _root, { search }, context, info) => {
      const { database } = context.platform;
      const page = { cursor: cursor?.id ?? null, take };
      const { people, total } = await listPeople(context.actor, database, context.moment(), {
        search: search ?? '',
        page,
      });
      totals.set(info, total);
      if (comesAlong(query, listedPersonWith)) return people;
      const ids = people.map(({ id }) => id);
      const where = { AND: [{ id: { in: ids } }, visiblePeople(context.actor, context.moment())] };
      const found = await database.person.findMany({ ...query, where });
      const byId = new Map(found.map((one) => [one.id, one]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  }),
);
