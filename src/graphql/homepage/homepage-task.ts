import { seesWhole } from '../../domain/cases/access.ts';
import { ownTasks } from '../../domain/homepage/access.ts';
import { caseloadFacts, caseloadMessage } from '../../domain/homepage/caseload-message.ts';
import { taskMessage, taskTypeLabel } from '../../domain/homepage/task-texts.ts';
import { listedName } from '../../domain/people/person-name.ts';
import { HomepageTaskType, TaskPriority } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';
import { CaseRef } from '../cases/case.ts';
import { ReferralRef } from '../referrals/referral.ts';

const TaskPriorityEnum = builder.enumType('TaskPriority', {
  description: 'The P column of My Notifications.',
  values: {
    [TaskPriority.LOW]: { description: 'Low.' },
    [TaskPriority.NORMAL]: { description: 'Normal.' },
    [TaskPriority.HIGH]: { description: 'High.' },
  },
});

const HomepageTaskTypeEnum = builder.enumType('HomepageTaskType', {
  description: 'What a task tells of.',
  values: {
    [HomepageTaskType.CASE_RECEIVED]: { description: 'A case has been transferred to you (R33).' },
    [HomepageTaskType.CASE_TRANSFERRED]: { description: 'A case of yours has been transferred away (R34).' },
    [HomepageTaskType.REFERRAL_RECEIVED]: { description: 'A referral has been sent to your organization.' },
    [HomepageTaskType.REFERRAL_WITHDRAWN]: {
      description: 'A Case Transfer referral has been withdrawn (D3).',
    },
    [HomepageTaskType.REFERRAL_DECLINED]: { description: 'A Case Transfer referral has been declined (D4).' },
    [HomepageTaskType.REFERRAL_SUPERSEDED]: { description: 'The case went to another organization (D6).' },
    [HomepageTaskType.REFERRAL_EXPIRED]: {
      description: 'A Case Transfer referral has ended because nobody acted on it (D8).',
    },
    [HomepageTaskType.DELIVERY_FAILED]: {
      description: 'The email of a referral could not be delivered (D2).',
    },
    [HomepageTaskType.TRANSFER_STALE]: {
      description: 'A Case Transfer referral has been waiting for long (B8).',
    },
    [HomepageTaskType.CASELOAD_RECEIVED]: { description: 'A whole caseload has come to you (B9).' },
    [HomepageTaskType.CASELOAD_TRANSFERRED]: { description: 'Your caseload has gone to someone else (B9).' },
  },
});

/** A row of My Notifications (R36). */
export const HomepageTaskRef = builder.prismaNode('HomepageTask', {
  description: 'A row of My Notifications on your User Homepage (R36).',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [ownTasks(actor)] }),
  fields: (t) => ({
    priority: t.expose('priority', { type: TaskPriorityEnum, description: 'P: its priority.' }),
    type: t.expose('type', { type: HomepageTaskTypeEnum, description: 'What it tells of.' }),
    typeLabel: t.string({
      description: 'Type: as the column shows it, in the language of the request.',
      resolve: (_task, _args, { language }) => taskTypeLabel[language],
    }),
    caseNumber: t.string({
      nullable: true,
      description: 'Agrmnt/Case ID; null for a digest, which is about many cases.',
      select: { case: { select: { number: true } } },
      resolve: (task) => task.case?.number ?? null,
    }),
    orgOrPlayer: t.string({
      nullable: true,
      description:
        'Org/Player: the client as "Diaz, Rosa L." while your organization manages the case, else the other organization.',
      select: {
        aboutOrganization: { select: { name: true } },
        case: {
          select: {
            organizationId: true,
            person: { select: { givenName: true, middleNames: true, familyName: true } },
          },
        },
      },
      resolve: (task, _args, { actor }) =>
        task.case !== null && seesWhole(actor, task.case)
          ? listedName(task.case.person)
          : (task.aboutOrganization?.name ?? null),
    }),
    program: t.string({
      nullable: true,
      description: 'Program: as "ECM (LSI-ENS)"; null once your organization no longer manages the case.',
      select: { case: { select: { organizationId: true, program: { select: { code: true, ecm: true } } } } },
      resolve: (task, _args, { actor }) => {
        if (task.case === null || !seesWhole(actor, task.case)) return null;
        const { code, ecm } = task.case.program;
        return ecm ? `ECM (${code})` : code;
      },
    }),
    createdBy: t.string({
      description: 'Created By: the user name of whoever caused it.',
      select: { createdBy: { select: { username: true } } },
      resolve: (task) => task.createdBy.username,
    }),
    dueDate: t.expose('dueOn', { type: 'Date', description: 'Due Date.' }),
    message: t.string({
      description: '"Case has been transferred from … to …", in the language of the request (R36).',
      select: {
        caseloadTransfer: { select: caseloadFacts },
        transfer: {
          select: {
            fromOrganization: { select: { name: true } },
            toOrganization: { select: { name: true } },
          },
        },
      },
      resolve: ({ type, transfer, caseloadTransfer }, _args, { language }) => {
        if (caseloadTransfer !== null) return caseloadMessage(type, caseloadTransfer)[language];
        const between =
          transfer === null
            ? null
            : { from: transfer.fromOrganization.name, to: transfer.toOrganization.name };
        return taskMessage(type, between)[language];
      },
    }),
    case: t.field({
      type: CaseRef,
      nullable: true,
      description: 'The case; null once your organization no longer manages it (R32).',
      select: (_args, _context, nestedSelection) => ({ case: nestedSelection() }),
      resolve: (task, _args, { actor }) =>
        task.case !== null && seesWhole(actor, task.case) ? task.case : null,
    }),
    referral: t.field({
      type: ReferralRef,
      nullable: true,
      description:
        'The referral it is about; null where it is about none, and once your organization no longer manages the case (R32).',
      select: (_args, _context, nestedSelection) => ({
        referral: nestedSelection(),
        case: { select: { organizationId: true } },
      }),
      resolve: (task, _args, { actor }) =>
        task.case !== null && seesWhole(actor, task.case) ? task.referral : null,
    }),
    caseloadTransfer: t.relation('caseloadTransfer', {
      nullable: true,
      description: 'The caseload transfer of which it is the digest; null for any other task (B9).',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it came.' }),
    completedAt: t.expose('completedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was dealt with; null while it is open (R38).',
    }),
  }),
});
