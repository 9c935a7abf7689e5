import type { Prisma } from '../../generated/prisma/client.ts';
import type { HomepageTaskType } from '../../generated/prisma/enums.ts';

/** Tasks about a referral that waits for its receiver, or for its email to go out. */
const aboutReferral: HomepageTaskType[] = ['REFERRAL_RECEIVED', 'TRANSFER_STALE', 'DELIVERY_FAILED'];

/** Tasks about a case that one's own organization manages. */
const aboutOwnCase: HomepageTaskType[] = [
  'CASE_RECEIVED',
  'REFERRAL_DECLINED',
  'REFERRAL_EXPIRED',
  'DELIVERY_FAILED',
];

/** What {@link isOvertaken} needs to know of a task. */
export const overtakenFacts = {
  id: true,
  type: true,
  organizationId: true,
  case: { select: { organizationId: true } },
  referral: {
    select: {
      access: { select: { endedAt: true } },
      correspondence: { orderBy: { number: 'desc' }, take: 1, select: { status: true } },
      tasks: { where: { completedAt: null }, select: { type: true, assigneeId: true } },
    },
  },
  assigneeId: true,
} satisfies Prisma.HomepageTaskSelect;

/** What {@link overtakenFacts} selects. */
type Facts = Prisma.HomepageTaskGetPayload<{ select: typeof overtakenFacts }>;

/**
 * Whether what has happened would have completed this task, had it been open: reopened, it would ask for what can no longer be done,
 * and nothing would complete it any more (R38).
 */
export function isOvertaken({ type, organizationId, assigneeId, case: about, referral }: Facts): boolean {
  if (about !== null && aboutOwnCase.includes(type) && about.organizationId !== organizationId) return true;
  if (referral === null || !aboutReferral.includes(type)) return false;
  const [newest] = referral.correspondence;
  return (
    (referral.access !== null && referral.access.endedAt !== null) ||
    (type === 'DELIVERY_FAILED' && newest?.status === 'SENT') ||
    referral.tasks.some((other) => other.type === type && other.assigneeId === assigneeId)
  );
}
