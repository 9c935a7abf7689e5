import { wholeCases } from '../../domain/cases/access.ts';
import { visibleReferrals } from '../../domain/referrals/access.ts';
import { builder } from '../builder.ts';
import { deliver } from '../deliver.ts';
import { afterDescription, cursorDescription } from '../event-cursor.ts';
import { readId } from '../ids.ts';

const ReferralStatusChange = builder
  .objectRef<{ cursor: string; subjectId: string }>('ReferralStatusChange')
  .implement({
    description: 'A referral whose status, or whose correspondence’s, has changed.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      referral: t.prismaField({
        type: 'Referral',
        description: 'The referral as it is now.',
        resolve: (query, { subjectId }, _args, { platform, actor }) =>
          platform.database.referral.findFirstOrThrow({
            ...query,
            where: { id: subjectId, ...visibleReferrals(actor) },
          }),
      }),
    }),
  });

builder.subscriptionField('referralStatusChanged', (t) =>
  t.field({
    type: ReferralStatusChange,
    description: 'Each change of a status among the referrals of a case you see whole (B5).',
    args: {
      caseId: t.arg.id({ description: 'The id of the case.' }),
      after: t.arg.string({ required: false, description: afterDescription }),
    },
    subscribe: (_root, { after, ...args }, context) => {
      const { platform, actor } = context;
      const caseId = readId('Case', args.caseId, 'caseId');
      const seesIt = async () =>
        (await platform.database.case.count({ where: { id: caseId, ...wholeCases(actor) } })) > 0;
      const seesReferral = async (id: string) =>
        (await platform.database.referral.count({ where: { id, ...visibleReferrals(actor) } })) > 0;
      return deliver(context, { topic: 'referralStatus', key: caseId, after }, async (referralId) => {
        if (!(await seesIt())) return 'end';
        return referralId !== null && (await seesReferral(referralId)) ? 'deliver' : 'pass';
      });
    },
    resolve: (event) => event,
  }),
);
