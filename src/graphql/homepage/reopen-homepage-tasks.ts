import { InvalidInput, NotFound } from '../../domain/errors.ts';
import { ownTasks } from '../../domain/homepage/access.ts';
import { reopenHomepageTasks } from '../../domain/homepage/reopen-homepage-tasks.ts';
import {
  hoursToReopen,
  type NotReopenable,
  type NotReopenableReason,
  notReopenableTexts,
  TasksNotReopenable,
} from '../../domain/homepage/tasks-not-reopenable.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';
import { encodeGlobalId } from '../global-ids.ts';
import { readId } from '../ids.ts';
import { HomepageTaskRef } from './homepage-task.ts';

const NotReopenableReasonEnum = builder.enumType('NotReopenableReason', {
  description: 'Why a task stays done.',
  values: {
    TOO_LATE: { description: `It was completed more than ${hoursToReopen} hours ago.` },
    COMPLETED_BY_EVENT: { description: 'It was completed by what happened, not by you.' },
    OVERTAKEN: {
      description: 'What it asked for has been settled since, or another task asks for it.',
    },
  } as const satisfies Record<NotReopenableReason, { description: string }>,
});

const NotReopenableTask = builder.objectRef<NotReopenable>('NotReopenableTask').implement({
  description: 'A task that stays done, and why.',
  fields: (t) => ({
    taskId: t.id({
      description: 'The id of the task.',
      resolve: ({ taskId }) => encodeGlobalId('HomepageTask', taskId),
    }),
    reason: t.expose('reason', { type: NotReopenableReasonEnum, description: 'Why.' }),
    message: t.string({
      description: 'The same for people, in the language of the request.',
      resolve: ({ reason }, _args, { language }) => notReopenableTexts[reason][language],
    }),
  }),
});

builder.objectType(TasksNotReopenable, {
  name: 'TasksNotReopenable',
  description: 'One or more of the tasks cannot be reopened, so none has been.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    tasks: t.field({
      type: [NotReopenableTask],
      description: 'Each that cannot.',
      resolve: ({ tasks }) => tasks,
    }),
  }),
});

const ReopenHomepageTasksSuccess = builder
  .objectRef<{ taskIds: string[] }>('ReopenHomepageTasksSuccess')
  .implement({
    description: 'The tasks are open again.',
    fields: (t) => ({
      homepageTasks: t.prismaField({
        type: [HomepageTaskRef],
        description: 'The tasks as they are now.',
        resolve: (query, { taskIds }, _args, { platform, actor }) =>
          platform.database.homepageTask.findMany({
            ...query,
            where: { id: { in: taskIds }, ...ownTasks(actor) },
            orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
          }),
      }),
    }),
  });

const ReopenHomepageTasksInput = builder.inputType('ReopenHomepageTasksInput', {
  description: 'Which tasks are not done after all.',
  fields: (t) => ({
    taskIds: t.idList({ description: 'The ids of one or many of your own tasks; at most 100.' }),
  }),
});

builder.mutationField('reopenHomepageTasks', (t) =>
  t.field({
    type: ReopenHomepageTasksSuccess,
    description: `Undoes completeHomepageTasks, for ${hoursToReopen} hours: opens tasks again that you completed yourself; all of them or none (R38).`,
    args: { input: t.arg({ type: ReopenHomepageTasksInput, description: 'Which tasks.' }) },
    errors: { types: [NotFound, InvalidInput, TasksNotReopenable] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const taskIds = input.taskIds.map((id, place) => readId('HomepageTask', id, `taskIds.${place}`));
      await reopenHomepageTasks(actor, platform, taskIds);
      return { taskIds };
    },
  }),
);
