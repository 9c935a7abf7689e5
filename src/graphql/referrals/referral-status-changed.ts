import { wholeCases } from '../../domain/cases/access.ts';
import { NotFound } from '../../domain/errors.ts';
import { builder } from '../builder.ts';
import { deliver } from '../deliver.ts';
import { readId } from '../ids.ts';
import { withReferral } from './with-referral.ts';

const ReferralStatusChange = withReferral(
  'ReferralStatusChange',
  'A referral whose status, or whose correspondence’s, has changed.',
);

builder.subscriptionField('referralStatusChanged', (t) =>
  t.field({
    type: ReferralStatusChange,
    description: 'Each change of a status among the referrals of a case you see whole (B5).',
    args: { caseId: t.arg.id({ description: 'The id of the case.' }) },
    subscribe: async (_root, args, context) => {
      const { platform, live, actor } = context;
      const caseId = readId('Case', args.caseId);
      const seesIt = async () =>
        (await platform.database.case.count({ where: { id: caseId, ...wholeCases(actor) } })) > 0;
      if (!(await seesIt())) throw new NotFound();
      return deliver(live.subscribe('referralStatus', caseId), context, async () =>
        (await seesIt()) ? 'deliver' : 'end',
      );
    },
    resolve: ({ referralId }) => ({ referralId }),
  }),
);
