import { visibleCases, visibleNotifications, wholeCases } from '../../domain/cases/access.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { builder } from '../builder.ts';
import { deliver } from '../deliver.ts';
import { afterDescription, cursorDescription } from '../event-cursor.ts';
import { readId } from '../ids.ts';
import { CaseNotificationRef } from './case-notification.ts';

const CaseNotificationAdded = builder
  .objectRef<{ cursor: string; subjectId: string }>('CaseNotificationAdded')
  .implement({
    description: 'A notification that came to a Case Home Page, or was acknowledged there.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      caseNotification: t.prismaField({
        type: CaseNotificationRef,
        description: 'The notification as it is now.',
        resolve: (query, { subjectId }, _args, { platform, actor }) =>
          platform.database.caseNotification.findFirstOrThrow({
            ...query,
            where: { id: subjectId, ...visibleNotifications(actor) },
          }),
      }),
    }),
  });

builder.subscriptionField('caseNotificationAdded', (t) =>
  t.field({
    type: CaseNotificationAdded,
    description:
      'Each notification that comes to the Case Home Page of a case you can find, and each that is acknowledged there, once and while you see it whole (R33, B5).',
    args: {
      caseId: t.arg.id({ description: 'The id of the case.' }),
      after: t.arg.string({ required: false, description: afterDescription }),
    },
    subscribe: (_root, { after, ...args }, context) => {
      const { platform, actor, moment } = context;
      const caseId = readId('Case', args.caseId, 'caseId');
      const isOneOf = async (cases: Prisma.CaseWhereInput) =>
        (await platform.database.case.count({ where: { AND: [{ id: caseId }, cases] } })) > 0;
      return deliver(context, { topic: 'caseNotification', key: caseId, after }, async () => {
        if (await isOneOf(wholeCases(actor))) return 'deliver';
        return (await isOneOf(visibleCases(actor, moment()))) ? 'pass' : 'end';
      });
    },
    resolve: (event) => event,
  }),
);
