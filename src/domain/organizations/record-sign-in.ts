import { createHash } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';

/** Somebody who is known has come in, or would have. */
export type SignInEvent = {
  member: Pick<Actor, 'staffId' | 'organizationId'>;
  /** What their tokens have in common; see VerifiedToken. */
  session: string;
  /** The code of the refusal; null where they came in. */
  refusedAs: string | null;
};

/**
 * Puts a sign-in on record when it is first made use of, whichever process that comes to, and once a day where it goes on (D14).
 * @returns whether it was put on record by this call.
 */
export async function recordSignIn(
  database: Database,
  { member, session, refusedAs }: SignInEvent,
): Promise<boolean> {
  const fingerprint = createHash('sha256').update([member.staffId, session, refusedAs].join('\n')).digest();
  return await database.$transaction(async (transaction) => {
    const data = [{ fingerprint }];
    const { count } = await transaction.recordedSignIn.createMany({ data, skipDuplicates: true });
    if (count === 0) return false;
    await recordAudit(transaction, member, {
      action: 'signIn',
      outcome: refusedAs === null ? 'DONE' : 'REFUSED',
      entityType: 'Staff',
      entityId: member.staffId,
      details: refusedAs === null ? [] : [refusedAs],
    });
    return true;
  });
}
