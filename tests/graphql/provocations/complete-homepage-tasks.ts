import { completeHomepageTasksMutation as complete } from '../../../demo/operations.ts';
import { globalId } from '../../support/global-id.ts';
import { nobody, type Provocations, type Provoker } from './provoker.ts';

/** How to get each refusal of completeHomepageTasks. */
export function completeHomepageTasksProvocations({ by }: Provoker): Provocations {
  return {
    'completeHomepageTasks.NotFound': async () =>
      by('north.manager', complete, { taskIds: [globalId('HomepageTask', nobody)] }),
    'completeHomepageTasks.InvalidInput': async () => by('north.manager', complete, { taskIds: [] }),
  };
}
