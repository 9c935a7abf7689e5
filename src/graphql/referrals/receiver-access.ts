import type { ReceiverAccess, ReceiverAccessState } from '../../domain/referrals/receiver-access.ts';
import { AccessEnd, AccessScope } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';

const ReceiverAccessStateEnum = builder.enumType('ReceiverAccessState', {
  description: 'How the access stands that a referral gives its receiver (D8).',
  values: {
    NOT_YET: { description: 'The referral is a draft; the access begins with submit.' },
    IN_FORCE: { description: 'The receiver’s people have it.' },
    PAUSED: {
      description:
        'Nobody has it while the receiver is closed or can receive no referrals, for want of an agreement (D12).',
    },
    ENDED: { description: 'It is over; endCause says why.' },
    NONE: { description: 'This type of referral gives none (R25).' },
  } satisfies Record<ReceiverAccessState, { description: string }>,
});

const AccessScopeEnum = builder.enumType('AccessScope', {
  description: 'What the access that a referral gives lets the receiver see.',
  values: {
    [AccessScope.PERSON_RECORD]: { description: 'The client’s person record (R24).' },
    [AccessScope.PERSON_RECORD_AND_CASE_SUMMARY]: {
      description: 'The client’s person record and a summary of the case (R26).',
    },
  },
});

/** What ended the access that a referral gave. */
export const AccessEndEnum = builder.enumType('AccessEnd', {
  description: 'Why access that a referral gave came to its end.',
  values: {
    [AccessEnd.TRANSFERRED]: { description: 'The case was transferred to the receiver (R28, D5).' },
    [AccessEnd.SUPERSEDED]: {
      description: 'The case was transferred to another organization, or by another referral (D6).',
    },
    [AccessEnd.WITHDRAWN]: { description: 'The sender withdrew the referral (D3).' },
    [AccessEnd.DECLINED]: { description: 'The receiver declined the referral (D4).' },
    [AccessEnd.EXPIRED]: { description: 'It ran out (D8).' },
  },
});

/** How the access of one referral stands. */
export const ReceiverAccessRef = builder.objectRef<ReceiverAccess>('ReceiverAccess').implement({
  description: 'The access that one referral gives its receiver, at the moment (D8).',
  fields: (t) => ({
    state: t.expose('state', { type: ReceiverAccessStateEnum, description: 'How it stands.' }),
    scope: t.expose('scope', {
      type: AccessScopeEnum,
      nullable: true,
      description: 'What it lets see at the moment, for a draft from submit on; null where nothing.',
    }),
    beganAt: t.expose('beganAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it began; null before submit.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When it ends by itself; for a draft, as if it were submitted this moment. Null where this type of referral gives none.',
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null until then.',
    }),
    endCause: t.expose('endCause', {
      type: AccessEndEnum,
      nullable: true,
      description: 'Why it ended; null until then.',
    }),
    endReason: t.exposeString('endReason', {
      nullable: true,
      description: 'The reason that was written down; null where none was.',
    }),
  }),
});
