import { InvalidInput, NotFound } from '../../domain/errors.ts';
import { ownTasks } from '../../domain/homepage/access.ts';
import { completeHomepageTasks } from '../../domain/homepage/complete-homepage-tasks.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { HomepageTaskRef } from './homepage-task.ts';

const CompleteHomepageTasksSuccess = builder
  .objectRef<{ taskIds: string[] }>('CompleteHomepageTasksSuccess')
  .implement({
    description: 'The tasks have been dealt with.',
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

const CompleteHomepageTasksInput = builder.inputType('CompleteHomepageTasksInput', {
  description: 'Which tasks have been dealt with.',
  fields: (t) => ({
    taskIds: t.idList({ description: 'The ids of one or many of your own tasks; at most 100.' }),
  }),
});

builder.mutationField('completeHomepageTasks', (t) =>
  t.field({
    type: CompleteHomepageTasksSuccess,
    description: 'Marks one or many of your tasks as dealt with; all of them or none (R38).',
    args: { input: t.arg({ type: CompleteHomepageTasksInput, description: 'Which tasks.' }) },
    errors: { types: [NotFound, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const taskIds = input.taskIds.map((id, place) => readId('HomepageTask', id, `taskIds.${place}`));
      await completeHomepageTasks(actor, platform, taskIds);
      return { taskIds };
    },
  }),
);
