import type { AllowedAction } from '../../domain/allowed-action.ts';
import {
  type CaseAction,
  caseActionAsksFor,
  caseActionFacts,
  caseActions,
} from '../../domain/transfers/case-actions.ts';
import { AllowedActionInterface, AskedForEnum } from '../allowed-action.ts';
import { builder } from '../builder.ts';
import { forAllWhoFindIt } from '../cases/case.ts';

const CaseActionEnum = builder.enumType('CaseAction', {
  description: 'What can be done with a case.',
  values: {
    ADD_CASE_TRANSFER: { description: 'addReferral of the type CASE_TRANSFER.' },
    ADD_INFORMATIONAL_WITHIN: { description: 'addReferral of the type INFORMATIONAL_WITHIN.' },
    ADD_INFORMATIONAL_OUTSIDE: { description: 'addReferral of the type INFORMATIONAL_OUTSIDE.' },
    TRANSFER: {
      description:
        'transferCase: to take the case over; for the administrators of Employment Nova Scotia, to move it to another organization (R28, D5).',
    },
    UPDATE: { description: 'updateCase.' },
    CHANGE_STATUS: {
      description: 'changeCaseStatus, to one of statusMoves, which tell what each asks for (R25).',
    },
    ACKNOWLEDGE_NOTIFICATIONS: {
      description: 'acknowledgeCaseNotification, where there are any on the Case Home Page (R33).',
    },
  } satisfies Record<CaseAction, { description: string }>,
});

const CaseAllowedAction = builder.objectRef<AllowedAction<CaseAction>>('CaseAllowedAction').implement({
  description: 'Whether you can do something with a case now, and if not, why (B6).',
  interfaces: [AllowedActionInterface],
  fields: (t) => ({
    action: t.expose('action', { type: CaseActionEnum, description: 'What it is about.' }),
    asksFor: t.field({
      type: [AskedForEnum],
      description: 'What it will ask for; nothing where it is not allowed.',
      resolve: ({ action, refusal }, _args, { actor }) =>
        refusal === null ? caseActionAsksFor(actor, action) : [],
    }),
  }),
});

builder.prismaObjectField('Case', 'allowedActions', (t) =>
  t.field({
    ...forAllWhoFindIt,
    type: [CaseAllowedAction],
    description:
      'For every action whether you can do it with this case now, and if not, why; for all who can find the case (B6).',
    select: (_args, { actor, moment }) => caseActionFacts(actor, moment()),
    resolve: (found, _args, { actor }) => caseActions(actor, found),
  }),
);
