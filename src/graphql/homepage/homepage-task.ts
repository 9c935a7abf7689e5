import { ownTasks } from '../../domain/homepage/access.ts';
import { isOpenRequest } from '../../domain/homepage/open-request.ts';
import { builder } from '../builder.ts';
import { CaseRef } from '../cases/case.ts';
import { PersonRef } from '../people/person.ts';
import { PendingTransferRef } from '../referrals/pending-transfer.ts';
import { ReferralRef } from '../referrals/referral.ts';
import { HomepageTaskTypeEnum, TaskPriorityEnum } from './homepage-task-enums.ts';
import { noteColumn } from './note-column.ts';
import { shownTask } from './shown-tasks.ts';

/** A row of My Notifications (R36). */
export const HomepageTaskRef = builder.prismaNode('HomepageTask', {
  description: 'A row of My Notifications on your User Homepage (R36).',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [ownTasks(actor)] }),
  fields: (t) => ({
    priority: t.expose('priority', { type: TaskPriorityEnum, description: 'P: its priority.' }),
    priorityLabel: t.string({
      description: 'P: as the column shows it, in the language of the request.',
      resolve: async (task, _args, context) => (await shownTask(context, task)).priorityLabel,
    }),
    type: t.expose('type', { type: HomepageTaskTypeEnum, description: 'What it tells of.' }),
    typeLabel: t.string({
      description:
        'Type: "Info" for what you are told, "Action" for what asks you to do something; in the language of the request.',
      resolve: async (task, _args, context) => (await shownTask(context, task)).typeLabel,
    }),
    caseNumber: t.string({
      nullable: true,
      description:
        'Agrmnt/Case ID; null for a digest, which is about many cases, and for the receiver of a referral for information (R24).',
      resolve: async (task, _args, context) => (await shownTask(context, task)).caseNumber,
    }),
    orgOrPlayer: t.string({
      nullable: true,
      description:
        'Org/Player: the client as "Diaz, Rosa L." while your organization may see the person record by this case, else the other organization.',
      resolve: async (task, _args, context) => {
        const { orgOrPlayer, clientId, managedBy } = await shownTask(context, task);
        noteColumn(context, managedBy, { entityType: 'Person', entityId: clientId }, 'listedName');
        return orgOrPlayer;
      },
    }),
    program: t.string({
      nullable: true,
      description:
        'Program: as "ECM (LSI-ENS)"; null unless your organization may see the case or its summary.',
      resolve: async (task, _args, context) => {
        const { program, caseId, managedBy } = await shownTask(context, task);
        const shown = { entityType: 'Case', entityId: program === null ? null : caseId } as const;
        noteColumn(context, managedBy, shown, 'CaseSummary.program');
        return program;
      },
    }),
    createdBy: t.string({
      description: 'Created By: the user name of whoever caused it.',
      resolve: async (task, _args, context) => (await shownTask(context, task)).createdBy,
    }),
    dueDate: t.expose('dueOn', { type: 'Date', description: 'Due Date.' }),
    dueDateLabel: t.string({
      description: 'Due Date: as the column shows it, "Sep 07, 2022", in the language of the request.',
      resolve: async (task, _args, context) => (await shownTask(context, task)).dueDateLabel,
    }),
    message: t.string({
      description:
        '"Case has been transferred from … to …", in the language of the request (R36). It never has anything of a client.',
      resolve: async (task, _args, context) => (await shownTask(context, task)).message,
    }),
    person: t.field({
      type: PersonRef,
      nullable: true,
      description: 'The client; null unless your organization may see the person record by this case.',
      select: (_args, _context, nestedSelection) => ({ case: { select: { person: nestedSelection() } } }),
      resolve: async (task, _args, context) =>
        (await shownTask(context, task)).seesClient ? (task.case?.person ?? null) : null,
    }),
    case: t.field({
      type: CaseRef,
      nullable: true,
      description:
        'The case, to the receiver of an open Case Transfer referral its summary alone (R26); null where your organization may see neither (R32).',
      select: (_args, _context, nestedSelection) => ({ case: nestedSelection() }),
      resolve: async (task, _args, context) =>
        (await shownTask(context, task)).seesSummary ? task.case : null,
    }),
    referral: t.field({
      type: ReferralRef,
      nullable: true,
      description:
        'The referral it is about; null where it is about none, for its receiver, and once your organization no longer manages the case (R32).',
      select: (_args, _context, nestedSelection) => ({ referral: nestedSelection() }),
      resolve: async (task, _args, context) =>
        (await shownTask(context, task)).seesReferrals ? task.referral : null,
    }),
    pendingTransfer: t.field({
      type: PendingTransferRef,
      nullable: true,
      description:
        'The Case Transfer referral it is about, while that waits for its receiver to act; null for anybody who is neither its sender nor its receiver (B8).',
      select: (_args, _context, nestedSelection) => ({ referral: { select: { access: nestedSelection() } } }),
      resolve: async (task, _args, context) => {
        const access = task.referral?.access ?? null;
        if (access === null) return null;
        const shown = await shownTask(context, task);
        return isOpenRequest(context.actor, access, shown, context.moment()) ? access : null;
      },
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
    completedBy: t.relation('completedBy', {
      nullable: true,
      description: 'Who dealt with it; null while it is open, and where it was completed by what happened.',
    }),
  }),
});
