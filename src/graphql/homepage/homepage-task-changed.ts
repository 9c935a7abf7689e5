import { ownTasks } from '../../domain/homepage/access.ts';
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
      homepageTask: t.prismaField({
        type: HomepageTaskRef,
        description: 'The task as it is now.',
        resolve: (query, { subjectId }, _args, { platform, actor }) =>
          platform.database.homepageTask.findFirstOrThrow({
            ...query,
            where: { id: subjectId, ...ownTasks(actor) },
          }),
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
        const isThere =
          taskId !== null &&
          (await platform.database.homepageTask.count({ where: { id: taskId, ...ownTasks(actor) } })) > 0;
        return isThere ? 'deliver' : 'pass';
      });
    },
    resolve: (event) => event,
  }),
);
