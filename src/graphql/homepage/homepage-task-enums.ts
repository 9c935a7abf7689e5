import type { DueWindow } from '../../domain/homepage/due-window.ts';
import type { TaskState } from '../../domain/homepage/task-filter.ts';
import type { TaskColumn } from '../../domain/homepage/task-order.ts';
import { HomepageTaskType, TaskPriority } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';

/** P: the priority of a task. */
export const TaskPriorityEnum = builder.enumType('TaskPriority', {
  description: 'P: the priority of a task.',
  values: {
    [TaskPriority.LOW]: { description: 'Low.' },
    [TaskPriority.NORMAL]: { description: 'Normal.' },
    [TaskPriority.HIGH]: { description: 'High.' },
  },
});

/** What a task tells of. */
export const HomepageTaskTypeEnum = builder.enumType('HomepageTaskType', {
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
    [HomepageTaskType.CASE_ASSIGNED]: {
      description: 'Somebody of your organization has made you case manager.',
    },
    [HomepageTaskType.CASE_REASSIGNED]: {
      description: 'A case of yours has been given to another case manager of your organization.',
    },
    [HomepageTaskType.CLIENT_MAYBE_TWICE]: {
      description:
        'For Employment Nova Scotia’s administrators: two organizations may have a record of the same client.',
    },
  },
});

/** The Due filter of My Notifications (R37). */
export const DueWindowEnum = builder.enumType('DueWindow', {
  description: 'The Due filter of My Notifications (R37). What is due today is not overdue yet.',
  values: {
    ALL_OVERDUE: { description: 'All Overdue.' },
    DUE_TODAY: { description: 'Due today.' },
    ALL_OVERDUE_AND_TODAY: { description: 'All Overdue + today.' },
    ALL_OVERDUE_AND_ONE_WEEK: { description: 'All Overdue + 1 week.' },
    ALL_OVERDUE_AND_ONE_MONTH: { description: 'All Overdue + 1 month.' },
    ALL_OVERDUE_AND_THREE_MONTHS: { description: 'All Overdue + 3 months.' },
    ALL: { description: 'Whenever due.' },
  } as const satisfies Record<DueWindow, { description: string }>,
});

/** Whether tasks have been dealt with. */
export const HomepageTaskStateEnum = builder.enumType('HomepageTaskState', {
  description: 'Which tasks, by whether they have been dealt with (R38).',
  values: {
    OPEN: { description: 'Those still to be dealt with.' },
    DONE: { description: 'Those dealt with, by you or by what happened.' },
    ALL: { description: 'Both.' },
  } as const satisfies Record<TaskState, { description: string }>,
});

/** The columns tasks can be sorted by. */
export const HomepageTaskColumnEnum = builder.enumType('HomepageTaskColumn', {
  description: 'The columns of My Notifications. Each is sorted by what it shows you (R36).',
  values: {
    PRIORITY: { description: 'P; the lowest first when ascending.' },
    TYPE: { description: 'Type.' },
    CASE_NUMBER: { description: 'Agrmnt/Case ID.' },
    ORG_OR_PLAYER: { description: 'Org/Player.' },
    PROGRAM: { description: 'Program.' },
    CREATED_BY: { description: 'Created By.' },
    DUE_DATE: { description: 'Due Date.' },
    MESSAGE: { description: 'The message.' },
    CREATED_AT: { description: 'When it came.' },
    COMPLETED_AT: { description: 'When it was dealt with.' },
  } as const satisfies Record<TaskColumn, { description: string }>,
});
