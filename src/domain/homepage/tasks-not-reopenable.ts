import { Refusal } from '../errors.ts';
import type { Bilingual } from '../language.ts';

/** For so many hours somebody can take back that a task is done (R38). */
export const hoursToReopen = 24;

/** Why a task stays done. */
export type NotReopenableReason = 'TOO_LATE' | 'COMPLETED_BY_EVENT' | 'OVERTAKEN';

/** What to tell of each reason. */
export const notReopenableTexts: Record<NotReopenableReason, Bilingual> = {
  TOO_LATE: {
    EN: `It was completed more than ${hoursToReopen} hours ago. You find it among the tasks that are done.`,
    FR: `Elle a été terminée il y a plus de ${hoursToReopen} heures. Vous la trouvez parmi les tâches terminées.`,
  },
  COMPLETED_BY_EVENT: {
    EN: 'It was completed by what happened, not by you: nothing is left to do.',
    FR: 'Elle a été terminée par les événements, non par vous : il ne reste rien à faire.',
  },
  OVERTAKEN: {
    EN: 'What it asked for has been settled since, or another task asks for it: nothing is left to do here.',
    FR: 'Ce qu’elle demandait est réglé depuis, ou une autre tâche le demande : il ne reste rien à faire ici.',
  },
};

/** A task that stays done, and why. */
export type NotReopenable = { taskId: string; reason: NotReopenableReason };

/** One or more of the tasks cannot be reopened, so none is (R38). */
export class TasksNotReopenable extends Refusal {
  override readonly name = 'TasksNotReopenable';
  readonly code = 'TASKS_NOT_REOPENABLE';
  readonly tasks: NotReopenable[];

  constructor(tasks: NotReopenable[]) {
    super({
      EN: 'Not all of these tasks can be reopened. Leave out those that are named, then try again.',
      FR: 'Ces tâches ne peuvent pas toutes être rouvertes. Retirez celles qui sont nommées, puis réessayez.',
    });
    this.tasks = tasks;
  }
}
