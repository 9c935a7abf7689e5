import type { AllowedAction } from '../../domain/allowed-action.ts';
import {
  type PendingTransferAction,
  pendingTransferActionAsksFor,
  pendingTransferActions,
  pendingTransferFacts,
} from '../../domain/transfers/pending-transfer-actions.ts';
import { AllowedActionInterface, AskedForEnum } from '../allowed-action.ts';
import { builder } from '../builder.ts';
import { PendingTransferRef } from '../referrals/pending-transfer.ts';

const PendingTransferActionEnum = builder.enumType('PendingTransferAction', {
  description:
    'What the receiver of a pending Case Transfer referral can do with it. What its sender can do is in Referral.allowedActions.',
  values: {
    TRANSFER: { description: 'transferCase (R28).' },
    DECLINE: { description: 'declineReferral (D4).' },
  } satisfies Record<PendingTransferAction, { description: string }>,
});

const PendingTransferAllowedAction = builder
  .objectRef<AllowedAction<PendingTransferAction>>('PendingTransferAllowedAction')
  .implement({
    description:
      'Whether you can do something with a pending Case Transfer referral now, and if not, why (B6).',
    interfaces: [AllowedActionInterface],
    fields: (t) => ({
      action: t.expose('action', { type: PendingTransferActionEnum, description: 'What it is about.' }),
      asksFor: t.field({
        type: [AskedForEnum],
        description: 'What it will ask for; nothing where it is not allowed.',
        resolve: ({ action, refusal }, _args, { actor }) =>
          refusal === null ? pendingTransferActionAsksFor(actor, action) : [],
      }),
    }),
  });

builder.prismaObjectField(PendingTransferRef, 'allowedActions', (t) =>
  t.field({
    type: [PendingTransferAllowedAction],
    description: 'For every action whether you can do it now, and if not, why (B6).',
    select: (_args, { actor, moment }) => pendingTransferFacts(actor, moment()),
    resolve: (access, _args, { actor, moment }) => pendingTransferActions(actor, access, moment()),
  }),
);
