import { Refusal } from '../../src/domain/errors.ts';
import type { Database } from '../../src/platform/database.ts';
import type { Platform } from '../../src/platform/platform.ts';
import type { House } from './house.ts';

/**
 * Has a use case do what it does, with everything committed so far before its eyes, and takes it back.
 * @returns what refused it; null where it succeeded.
 */
async function tryOut(
  house: House,
  attempt: (platform: Platform) => Promise<unknown>,
): Promise<Refusal | null> {
  const takenBack = new Error('taken back');
  let refusal: Refusal | null = null;
  const done = house.database.$transaction(async (transaction) => {
    const database = new Proxy(transaction, {
      get: (target, name) =>
        name === '$transaction'
          ? (work: (within: unknown) => Promise<unknown>) => work(transaction)
          : Reflect.get(target, name),
    }) as Database;
    refusal = await attempt({ ...house.platform, database }).then(
      () => null,
      (thrown: unknown) => {
        if (thrown instanceof Refusal) return thrown;
        throw thrown;
      },
    );
    throw takenBack;
  });
  await done.catch((thrown: unknown) => {
    if (thrown !== takenBack) throw thrown;
  });
  return refusal;
}

/** What a use case is given of what it asks for. */
export type Given = { confirm: boolean; reason: string; acknowledged: boolean; privacy: boolean };

/** Of each refusal that only asks for something, what it asks for, and what is then given. */
const questions: [code: string, asks: string, gives: Partial<Given>][] = [
  ['CONFIRMATION_REQUIRED', 'CONFIRMATION', { confirm: true }],
  ['POSSIBLE_DUPLICATE', 'ACKNOWLEDGE_DUPLICATE', { acknowledged: true }],
  ['PRIVACY_FINDINGS_NOT_ACKNOWLEDGED', 'ACKNOWLEDGE_PRIVACY_FINDINGS', { privacy: true }],
  ['INVALID_INPUT reason', 'REASON', { reason: 'There is no room at the moment.' }],
];

/**
 * Tries something out, first without anything it may ask for, then with each thing that it has asked for.
 * @returns what it asked for, in order, and what refused it in the end; null where it succeeded.
 */
export async function askedAndRefused(
  house: House,
  attempt: (platform: Platform, given: Given) => Promise<unknown>,
): Promise<{ asksFor: string[]; refusal: Refusal | null }> {
  const asksFor: string[] = [];
  let given: Given = { confirm: false, reason: '', acknowledged: false, privacy: false };
  for (;;) {
    const refusal = await tryOut(house, (platform) => attempt(platform, given));
    const asked = questions.find(([code]) => refusal !== null && code === named(refusal));
    if (asked === undefined) return { asksFor, refusal };
    const [, asks, gives] = asked;
    if (asksFor.includes(asks)) throw new Error(`it asks for ${asks} once more`);
    asksFor.push(asks);
    given = { ...given, ...gives };
  }
}

function named(refusal: Refusal): string {
  const fields = 'problems' in refusal ? (refusal.problems as { field: string }[]) : [];
  return [refusal.code, ...fields.map(({ field }) => field)].join(' ');
}
