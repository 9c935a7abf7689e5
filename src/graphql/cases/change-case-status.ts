import { OpenCaseExists } from '../../domain/cases/open-case-exists.ts';
import { CaseStatusNotReachable } from '../../domain/cases/status.ts';
import { changeCaseStatus } from '../../domain/casework/change-case-status.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { StaleRecord } from '../../domain/stale-record.ts';
import { builder } from '../builder.ts';
import { readId, readOptionalId } from '../ids.ts';
import { CaseStatusEnum } from './case-summary.ts';
import { withCase } from './with-case.ts';

const ChangeCaseStatusSuccess = withCase('ChangeCaseStatusSuccess', 'The case is in the status.');

const ChangeCaseStatusInput = builder.inputType('ChangeCaseStatusInput', {
  description: 'Where a case is to go, and why.',
  fields: (t) => ({
    caseId: t.id({ description: 'The id of the case.' }),
    status: t.field({ type: CaseStatusEnum, description: 'One of the case’s statusMoves.' }),
    reason: t.string({
      required: false,
      description:
        'Why, at most 1000 characters; kept in the history of the case. Needed to reopen a case, and where open Case Transfer referrals are withdrawn with the move.',
    }),
    caseManagerId: t.id({
      required: false,
      description:
        'Only to reopen a case: who goes on with it, one of your organization’s staff; left out, the one it had.',
    }),
    version: t.int({
      required: false,
      description: 'The version you loaded; if it has changed since, the answer is StaleRecord.',
    }),
    confirm: t.boolean({
      defaultValue: false,
      description: 'Whether the user has confirmed; asked only where Case Transfer referrals are withdrawn.',
    }),
  }),
});

builder.mutationField('changeCaseStatus', (t) =>
  t.field({
    type: ChangeCaseStatusSuccess,
    description:
      'Brings a case to another status, step by step, or closes or reopens it (R25). In Follow up and Closed a case cannot be transferred: open Case Transfer referrals are then withdrawn, once confirmed, and their receivers told (R27, R31, D3). A case that is in the status already stays as it is.',
    args: { input: t.arg({ type: ChangeCaseStatusInput, description: 'The case and the status.' }) },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        StaleRecord,
        CaseStatusNotReachable,
        InvalidInput,
        OpenCaseExists,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const caseId = readId('Case', input.caseId, 'caseId');
      const caseManagerId = readOptionalId('StaffMember', input.caseManagerId, 'caseManagerId');
      await changeCaseStatus(actor, platform, { ...input, caseId, caseManagerId });
      return { caseId };
    },
  }),
);
