import { builder } from '../builder.ts';
import {
  DueWindowEnum,
  HomepageTaskStateEnum,
  HomepageTaskTypeEnum,
  TaskPriorityEnum,
} from './homepage-task-enums.ts';

/** The filters of My Notifications (R37), for the list and for its counts. */
export const taskFilterArgs = builder.args((t) => ({
  due: t.field({
    type: DueWindowEnum,
    defaultValue: 'ALL_OVERDUE_AND_ONE_MONTH',
    description: 'Which due dates to show.',
  }),
  state: t.field({
    type: HomepageTaskStateEnum,
    defaultValue: 'OPEN',
    description: 'Whether to show what is open, what has been dealt with, or both.',
  }),
  program: t.string({
    required: false,
    description: 'Only tasks that show this program, by its code.',
  }),
  types: t.field({
    type: [HomepageTaskTypeEnum],
    required: false,
    description: 'Only tasks of these types.',
  }),
  priorities: t.field({
    type: [TaskPriorityEnum],
    required: false,
    description: 'Only tasks of these priorities.',
  }),
  completedFrom: t.field({
    type: 'Date',
    required: false,
    description: 'Only tasks dealt with on this day or later, in the program’s time zone.',
  }),
  completedTo: t.field({
    type: 'Date',
    required: false,
    description: 'Only tasks dealt with on this day or earlier, in the program’s time zone.',
  }),
  search: t.string({
    required: false,
    description:
      'Words to find in any column as it is shown to you, the message and dates included; in any order, the beginning of each is enough, accents, case, apostrophes and hyphens ignored.',
  }),
}));
