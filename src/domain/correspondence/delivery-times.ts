import type { CorrespondenceAttempt, CorrespondenceStatus } from '../../generated/prisma/client.ts';

const second = 1_000;
const hour = 60 * 60 * second;

/** How long handing a message over may take, rendering and all, before it is broken off; in milliseconds. */
export const longestSend = 60 * second;

/**
 * For so long after it began, an attempt without an end counts as running, and no other begins: longer than the longest
 * send and putting it on record take together. So two runs of one job do not mail twice, and an attempt whose process was
 * killed holds the next one up for so long at the most (R20). In milliseconds.
 */
export const longestAttempt = 2 * 60 * second;

/** For so long an email that cannot be delivered is tried again (D2); in milliseconds. */
export const tryingPeriod = 24 * hour;

/** Shorter absences of the mail server fail nothing, however old it is; in milliseconds. */
export const shortAbsence = 15 * 60 * second;

const firstPause = 10 * second;
/** Once the server takes mail again, none waits longer than R20 allows. */
const longestPause = 15 * 60 * second;

/**
 * When an email that was deferred is tried again: after pauses that double from 10 seconds to 15 minutes, each less up to
 * half of it, so that what was deferred together does not come back together (D2). The same attempt gives the same moment.
 */
export function nextAttemptAt(attempt: { id: string; number: number; finishedAt: Date }): Date {
  const pause = Math.min(firstPause * 2 ** (attempt.number - 1), longestPause);
  // The end of a UUID of version 7 is random.
  const share = Number.parseInt(attempt.id.slice(-8), 16) / 2 ** 32;
  return new Date(attempt.finishedAt.getTime() + pause * (1 - share / 2));
}

/**
 * When a sending is tried again, as far as that is known.
 * @returns null once it has ended, while an attempt runs, before the first, and while the mail server is away: then it
 * goes out as soon as the server is back.
 */
export function knownNextAttempt(
  status: CorrespondenceStatus,
  latest: Pick<CorrespondenceAttempt, 'id' | 'number' | 'finishedAt' | 'reason'> | undefined,
): Date | null {
  if (status !== 'QUEUED' || latest === undefined || latest.finishedAt === null) return null;
  const serverAway = ['SERVER_UNREACHABLE', 'SERVER_CLOSED', 'SERVER_NOT_SECURE'].includes(
    latest.reason ?? '',
  );
  return serverAway ? null : nextAttemptAt({ ...latest, finishedAt: latest.finishedAt });
}
