import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { eventualRefusalOf } from '../allowance.ts';
import type { AllowedAction, AskedFor } from '../allowed-action.ts';
import type { Moment } from '../people/access.ts';
import { requireRoomForDocument, roomForDocumentFacts } from './add-referral-document.ts';
import { type ReferralWork, requireReferralWork } from './find-referral-to-change.ts';
import { requireLetter } from './referral-letter.ts';
import { requireResendable } from './resend-correspondence.ts';
import { requireDraft } from './status.ts';
import { requireSubmittable, submitFacts } from './submittable.ts';
import { requireWithdrawable } from './withdraw-referral.ts';

/** What can be done with a referral. */
export type ReferralAction =
  | 'PREVIEW'
  | 'UPDATE'
  | 'SUBMIT'
  | 'CANCEL'
  | 'WITHDRAW'
  | 'RESEND'
  | 'ADD_NOTE'
  | 'ADD_DOCUMENT'
  | 'REMOVE_DOCUMENT';

/** What {@link referralActions} needs to know of a referral at a moment. */
export function referralActionFacts({ day }: Moment) {
  const { case: referred, ...submit } = submitFacts(day);
  return {
    ...submit,
    ...roomForDocumentFacts,
    access: true,
    // By way of the letter, which each submitted referral has: GraphQL clients select pages of the correspondence itself, and
    // one statement cannot have both.
    letter: {
      select: {
        referral: {
          select: { correspondence: { orderBy: { number: 'desc' }, take: 1, select: { status: true } } },
        },
      },
    },
    case: { select: { ...referred.select, organizationId: true } },
  } satisfies Prisma.ReferralSelect;
}

/** What {@link referralActionFacts} selects. */
export type ReferralActionFacts = Prisma.ReferralGetPayload<{
  select: ReturnType<typeof referralActionFacts>;
}>;

/** The check that the use case of each action calls, after {@link requireReferralWork}. */
const checks: Record<
  Exclude<ReferralAction, 'PREVIEW'>,
  (referral: ReferralActionFacts, actor: Actor, moment: Moment) => unknown
> = {
  UPDATE: ({ status }) => requireDraft(status),
  SUBMIT: (referral, actor, { day }) => requireSubmittable(actor, referral, day),
  CANCEL: ({ status }) => requireDraft(status),
  WITHDRAW: (referral, _actor, { now }) => requireWithdrawable(referral, referral.access, now),
  RESEND: ({ letter, access }, _actor, { now }) =>
    requireResendable(letter?.referral.correspondence[0] ?? null, access, now),
  ADD_NOTE: () => undefined,
  ADD_DOCUMENT: (referral) => requireRoomForDocument(referral),
  REMOVE_DOCUMENT: ({ status }) => requireDraft(status),
};

/** What each of them is in the access table. */
const workOf: Record<keyof typeof checks, ReferralWork> = {
  UPDATE: ['referrals', 'update'],
  SUBMIT: ['referrals', 'submit'],
  CANCEL: ['referrals', 'cancel'],
  WITHDRAW: ['referrals', 'withdraw'],
  RESEND: ['letters', 'sendAgain'],
  ADD_NOTE: ['notes', 'add'],
  ADD_DOCUMENT: ['documents', 'add'],
  REMOVE_DOCUMENT: ['documents', 'remove'],
};

const work = Object.keys(checks) as (keyof typeof checks)[];

/**
 * What the actor can do with a referral that they see, and if not, why: as the use cases would answer now (B6). One submitted
 * already cannot be submitted, though a repeated request is answered as a success (D9).
 * @param referral the facts of the same moment.
 */
export async function referralActions(
  actor: Actor,
  referral: ReferralActionFacts,
  moment: Moment,
): Promise<AllowedAction<ReferralAction>[]> {
  const preview = await eventualRefusalOf(async () => requireLetter(referral));
  const refusals = await Promise.all(
    work.map((action) =>
      eventualRefusalOf(async () => {
        requireReferralWork(actor, referral, workOf[action]);
        await checks[action](referral, actor, moment);
      }),
    ),
  );
  return [
    { action: 'PREVIEW', refusal: preview },
    ...work.map((action, index) => ({ action, refusal: refusals[index] ?? null })),
  ];
}

/** What each action asks for in any case. Submitting may ask for more, see findSubmitQuestions. */
export const referralActionsAskFor: Record<ReferralAction, readonly AskedFor[]> = {
  PREVIEW: [],
  UPDATE: [],
  SUBMIT: ['CONFIRMATION'],
  CANCEL: ['CONFIRMATION'],
  WITHDRAW: ['REASON', 'CONFIRMATION'],
  RESEND: ['CONFIRMATION'],
  ADD_NOTE: [],
  ADD_DOCUMENT: [],
  REMOVE_DOCUMENT: ['CONFIRMATION'],
};
