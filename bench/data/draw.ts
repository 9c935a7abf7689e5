import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What is drawn for one row: the same numbers each time. */
export type Draw = {
  /** A whole number from 0 up to, but not with, the limit. */
  below(limit: number): number;
  /** True with this chance, from 0 to 1. */
  chance(share: number): boolean;
  /** One of these. */
  of<Value>(values: readonly [Value, ...Value[]]): Value;
};

/** What the rows of one kind are drawn by, so that two kinds do not go together by accident. */
export type Kind =
  | 'organization'
  | 'staff'
  | 'person'
  | 'case'
  | 'referral'
  | 'task'
  | 'notification'
  | 'order';

const seeds: Record<Kind, number> = {
  organization: 0x1d872b41,
  staff: 0x27d4eb2f,
  person: 0x165667b1,
  case: 0x9e3779b1,
  referral: 0x85ebca6b,
  task: 0xc2b2ae35,
  notification: 0x2545f491,
  order: 0x517cc1b7,
};

/**
 * Draws for the row of this index. It hangs on kind and index alone, so rows can be made one by one, in any order, and a row
 * that needs to know what another one has can make it again.
 */
export function drawFor(kind: Kind, index: number): Draw {
  const generator = xoroshiro128plus(Math.imul(index + 1, seeds[kind]) ^ seeds[kind]);
  const below = (limit: number) => uniformInt(generator, 0, limit - 1);
  return {
    below,
    chance: (share) => below(1_000_000) < share * 1_000_000,
    of: (values) => values[below(values.length)] ?? values[0],
  };
}
