import { knownNextAttempt } from '../../domain/correspondence/delivery-times.ts';
import { failureText } from '../../domain/correspondence/failure-reasons.ts';
import { referralsWithVisibleLetter } from '../../domain/referrals/access.ts';
import { AttemptOutcome, CorrespondenceStatus } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';

const CorrespondenceStatusEnum = builder.enumType('CorrespondenceStatus', {
  description: 'How far a sending has come.',
  values: {
    [CorrespondenceStatus.QUEUED]: { description: 'Waiting to go out, or to be tried again.' },
    [CorrespondenceStatus.SENT]: { description: 'Accepted by the mail server.' },
    [CorrespondenceStatus.FAILED]: { description: 'Refused for good, or tried for too long (D2).' },
  },
});

const AttemptOutcomeEnum = builder.enumType('AttemptOutcome', {
  description: 'How an attempt to send ended.',
  values: {
    [AttemptOutcome.ACCEPTED]: { description: 'The mail server accepted the message.' },
    [AttemptOutcome.DEFERRED]: { description: 'It could not be handed over now and is tried again.' },
    [AttemptOutcome.REFUSED]: { description: 'The mail server refused it for good.' },
  },
});

builder.prismaObject('CorrespondenceAttempt', {
  description: 'One attempt to hand a message to the mail server.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counted from 1.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null while it runs, or if it broke off.',
    }),
    outcome: t.expose('outcome', {
      type: AttemptOutcomeEnum,
      nullable: true,
      description: 'How it ended; null while it runs, or if it broke off.',
    }),
    replyCode: t.exposeInt('replyCode', {
      nullable: true,
      description: 'The SMTP reply code; null where the server gave none.',
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it did not succeed, in the language of the request; null where it did.',
      resolve: ({ reason }, _args, { language }) => reason && failureText(reason, language),
    }),
  }),
});

builder.prismaNode('Correspondence', {
  description: 'One sending of a referral’s letter.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [{ referral: referralsWithVisibleLetter(actor) }] }),
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counted from 1 in each referral.' }),
    status: t.expose('status', { type: CorrespondenceStatusEnum, description: 'How far it has come.' }),
    emailTo: t.exposeString('emailTo', { description: 'The address it goes to.' }),
    messageId: t.exposeString('messageId', {
      description: 'The Message-ID header of the email, the same at each attempt.',
    }),
    requestedBy: t.relation('requestedBy', {
      description: 'Who asked for it, by submitting or sending again.',
    }),
    queuedAt: t.expose('queuedAt', { type: 'DateTime', description: 'When it was put in the queue.' }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the mail server accepted it; null until then.',
    }),
    failedAt: t.expose('failedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it failed for good; null if it did not.',
    }),
    failureReason: t.string({
      nullable: true,
      description: 'Why it failed, in the language of the request; null if it did not.',
      resolve: ({ failureReason }, _args, { language }) =>
        failureReason && failureText(failureReason, language),
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When it is tried again; null where it is not, and while it waits for its turn or for the mail server to be back.',
      select: { status: true, attempts: { orderBy: { number: 'desc' }, take: 1 } },
      resolve: ({ status, attempts }) => knownNextAttempt(status, attempts[0]),
    }),
    attempts: t.relation('attempts', {
      description: 'Each attempt, in order.',
      query: { orderBy: { number: 'asc' } },
    }),
  }),
});
