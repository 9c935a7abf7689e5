import { filter, pipe } from 'graphql-yoga';
import { wholeCases } from '../domain/cases/access.ts';
import { NotFound } from '../domain/errors.ts';
import { transferMessage } from '../domain/homepage/task-texts.ts';
import { CaseNotificationType } from '../generated/prisma/enums.ts';
import { builder } from './builder.ts';
import { nodeId, readId } from './ids.ts';

const CaseNotificationTypeEnum = builder.enumType('CaseNotificationType', {
  description: 'What a notification on the Case Home Page tells of.',
  values: {
    [CaseNotificationType.CASE_RECEIVED]: {
      description: 'The case has come to this organization by a transfer (R33).',
    },
  },
});

const CaseNotificationRef = builder.prismaNode('CaseNotification', {
  description: 'A notification on the Case Home Page (R33).',
  id: { field: 'id' },
  findUnique: (id, { actor }) => ({ id: nodeId(id), case: wholeCases(actor) }),
  fields: (t) => ({
    type: t.expose('type', { type: CaseNotificationTypeEnum, description: 'What it tells of.' }),
    message: t.string({
      nullable: true,
      description: 'What it says, in the language of the request; null where its transfer is not known.',
      select: {
        transfer: {
          select: {
            fromOrganization: { select: { name: true } },
            toOrganization: { select: { name: true } },
          },
        },
      },
      resolve: ({ transfer }, _args, { language }) =>
        transfer === null
          ? null
          : transferMessage({ from: transfer.fromOrganization.name, to: transfer.toOrganization.name })[
              language
            ],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it came.' }),
    acknowledgedAt: t.expose('acknowledgedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was acknowledged; null until then.',
    }),
    acknowledgedBy: t.relation('acknowledgedBy', {
      nullable: true,
      description: 'Who acknowledged it; null until then.',
    }),
  }),
});

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
