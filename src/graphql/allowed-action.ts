import type { AskedFor } from '../domain/allowed-action.ts';
import { InvalidInput, type Refusal } from '../domain/errors.ts';
import { builder } from './builder.ts';
import { FieldProblemRef } from './errors.ts';

/** What an action asks for before it is done. */
export const AskedForEnum = builder.enumType('AskedFor', {
  description: 'What an action asks for before it is done. None of it refuses the action.',
  values: {
    CONFIRMATION: {
      description:
        'A confirmation: call first without `confirm`, and show the message of ConfirmationRequired.',
    },
    REASON: { description: 'A reason, for those who will be told.' },
    ACKNOWLEDGE_DUPLICATE: {
      description: 'That it may repeat an earlier referral: PossibleDuplicate names them (D10).',
    },
    ACKNOWLEDGE_PRIVACY_FINDINGS: {
      description:
        'That the email may tell something of the client: PrivacyFindingsNotAcknowledged names the places (B3).',
    },
  } satisfies Record<AskedFor, { description: string }>,
});

/** Whether you can do something now, and if not, why (B6). */
export const AllowedActionInterface = builder
  .interfaceRef<{ refusal: Refusal | null }>('AllowedAction')
  .implement({
    description:
      'Whether you can do something now, and if not, why: what the mutation would answer this moment, found by the same checks (B6). Nothing is changed, and nothing is promised: the next moment may be another.',
    fields: (t) => ({
      allowed: t.boolean({
        description: 'Whether you can do it now, with a valid input.',
        resolve: ({ refusal }) => refusal === null,
      }),
      code: t.string({
        nullable: true,
        description: 'The code of the refusal that the mutation would answer; null where it is allowed.',
        resolve: ({ refusal }) => refusal?.code ?? null,
      }),
      reason: t.string({
        nullable: true,
        description:
          'Why not, and what to do, for people, in the language of the request; null where it is allowed.',
        resolve: ({ refusal }, _args, { language }) => refusal?.text[language] ?? null,
      }),
      fields: t.field({
        type: [FieldProblemRef],
        description:
          'Each field to fill in or to correct first, all of them; none where it is no field that is wrong.',
        resolve: ({ refusal }) => (refusal instanceof InvalidInput ? refusal.problems : []),
      }),
    }),
  });
