import { createContextCache } from '@pothos/core';
import DataLoader from 'dataloader';
import type { AllowedAction } from '../../domain/allowed-action.ts';
import {
  type ReferralAction,
  referralActionFacts,
  referralActions,
  referralActionsAskFor,
} from '../../domain/referrals/referral-actions.ts';
import { findSubmitQuestions, questionsAskFor } from '../../domain/referrals/submit-questions.ts';
import { AllowedActionInterface, AskedForEnum } from '../allowed-action.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';

const ReferralActionEnum = builder.enumType('ReferralAction', {
  description: 'What can be done with a referral.',
  values: {
    PREVIEW: { description: 'Look at the letter: Referral.letter (R8, R14).' },
    UPDATE: { description: 'updateReferral.' },
    SUBMIT: {
      description: 'submitReferral. Not allowed twice, though a repeated request answers success (D9).',
    },
    CANCEL: { description: 'cancelReferral.' },
    WITHDRAW: { description: 'withdrawReferral.' },
    RESEND: { description: 'resendCorrespondence.' },
    ADD_NOTE: { description: 'addReferralNote.' },
    ADD_DOCUMENT: { description: 'addReferralDocument.' },
    REMOVE_DOCUMENT: { description: 'removeReferralDocument, for each document that it has.' },
  } satisfies Record<ReferralAction, { description: string }>,
});

/** What submitting would ask about, for all referrals of an operation in one statement. */
const submitQuestions = createContextCache(
  ({ platform, moment }: RequestContext) =>
    new DataLoader(async (ids: readonly string[]) => {
      const found = await findSubmitQuestions(platform.database, ids, moment().now);
      return ids.map((id) => found.get(id) ?? null);
    }),
);

const ReferralAllowedAction = builder
  .objectRef<AllowedAction<ReferralAction> & { referralId: string }>('ReferralAllowedAction')
  .implement({
    description: 'Whether you can do something with a referral now, and if not, why (B6).',
    interfaces: [AllowedActionInterface],
    fields: (t) => ({
      action: t.expose('action', { type: ReferralActionEnum, description: 'What it is about.' }),
      asksFor: t.field({
        type: [AskedForEnum],
        // Checking the texts of a draft for what they tell of the client takes tens of milliseconds.
        complexity: 50,
        description: 'What it will ask for; nothing where it is not allowed.',
        resolve: async ({ action, refusal, referralId }, _args, context) => {
          if (refusal !== null) return [];
          const always = referralActionsAskFor[action];
          if (action !== 'SUBMIT') return always;
          const questions = await submitQuestions(context).load(referralId);
          return questions === null ? always : [...questionsAskFor(questions), ...always];
        },
      }),
    }),
  });

builder.prismaObjectField('Referral', 'allowedActions', (t) =>
  t.field({
    type: [ReferralAllowedAction],
    description:
      'For every action whether you can do it with this referral now, and if not, why (B6). All facts come with the referral itself, for a page of referrals too.',
    select: (_args, { moment }) => referralActionFacts(moment()),
    resolve: async (referral, _args, { actor, moment }) => {
      const actions = await referralActions(actor, referral, moment());
      return actions.map((one) => ({ ...one, referralId: referral.id }));
    },
  }),
);
