import { filter, pipe } from 'graphql-yoga';
import { wholeCases } from '../../domain/cases/access.ts';
import { NotFound } from '../../domain/errors.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { CaseNotificationRef } from './case-notification.ts';

const CaseNotificationAdded = builder
  .objectRef<{ notificationId: string }>('CaseNotificationAdded')
  .implement({
    description: 'A notification that came to a Case Home Page.',
    fields: (t) => ({
      caseNotification: t.prismaField({
        type: CaseNotificationRef,
        description: 'The notification.',
        resolve: (query, { notificationId }, _args, { platform }) =>
          platform.database.caseNotification.findUniqueOrThrow({ ...query, where: { id: notificationId } }),
      }),
    }),
  });

builder.subscriptionField('caseNotificationAdded', (t) =>
  t.field({
    type: CaseNotificationAdded,
    description:
      'Each notification that comes to the Case Home Page of a case, while you see it whole (R33, B5).',
    args: { caseId: t.arg.id({ description: 'The id of the case.' }) },
    subscribe: async (_root, args, { platform, live, actor }) => {
      const caseId = readId('Case', args.caseId);
      const visible = async () =>
        (await platform.database.case.count({ where: { id: caseId, ...wholeCases(actor) } })) > 0;
      if (!(await visible())) throw new NotFound();
      return pipe(
        live.subscribe('caseNotification'),
        filter(async (event) => event.caseId === caseId && (await visible())),
      );
    },
    resolve: ({ notificationId }) => ({ notificationId }),
  }),
);
