import { findOpenTasks } from '../../domain/homepage/find-open-tasks.ts';
import type { DueWindow } from '../../domain/homepage/task-filter.ts';
import { builder } from '../builder.ts';

const DueWindowEnum = builder.enumType('DueWindow', {
  description: 'The Due filter of My Notifications (R37).',
  values: {
    ALL_OVERDUE: { description: 'All Overdue.' },
    ALL_OVERDUE_AND_ONE_WEEK: { description: 'All Overdue + 1 week.' },
    ALL_OVERDUE_AND_ONE_MONTH: { description: 'All Overdue + 1 month.' },
    ALL: { description: 'Whenever due.' },
  } as const satisfies Record<DueWindow, { description: string }>,
});

builder.queryField('homepageTasks', (t) =>
  t.prismaConnection({
    type: 'HomepageTask',
    cursor: 'id',
    description: 'My Notifications: your open tasks, by due date (R36, R37).',
    args: {
      due: t.arg({
        type: DueWindowEnum,
        defaultValue: 'ALL_OVERDUE_AND_ONE_MONTH',
        description: 'Which due dates to show.',
      }),
      program: t.arg.string({
        required: false,
        description: 'Only tasks of cases of this program, by its code.',
      }),
      search: t.arg.string({
        required: false,
        description:
          'Words to find in Case ID, Org/Player, Program and Created By, accents and case ignored.',
      }),
    },
    totalCount: async (_root, args, context) =>
      await context.platform.database.homepageTask.count({
        where: await findOpenTasks(context.actor, context.platform.database, context.moment(), args),
      }),
    resolve: async (query, _root, args, context) =>
      await context.platform.database.homepageTask.findMany({
        ...query,
        where: await findOpenTasks(context.actor, context.platform.database, context.moment(), args),
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      }),
  }),
);
