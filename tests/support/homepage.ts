import type { Actor } from '../../src/domain/actor.ts';
import { listTasks, type TaskPage } from '../../src/domain/homepage/list-tasks.ts';
import type { TaskViewer } from '../../src/domain/homepage/shown-rows.ts';
import { findShownTasks, type ShownTask } from '../../src/domain/homepage/shown-tasks.ts';
import type { TaskFilter } from '../../src/domain/homepage/task-filter.ts';
import { byDueDate, type TaskOrder } from '../../src/domain/homepage/task-order.ts';
import type { Language } from '../../src/domain/language.ts';
import { programDay } from '../../src/domain/program-day.ts';
import type { House } from './house.ts';

/** What to look at; all of one's open tasks by due date, in English, unless said otherwise. */
export type Look = {
  filter?: Partial<TaskFilter>;
  order?: TaskOrder;
  page?: TaskPage;
  language?: Language;
};

/** Somebody who looks at their homepage by the house's clock. */
function viewerOf({ platform }: House, actor: Actor, language: Language = 'EN'): TaskViewer {
  const now = platform.now();
  const { timeZone } = platform;
  return { actor, moment: { now, day: programDay(now, timeZone) }, language, timeZone };
}

/** The ids of somebody's tasks, as My Notifications lists them. */
export async function listed(
  house: House,
  actor: Actor,
  { filter = {}, order = byDueDate, page = { cursor: null, take: 1000 }, language = 'EN' }: Look = {},
): Promise<string[]> {
  const { tasks } = await listTasks(viewerOf(house, actor, language), house.database, {
    filter: { state: 'OPEN', due: 'ALL', ...filter },
    order,
    page,
  });
  return tasks.map(({ id }) => id);
}

/** Somebody's tasks as they are shown, in order. */
export async function shown(house: House, actor: Actor, look: Look = {}): Promise<ShownTask[]> {
  const ids = await listed(house, actor, look);
  const found = await findShownTasks(viewerOf(house, actor, look.language), house.database, ids);
  return ids.flatMap((id) => found.filter((task) => task.id === id));
}

/** Which of somebody's open tasks a search finds, by their number. */
export async function countFound(
  house: House,
  actor: Actor,
  filter: Partial<TaskFilter>,
  language: Language = 'EN',
): Promise<number> {
  return (await listed(house, actor, { filter, language })).length;
}
