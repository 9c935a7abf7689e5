import { isDeepStrictEqual } from 'node:util';
import { decodeGlobalId } from '../handoff.ts';

/** Any JSON. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * The first place where two answers differ, as a path with both values; null where they are the same. Ids, and how instants are written,
 * are each contender's own affair; the records and the instants are not.
 * @param leftOut fields that are not compared.
 */
export function difference(one: unknown, other: unknown, leftOut: readonly string[] = []): string | null {
  return differenceAt('', plain(one as Json, leftOut), plain(other as Json, leftOut));
}

/** How many values an answer has, so that nobody compares nothing. */
export function countValues(answer: unknown): number {
  if (typeof answer !== 'object' || answer === null) return 1;
  return Object.values(answer).reduce((sum: number, value: unknown) => sum + countValues(value), 0);
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function plain(value: Json, leftOut: readonly string[]): Json {
  if (typeof value === 'string') {
    if (instant.test(value)) return new Date(value).toISOString();
    return decodeGlobalId(value)?.id ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => plain(item, leftOut));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => !leftOut.includes(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, plain(item, leftOut)]));
}

function differenceAt(path: string, one: Json, other: Json): string | null {
  if (isDeepStrictEqual(one, other)) return null;
  const areBoth = typeof one === 'object' && one !== null && typeof other === 'object' && other !== null;
  if (!areBoth)
    return `${path || '.'}: ${JSON.stringify(one)?.slice(0, 300)} / ${JSON.stringify(other)?.slice(0, 300)}`;
  const [a, b] = [one as Record<string, Json>, other as Record<string, Json>];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = differenceAt(`${path}.${key}`, a[key] as Json, b[key] as Json);
    if (found !== null) return found;
  }
  return `${path}: the order of fields`;
}
