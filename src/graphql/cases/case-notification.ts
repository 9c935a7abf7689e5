import { visibleNotifications } from '../../domain/cases/access.ts';
import { notificationMessage } from '../../domain/cases/notification-texts.ts';
import { CaseNotificationType } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';

const CaseNotificationTypeEnum = builder.enumType('CaseNotificationType', {
  description: 'What a notification on the Case Home Page tells of.',
  values: {
    [CaseNotificationType.CASE_RECEIVED]: {
      description: 'The case has come to this organization by a transfer (R33).',
    },
    [CaseNotificationType.CASE_REASSIGNED]: {
      description: 'The case has a new case manager in the same organization (B9).',
    },
    [CaseNotificationType.REFERRAL_DECLINED]: {
      description: 'The receiver has declined a Case Transfer referral (D4).',
    },
  },
});

/** A notification on the Case Home Page (R33). */
export const CaseNotificationRef = builder.prismaNode('CaseNotification', {
  description: 'A notification on the Case Home Page (R33).',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [visibleNotifications(actor)] }),
  fields: (t) => ({
    type: t.expose('type', { type: CaseNotificationTypeEnum, description: 'What it tells of.' }),
    message: t.string({
      nullable: true,
      description:
        'What it says, in the language of the request; null where what it tells of is not on record. It never has anything of the client.',
      select: {
        transfer: {
          select: {
            fromOrganization: { select: { name: true } },
            toOrganization: { select: { name: true } },
          },
        },
        referral: { select: { receivingOrganization: { select: { name: true } } } },
      },
      resolve: (notification, _args, { language }) => notificationMessage(notification)?.[language] ?? null,
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
