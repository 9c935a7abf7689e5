import { filter, pipe } from 'graphql-yoga';
import { visibleCases, wholeCases } from '../../domain/cases/access.ts';
import { NotFound } from '../../domain/errors.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
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
      'Each notification that comes to the Case Home Page of a case you can find, once and while you see it whole (R33, B5).',
    args: { caseId: t.arg.id({ description: 'The id of the case.' }) },
    subscribe: async (_root, args, { platform, live, actor, moment }) => {
      const caseId = readId('Case', args.caseId);
      const isOneOf = async (cases: Prisma.CaseWhereInput) =>
        (await platform.database.case.count({ where: { AND: [{ id: caseId }, cases] } })) > 0;
      if (!(await isOneOf(visibleCases(actor, moment())))) throw new NotFound();
      return pipe(
        live.subscribe('caseNotification'),
        filter(async (event) => event.caseId === caseId && (await isOneOf(wholeCases(actor)))),
      );
    },
    resolve: ({ notificationId }) => ({ notificationId }),
  }),
);
