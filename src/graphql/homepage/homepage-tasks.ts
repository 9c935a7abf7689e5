import { ownTasks } from '../../domain/homepage/access.ts';
import { countTasks, listTasks } from '../../domain/homepage/list-tasks.ts';
import { byDueDate } from '../../domain/homepage/task-order.ts';
import { builder } from '../builder.ts';
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
    totalCount: async (_root, args, context) => {
      const counts = await countTasks(taskViewer(context), context.platform.database, args);
      return counts.reduce((sum, { count }) => sum + count, 0);
    },
    resolve: async ({ cursor, take, skip: _skip, ...selection }, _root, { orderBy, ...filter }, context) => {
      const { database } = context.platform;
      const ids = await listTasks(taskViewer(context), database, {
        filter,
        order: orderBy ?? byDueDate,
        page: { cursor: cursor?.id ?? null, take: take },
      });
      const tasks = await database.homepageTask.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, ownTasks(context.actor)] },
      });
      const byId = new Map(tasks.map((task) => [task.id, task]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  }),
);
