import type { Prisma } from '../../generated/prisma/client.ts';
import type { AccessScope } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { allows } from '../access-table.ts';
import { type Actor, anyoneAt } from '../actor.ts';
import { seesWhole, visibleCases } from '../cases/access.ts';
import { NotFound } from '../errors.ts';
import { accessInForce, type Moment, visiblePeopleByCase } from '../people/access.ts';
import { relationByScope } from '../people/relations.ts';
import { programDay } from '../program-day.ts';
import { visibleReferrals } from './access.ts';
import { type ReceiverAccess, receiverAccess } from './receiver-access.ts';

const viewSelect = {
  id: true,
  caseId: true,
  type: true,
  status: true,
  language: true,
  receivingOrganizationId: true,
  receivingOrganization: { select: { name: true } },
  access: true,
  case: { select: { personId: true, organizationId: true } },
} satisfies Prisma.ReferralSelect;

type ViewedReferral = Prisma.ReferralGetPayload<{ select: typeof viewSelect }>;

/** What the people of an organization find of a client by way of one case. */
export type Sight = { person: boolean; case: boolean };

const nothing: Sight = { person: false, case: false };

/** What the receiver of a referral sees, or would see if it were submitted now (B7). */
export type ReceiverView = {
  referral: Pick<ViewedReferral, 'id' | 'caseId' | 'type' | 'language'> & { personId: string };
  /** Null while none is chosen, and outside LaMPSS. */
  organizationName: string | null;
  access: ReceiverAccess;
  sees: Sight;
  /** Whether some of it comes by another referral of the case. */
  alsoByAnother: boolean;
  /** Whether the receiver manages the case by now, and so sees all of it. */
  managesCase: boolean;
};

/**
 * "What will they see?": what the receiver's people see of the client and the case; for a draft, what they will see once
 * it is submitted (B7). It goes by the rules of every read, with the receiver for the actor. What they see for reasons other
 * than this case is their own affair, and is not told.
 * @throws NotFound where the actor does not see the referral.
 */
export async function receiverView(
  actor: Actor,
  { database, now: clock, timeZone }: Platform,
  referralId: string,
): Promise<ReceiverView> {
  const referral = await database.referral.findFirst({
    where: { id: referralId, ...visibleReferrals(actor) },
    select: viewSelect,
  });
  if (referral === null) throw new NotFound();
  const now = clock();
  const moment = { now, day: programDay(now, timeZone) };
  const { receivingOrganizationId } = referral;
  const receiver = receivingOrganizationId === null ? null : anyoneAt(receivingOrganizationId);
  const inForce = receiver !== null && (await isInForce(receiver, database, moment, referral.id));
  const access = receiverAccess(referral, inForce, now);
  const present = receiver === null ? nothing : await sightOf(receiver, database, moment, referral);
  const given = sightGiven(access.scope);
  const draft = referral.status === 'DRAFT';
  return {
    referral: { ...referral, personId: referral.case.personId },
    organizationName: referral.receivingOrganization?.name ?? null,
    access,
    sees: draft ? { person: present.person || given.person, case: present.case || given.case } : present,
    alsoByAnother: (present.person && !given.person) || (present.case && !given.case),
    managesCase: receiver !== null && seesWhole(receiver, referral.case),
  };
}

/** What the receiver sees at the moment, by the rules that every read goes by. */
async function sightOf(
  receiver: Actor,
  database: Reader,
  moment: Moment,
  { caseId, case: { personId } }: ViewedReferral,
): Promise<Sight> {
  const people = await database.person.count({
    where: { id: personId, AND: [visiblePeopleByCase(receiver, moment, caseId)] },
  });
  const cases = await database.case.count({ where: { id: caseId, AND: [visibleCases(receiver, moment)] } });
  return { person: people > 0, case: cases > 0 };
}

async function isInForce(
  receiver: Actor,
  database: Reader,
  moment: Moment,
  referralId: string,
): Promise<boolean> {
  const where = { referralId, ...accessInForce(receiver, moment) };
  return (await database.referralAccess.count({ where })) > 0;
}

/** What access of a scope lets see, as {@link visiblePeopleByCase} and {@link visibleCases} have it. */
function sightGiven(scope: AccessScope | null): Sight {
  if (scope === null) return nothing;
  const relation = relationByScope(scope);
  return {
    person: allows(relation, 'personRecord', 'see'),
    case: allows(relation, 'caseSummary', 'see'),
  };
}
