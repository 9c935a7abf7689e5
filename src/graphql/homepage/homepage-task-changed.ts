import { presentTask } from '../../domain/homepage/present-task.ts';
import { builder } from '../builder.ts';
import { deliver } from '../deliver.ts';
import { afterDescription, cursorDescription } from '../event-cursor.ts';
import { HomepageTaskRef } from './homepage-task.ts';

const HomepageTaskChange = builder
  .objectRef<{ cursor: string; subjectId: string }>('HomepageTaskChange')
  .implement({
    description: 'A task that came to your User Homepage, or changed.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      homepageTask: t.field({
        type: HomepageTaskRef,
        description: 'The task as it is now.',
        resolve: async ({ subjectId }, _args, { platform, actor }) => {
          const task = await presentTask(platform.database, { taskId: subjectId, actor });
          if (task === null) throw new Error('the task is no longer its viewer’s own');
          return task;
        },
      }),
    }),
  });

builder.subscriptionField('homepageTaskChanged', (t) =>
  t.field({
    type: HomepageTaskChange,
    description: 'Each task that comes to your User Homepage or is dealt with there, at once (R33, R34, B5).',
    args: { after: t.arg.string({ required: false, description: afterDescription }) },
    subscribe: (_root, { after }, context) => {
      const { platform, actor } = context;
      return deliver(context, { topic: 'homepageTask', key: actor.staffId, after }, async (taskId) => {
        const isThere = taskId !== null && (await presentTask(platform.database, { taskId, actor })) !== null;
        return isThere ? 'deliver' : 'pass';
      });
    },
    resolve: (event) => event,
  }),
);
