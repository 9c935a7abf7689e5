import { filter, pipe } from 'graphql-yoga';
import { seesWhole, wholeCases } from '../domain/cases/access.ts';
import { NotFound } from '../domain/errors.ts';
import { ownTasks } from '../domain/homepage/access.ts';
import { completeHomepageTasks } from '../domain/homepage/complete-homepage-tasks.ts';
import { dueWindows, dueWithin, taskSearch } from '../domain/homepage/task-filter.ts';
import { taskMessage, taskTypeLabel } from '../domain/homepage/task-texts.ts';
import { listedName } from '../domain/people/person-name.ts';
import { HomepageTaskType, TaskPriority } from '../generated/prisma/enums.ts';
import { builder } from './builder.ts';
import { CaseRef } from './cases.ts';
import type { RequestContext } from './context.ts';
import { nodeId, readId } from './ids.ts';

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
    [HomepageTaskType.DELIVERY_FAILED]: {
      description: 'The email of a referral could not be delivered (D2).',
    },
    [HomepageTaskType.TRANSFER_STALE]: {
      description: 'A Case Transfer referral has been waiting for long (B8).',
    },
  },
});

const HomepageTaskRef = builder.prismaNode('HomepageTask', {
  description: 'A row of My Notifications on your User Homepage (R36).',
  id: { field: 'id' },
  findUnique: (id, { actor }) => ({ id: nodeId(id), AND: [ownTasks(actor)] }),
  fields: (t) => ({
    priority: t.expose('priority', { type: TaskPriorityEnum, description: 'P: its priority.' }),
    type: t.expose('type', { type: HomepageTaskTypeEnum, description: 'What it tells of.' }),
    typeLabel: t.string({
      description: 'Type: as the column shows it, in the language of the request.',
      resolve: (_task, _args, { language }) => taskTypeLabel[language],
    }),
    caseNumber: t.string({
      description: 'Agrmnt/Case ID.',
      select: { case: { select: { number: true } } },
      resolve: (task) => task.case.number,
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
        seesWhole(actor, task.case) ? listedName(task.case.person) : (task.aboutOrganization?.name ?? null),
    }),
    program: t.string({
      nullable: true,
      description: 'Program: as "ECM (LSI-ENS)"; null once your organization no longer manages the case.',
      select: { case: { select: { organizationId: true, program: { select: { code: true, ecm: true } } } } },
      resolve: (task, _args, { actor }) => {
        const { code, ecm } = task.case.program;
        if (!seesWhole(actor, task.case)) return null;
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
        transfer: {
          select: {
            fromOrganization: { select: { name: true } },
            toOrganization: { select: { name: true } },
          },
        },
      },
      resolve: ({ type, transfer }, _args, { language }) => {
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
      resolve: (task, _args, { actor }) => (seesWhole(actor, task.case) ? task.case : null),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it came.' }),
    completedAt: t.expose('completedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was dealt with; null while it is open (R38).',
    }),
  }),
});

const DueWindowEnum = builder.enumType('DueWindow', {
  description: 'The Due filter of My Notifications (R37).',
  values: Object.fromEntries(
    dueWindows.map((window) => [window, { description: dueWindowDescription(window) }]),
  ) as Record<(typeof dueWindows)[number], { description: string }>,
});

function dueWindowDescription(window: (typeof dueWindows)[number]): string {
  switch (window) {
    case 'ALL_OVERDUE':
      return 'All Overdue.';
    case 'ALL_OVERDUE_AND_ONE_WEEK':
      return 'All Overdue + 1 week.';
    case 'ALL_OVERDUE_AND_ONE_MONTH':
      return 'All Overdue + 1 month.';
    case 'ALL':
      return 'Whenever due.';
  }
}

type TaskFilter = {
  due: (typeof dueWindows)[number];
  program?: string | null | undefined;
  search?: string | null | undefined;
};

async function found({ platform, actor, moment }: RequestContext, { due, program, search }: TaskFilter) {
  const seen = wholeCases(actor);
  return {
    completedAt: null,
    AND: [
      ownTasks(actor),
      dueWithin(due, moment().day),
      typeof program === 'string' ? { case: { AND: [seen, { program: { code: program } }] } } : {},
      await taskSearch(platform.database, search ?? '', seen),
    ],
  };
}

builder.queryField('homepageTasks', (t) =>
  t.prismaConnection({
    type: 'HomepageTask',
    cursor: 'id',
    description: 'My Notifications: your open tasks, by due date (R36, R37).',
    args: {
      due: t.arg({
        type: DueWindowEnum,
        defaultValue: 'ALL_OVERDUE_AND_ONE_MONTH',
        description: 'Which due dates to show.',
      }),
      program: t.arg.string({
        required: false,
        description: 'Only tasks of cases of this program, by its code.',
      }),
      search: t.arg.string({
        required: false,
        description:
          'Words to find in Case ID, Org/Player, Program and Created By, accents and case ignored.',
      }),
    },
    totalCount: async (_root, args, context) =>
      await context.platform.database.homepageTask.count({ where: await found(context, args) }),
    resolve: async (query, _root, args, context) =>
      await context.platform.database.homepageTask.findMany({
        ...query,
        where: await found(context, args),
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      }),
  }),
);

const CompleteHomepageTasksSuccess = builder
  .objectRef<{ taskIds: string[] }>('CompleteHomepageTasksSuccess')
  .implement({
    description: 'The tasks have been dealt with.',
    fields: (t) => ({
      homepageTasks: t.prismaField({
        type: [HomepageTaskRef],
        description: 'The tasks as they are now.',
        resolve: (query, { taskIds }, _args, { platform, actor }) =>
          platform.database.homepageTask.findMany({
            ...query,
            where: { id: { in: taskIds }, ...ownTasks(actor) },
            orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
          }),
      }),
    }),
  });

const CompleteHomepageTasksInput = builder.inputType('CompleteHomepageTasksInput', {
  description: 'Which tasks have been dealt with.',
  fields: (t) => ({
    taskIds: t.idList({ description: 'The ids of one or many of your own tasks; at most 100.' }),
  }),
});

builder.mutationField('completeHomepageTasks', (t) =>
  t.field({
    type: CompleteHomepageTasksSuccess,
    description: 'Marks one or many of your tasks as dealt with; all of them or none (R38).',
    args: { input: t.arg({ type: CompleteHomepageTasksInput, description: 'Which tasks.' }) },
    errors: { types: [NotFound] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const taskIds = input.taskIds.map((id) => readId('HomepageTask', id));
      await completeHomepageTasks(actor, platform, taskIds);
      return { taskIds };
    },
  }),
);

const HomepageTaskChange = builder.objectRef<{ taskId: string }>('HomepageTaskChange').implement({
  description: 'A task that came to your User Homepage, or changed.',
  fields: (t) => ({
    homepageTask: t.prismaField({
      type: HomepageTaskRef,
      description: 'The task as it is now.',
      resolve: (query, { taskId }, _args, { platform, actor }) =>
        platform.database.homepageTask.findFirstOrThrow({
          ...query,
          where: { id: taskId, ...ownTasks(actor) },
        }),
    }),
  }),
});

builder.subscriptionField('homepageTaskChanged', (t) =>
  t.field({
    type: HomepageTaskChange,
    description: 'Each task that comes to your User Homepage, at once (R33, R34, B5).',
    subscribe: (_root, _args, { live, actor }) =>
      pipe(
        live.subscribe('homepageTask'),
        filter(({ assigneeId }) => assigneeId === actor.staffId),
      ),
    resolve: ({ taskId }) => ({ taskId }),
  }),
);
