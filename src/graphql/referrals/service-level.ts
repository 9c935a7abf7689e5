import { type ServiceLevel, serviceLevel } from '../../domain/referrals/service-level.ts';
import { builder } from '../builder.ts';

const ServiceLevelRef = builder.objectRef<ServiceLevel>('ServiceLevel').implement({
  description:
    'How fast the emails of the referrals submitted in a period went out (R20). Times are in seconds.',
  fields: (t) => ({
    submitted: t.exposeInt('submitted', { description: 'Referrals submitted in the period.' }),
    emailed: t.exposeInt('emailed', { description: 'How many of them are Emailed.' }),
    emailedInTime: t.exposeInt('emailedInTime', { description: 'How many were Emailed within 15 minutes.' }),
    openAndLate: t.exposeInt('openAndLate', {
      description: 'How many are not Emailed though 15 minutes have passed; lateReferrals gives them.',
    }),
    shareInTime: t.exposeFloat('shareInTime', {
      nullable: true,
      description:
        'The share Emailed within 15 minutes, from 0 to 1, of those that are Emailed or late; null where there are none. Those that still have time do not count.',
    }),
    p50Seconds: t.exposeFloat('p50Seconds', {
      nullable: true,
      description: 'Half of them took no longer from Submitted to Emailed; null where none is Emailed.',
    }),
    p95Seconds: t.exposeFloat('p95Seconds', {
      nullable: true,
      description: '95 % of them took no longer; null where none is Emailed.',
    }),
    maxSeconds: t.exposeFloat('maxSeconds', {
      nullable: true,
      description: 'None of them took longer; null where none is Emailed.',
    }),
  }),
});

builder.queryField('serviceLevel', (t) =>
  t.field({
    type: ServiceLevelRef,
    description:
      'From Submitted to Emailed, of the referrals your organization submitted in a period; for Employment Nova Scotia’s administrators of all. Of the last 24 hours and all organizations, /metrics shows the same figures (R20, B1).',
    args: {
      from: t.arg({ type: 'DateTime', description: 'The first instant of the period.' }),
      to: t.arg({ type: 'DateTime', description: 'The end of the period, itself not included.' }),
    },
    resolve: (_root, { from, to }, { actor, platform }) =>
      serviceLevel(actor, platform.database, { from, to, now: platform.now() }),
  }),
);
