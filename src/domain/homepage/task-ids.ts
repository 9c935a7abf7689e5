import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { ownTasks } from './access.ts';

/** So many tasks can be dealt with at once; a page has no more. */
const mostAtOnce = 100;

/**
 * The ids without repetition.
 * @throws InvalidInput for none or too many.
 */
export function distinctTaskIds(taskIds: readonly string[]): string[] {
  const ids = [...new Set(taskIds)];
  if (ids.length > 0 && ids.length <= mostAtOnce) return ids;
  const EN = `Choose from 1 to ${mostAtOnce} tasks.`;
  const FR = `Choisissez de 1 à ${mostAtOnce} tâches.`;
  throw new InvalidInput([{ field: 'taskIds', text: { EN, FR } }]);
}

/** @throws NotFound where one of these is not a task of the actor's own. */
export async function requireOwnTasks(
  transaction: Transaction,
  actor: Actor,
  ids: readonly string[],
): Promise<void> {
  const own = { AND: [{ id: { in: [...ids] } }, ownTasks(actor)] };
  if ((await transaction.homepageTask.count({ where: own })) !== ids.length) throw new NotFound();
}
