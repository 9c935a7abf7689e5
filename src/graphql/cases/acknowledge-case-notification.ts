import { visibleNotifications } from '../../domain/cases/access.ts';
import { acknowledgeCaseNotifications } from '../../domain/cases/acknowledge-case-notifications.ts';
import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { CaseNotificationRef } from './case-notification.ts';

const AcknowledgeCaseNotificationSuccess = builder
  .objectRef<{ notificationIds: string[] }>('AcknowledgeCaseNotificationSuccess')
  .implement({
    description: 'The notifications have been acknowledged, by you or by whoever was first.',
    fields: (t) => ({
      caseNotifications: t.prismaField({
        type: [CaseNotificationRef],
        description: 'The notifications as they are now, newest first.',
        resolve: (query, { notificationIds }, _args, { platform, actor }) =>
          platform.database.caseNotification.findMany({
            ...query,
            where: { AND: [{ id: { in: notificationIds } }, visibleNotifications(actor)] },
            orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          }),
      }),
    }),
  });

const AcknowledgeCaseNotificationInput = builder.inputType('AcknowledgeCaseNotificationInput', {
  description: 'Which notifications you have taken note of.',
  fields: (t) => ({
    notificationIds: t.idList({ description: 'The ids of one or many notifications; at most 100.' }),
  }),
});

builder.mutationField('acknowledgeCaseNotification', (t) =>
  t.field({
    type: AcknowledgeCaseNotificationSuccess,
    description:
      'Puts on record that you have taken note of one or many notifications on Case Home Pages; all of them or none. One that somebody has acknowledged already stays as it is (R33).',
    args: {
      input: t.arg({ type: AcknowledgeCaseNotificationInput, description: 'Which notifications.' }),
    },
    errors: { types: [NotFound, NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const notificationIds = input.notificationIds.map((id, place) =>
        readId('CaseNotification', id, `notificationIds.${place}`),
      );
      await acknowledgeCaseNotifications(actor, platform, notificationIds);
      return { notificationIds };
    },
  }),
);
