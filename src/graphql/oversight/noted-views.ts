import { createContextCache } from '@pothos/core';
import type { View } from '../../domain/oversight/record-views.ts';
import type { RequestContext } from '../context.ts';

/** What was shown and is not on record yet, each record once. */
type Noted = Map<string, Omit<View, 'fields'> & { fields: Set<string> }>;

const noted = createContextCache((_context: RequestContext): Noted => new Map());

/** Notes that a field of a record is about to be shown; it goes on record before the answer leaves. */
export function noteView(context: RequestContext, record: Omit<View, 'fields'>, field: string): void {
  const views = noted(context);
  const key = `${record.entityType}:${record.entityId}`;
  const known = views.get(key);
  if (known === undefined) views.set(key, { ...record, fields: new Set([field]) });
  else known.fields.add(field);
}

/** Takes what was noted since it was last taken. */
export function takeViews(context: RequestContext): View[] {
  const views = noted(context);
  const taken = [...views.values()].map((view) => ({ ...view, fields: [...view.fields] }));
  views.clear();
  return taken;
}
