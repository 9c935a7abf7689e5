import { visibleCases, wholeCases } from '../../domain/cases/access.ts';
import { NotFound } from '../../domain/errors.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { builder } from '../builder.ts';
import { deliver } from '../deliver.ts';
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
        resolve: (query, { notificationId }, _args, { platform, actor }) =>
          platform.database.caseNotification.findFirstOrThrow({
            ...query,
            where: { id: notificationId, case: wholeCases(actor) },
          }),
      }),
    }),
  });

builder.subscriptionField('caseNotificationAdded', (t) =>
  t.field({
    type: CaseNotificationAdded,
    description:
      'Each notification that comes to the Case Home Page of a case you can find, once and while you see it whole (R33, B5).',
    args: { caseId: t.arg.id({ description: 'The id of the case.' }) },
    subscribe: async (_root, args, context) => {
      const { platform, live, actor, moment } = context;
      const caseId = readId('Case', args.caseId);
      const isOneOf = async (cases: Prisma.CaseWhereInput) =>
        (await platform.database.case.count({ where: { AND: [{ id: caseId }, cases] } })) > 0;
      if (!(await isOneOf(visibleCases(actor, moment())))) throw new NotFound();
      return deliver(live.subscribe('caseNotification', caseId), context, async () => {
        if (await isOneOf(wholeCases(actor))) return 'deliver';
        return (await isOneOf(visibleCases(actor, moment()))) ? 'pass' : 'end';
      });
    },
    resolve: ({ notificationId }) => ({ notificationId }),
  }),
);
