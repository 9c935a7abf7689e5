import { countTasks, type TaskCount } from '../../domain/homepage/list-tasks.ts';
import { priorityLabels, typeNames } from '../../domain/homepage/task-texts.ts';
import { HomepageTaskType, TaskPriority } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';
import { HomepageTaskTypeEnum, TaskPriorityEnum } from './homepage-task-enums.ts';
import { taskViewer } from './shown-tasks.ts';
import { taskFilterArgs } from './task-filter-args.ts';

const CountByType = builder
  .objectRef<{ type: HomepageTaskType; count: number }>('HomepageTaskTypeCount')
  .implement({
    description: 'How many tasks have a type.',
    fields: (t) => ({
      type: t.expose('type', { type: HomepageTaskTypeEnum, description: 'The type.' }),
      label: t.string({
        description: 'What it is called, in the language of the request.',
        resolve: ({ type }, _args, { language }) => typeNames[type][language],
      }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });

const CountByPriority = builder
  .objectRef<{ priority: TaskPriority; count: number }>('HomepageTaskPriorityCount')
  .implement({
    description: 'How many tasks have a priority.',
    fields: (t) => ({
      priority: t.expose('priority', { type: TaskPriorityEnum, description: 'The priority.' }),
      label: t.string({
        description: 'What it is called, in the language of the request.',
        resolve: ({ priority }, _args, { language }) => priorityLabels[priority][language],
      }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });

const sumOf = (counts: TaskCount[]) => counts.reduce((sum, { count }) => sum + count, 0);

const HomepageTaskCounts = builder.objectRef<TaskCount[]>('HomepageTaskCounts').implement({
  description: 'How many tasks there are on your User Homepage, under the filters given.',
  fields: (t) => ({
    total: t.int({ description: 'All of them.', resolve: (counts) => sumOf(counts) }),
    overdue: t.int({
      description: 'Those still open that were due before today.',
      resolve: (counts) => sumOf(counts.filter(({ overdue }) => overdue)),
    }),
    byType: t.field({
      type: [CountByType],
      description: 'By type; those of which there are none are left out.',
      resolve: (counts) =>
        Object.values(HomepageTaskType)
          .map((type) => ({ type, count: sumOf(counts.filter((one) => one.type === type)) }))
          .filter(({ count }) => count > 0),
    }),
    byPriority: t.field({
      type: [CountByPriority],
      description: 'By priority, the highest first; those of which there are none are left out.',
      resolve: (counts) =>
        Object.values(TaskPriority)
          .toReversed()
          .map((priority) => ({ priority, count: sumOf(counts.filter((one) => one.priority === priority)) }))
          .filter(({ count }) => count > 0),
    }),
  }),
});

builder.queryField('homepageTaskCounts', (t) =>
  t.field({
    type: HomepageTaskCounts,
    description: 'My Notifications counted, under the same filters as homepageTasks (R37).',
    args: taskFilterArgs,
    resolve: async (_root, args, context) =>
      await countTasks(taskViewer(context), context.platform.database, args),
  }),
);
