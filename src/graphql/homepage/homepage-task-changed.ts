import { ownTasks } from '../../domain/homepage/access.ts';
import { builder } from '../builder.ts';
import { deliver } from '../deliver.ts';
import { HomepageTaskRef } from './homepage-task.ts';

const HomepageTaskChange = builder.objectRef<{ taskId: string }>('HomepageTaskChange').implement({
  description: 'A task that came to your User Homepage, or changed.',
  fields: (t) => ({
    homepageTask: t.prismaField({
      type: HomepageTaskRef,
      description: 'The task as it is now.',
      resolve: (query, { taskId }, _args, { platform, actor }) =>
        platform.database.homepageTask.findFirstOrThrow({
          ...query,
          where: { id: taskId, ...ownTasks(actor) },
        }),
    }),
  }),
});

builder.subscriptionField('homepageTaskChanged', (t) =>
  t.field({
    type: HomepageTaskChange,
    description: 'Each task that comes to your User Homepage or is dealt with there, at once (R33, R34, B5).',
    subscribe: (_root, _args, context) =>
      deliver(context.live.subscribe('homepageTask', context.actor.staffId), context, async () => 'deliver'),
    resolve: ({ taskId }) => ({ taskId }),
  }),
);
