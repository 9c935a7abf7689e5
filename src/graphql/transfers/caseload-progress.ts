import { createContextCache } from '@pothos/core';
import DataLoader from 'dataloader';
import {
  type CaseloadProgress,
  findCaseloadProgress,
} from '../../domain/transfers/caseload/caseload-progress.ts';
import type { RequestContext } from '../context.ts';

/** Nothing is remembered: a subscription goes on for long, and each of its events tells of more. */
const loader = createContextCache(
  ({ platform }: RequestContext) =>
    new DataLoader<string, CaseloadProgress>(
      async (ids) => {
        const found = await findCaseloadProgress(platform.database, ids);
        return ids.map((id) => found.get(id) ?? new Error('there is no such caseload transfer'));
      },
      { cache: false },
    ),
);

/** How far a caseload transfer has come; for all of a page in one statement. */
export async function caseloadProgress(
  context: RequestContext,
  { id }: { id: string },
): Promise<CaseloadProgress> {
  return await loader(context).load(id);
}
