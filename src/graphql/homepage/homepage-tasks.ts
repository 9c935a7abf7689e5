import type { GraphQLResolveInfo } from 'graphql';
import { ownTasks } from '../../domain/homepage/access.ts';
import { countTasks, listTasks } from '../../domain/homepage/list-tasks.ts';
import type { TaskFilter } from '../../domain/homepage/task-filter.ts';
import { byDueDate } from '../../domain/homepage/task-order.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { HomepageTaskColumnEnum } from './homepage-task-enums.ts';
import { taskViewer } from './shown-tasks.ts';
import { taskFilterArgs } from './task-filter-args.ts';

const SortDirectionEnum = builder.enumType('SortDirection', {
  description: 'Which way to sort. What is empty comes last either way.',
  values: {
    ASC: { description: 'From A to Z, from early to late.' },
    DESC: { description: 'From Z to A, from late to early.' },
  },
});

const HomepageTaskOrder = builder.inputType('HomepageTaskOrder', {
  description: 'What to sort My Notifications by. Rows that are alike come by due date.',
  fields: (t) => ({
    column: t.field({ type: HomepageTaskColumnEnum, description: 'The column.' }),
    direction: t.field({ type: SortDirectionEnum, defaultValue: 'ASC', description: 'Which way.' }),
  }),
});

/** How many tasks there are, by the field that has listed them. */
const totals = new WeakMap<GraphQLResolveInfo, number>();

async function countAll(context: RequestContext, filter: TaskFilter): Promise<number> {
  const counts = await countTasks(taskViewer(context), context.platform.database, filter);
  return counts.reduce((sum, { count }) => sum + count, 0);
}

builder.queryField('homepageTasks', (t) =>
  t.prismaConnection({
    type: 'HomepageTask',
    cursor: 'id',
    description:
      'My Notifications: your own tasks, filtered and sorted by what each shows you (R36, R37, R38).',
    args: {
      ...taskFilterArgs,
      orderBy: t.arg({
        type: HomepageTaskOrder,
        required: false,
        description: 'What to sort by; by due date unless given.',
      }),
    },
    totalCount: async (_root, args, context, info) => totals.get(info) ?? (await countAll(context, args)),
    resolve: async (
      { cursor, take, skip: _skip, ...selection },
      _root,
      { orderBy, ...filter },
      context,
      info,
    ) => {
      const { database } = context.platform;
      const { tasks, total } = await listTasks(taskViewer(context), database, {
        filter,
        order: orderBy ?? byDueDate,
        page: { cursor: cursor?.id ?? null, take },
      });
      totals.set(info, total);
      if (!('include' in selection || 'select' in selection)) return tasks;
      // With what belongs to them.
      const ids = tasks.map(({ id }) => id);
      const records = await database.homepageTask.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, ownTasks(context.actor)] },
      });
      const byId = new Map(records.map((record) => [record.id, record]));
      return tasks.flatMap((task) => {
        const record = byId.get(task.id);
        return record === undefined ? [] : { ...task, ...record };
      });
    },
  }),
);
