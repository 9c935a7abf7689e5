import { reopenHomepageTasksMutation as reopen } from '../../../demo/operations.ts';
import { globalId } from '../../support/global-id.ts';
import { makeTasks } from '../../support/own-tasks.ts';
import { nobody, type Provocations, type Provoker } from './provoker.ts';

/** How to get each refusal of reopenHomepageTasks. */
export function reopenHomepageTasksProvocations({ api, by }: Provoker): Provocations {
  return {
    'reopenHomepageTasks.NotFound': async () =>
      by('north.manager', reopen, { taskIds: [globalId('HomepageTask', nobody)] }),
    'reopenHomepageTasks.InvalidInput': async () => by('north.manager', reopen, { taskIds: [] }),
    'reopenHomepageTasks.TasksNotReopenable': async () => {
      const taskIds = await makeTasks(api.database, 'north.manager', 1);
      await api.database.homepageTask.updateMany({
        where: { id: { in: taskIds } },
        data: { completedAt: new Date() },
      });
      return by('north.manager', reopen, { taskIds: taskIds.map((id) => globalId('HomepageTask', id)) });
    },
  };
}
