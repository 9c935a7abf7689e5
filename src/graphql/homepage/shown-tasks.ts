import { createContextCache } from '@pothos/core';
import DataLoader from 'dataloader';
import type { TaskViewer } from '../../domain/homepage/shown-rows.ts';
import { findShownTasks, presentShownTask, type ShownTask } from '../../domain/homepage/shown-tasks.ts';
import type { RequestContext } from '../context.ts';

/** Who looks at their homepage by a request. */
export function taskViewer({ actor, moment, language, platform }: RequestContext): TaskViewer {
  return { actor, moment: moment(), language, timeZone: platform.timeZone };
}

/** Nothing is remembered: a subscription goes on for long, and what may be seen changes. */
const loader = createContextCache(
  (context: RequestContext) =>
    new DataLoader<string, ShownTask>(
      async (ids) => {
        const found = await findAsShown(context, ids);
        const byId = new Map(found.map((task) => [task.id, task]));
        return ids.map((id) => byId.get(id) ?? new Error('the task is no longer its viewer’s own'));
      },
      { cache: false },
    ),
);

/** An event is told to many at once: then they are shown it together. */
async function findAsShown(context: RequestContext, ids: readonly string[]): Promise<ShownTask[]> {
  const viewer = taskViewer(context);
  const { database } = context.platform;
  if (context.event === null) return await findShownTasks(viewer, database, ids);
  const each = [...new Set(ids)].map((taskId) => presentShownTask(database, { viewer, taskId }));
  return (await Promise.all(each)).filter((task) => task !== null);
}

/** A task as the user is shown it: as it came with the list, else, of all tasks that are asked for, in one statement. */
export function shownTask(context: RequestContext, task: { id: string }): ShownTask | Promise<ShownTask> {
  return 'priorityLabel' in task ? (task as ShownTask) : loader(context).load(task.id);
}
