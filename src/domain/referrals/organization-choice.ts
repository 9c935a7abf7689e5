import type { Referral } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { Refusal } from '../errors.ts';
import { referralOrganizations } from '../organizations/referral-organizations.ts';
import type { DraftInput } from './draft-input.ts';

/** A typed organization where one is chosen from the list, or the other way round (R5). */
export class WrongOrganizationKind extends Refusal {
  override readonly name = 'WrongOrganizationKind';
  readonly code = 'WRONG_ORGANIZATION_KIND';

  constructor(outside: boolean) {
    super(
      outside
        ? {
            EN: 'For an organization outside LaMPSS, type its name in organizationName; organizationId is for organizations from the list.',
            FR: 'Pour un organisme hors de LaMPSS, inscrivez son nom dans organizationName; organizationId sert aux organismes de la liste.',
          }
        : {
            EN: 'For this type of referral, choose an organization from referralOrganizations with organizationId; its name cannot be typed.',
            FR: 'Pour ce type d’aiguillage, choisissez un organisme de referralOrganizations avec organizationId; son nom ne peut pas être inscrit à la main.',
          },
    );
  }
}

/** The organization is not one that referrals can be sent to today (R6). */
export class OrganizationNotEligible extends Refusal {
  override readonly name = 'OrganizationNotEligible';
  readonly code = 'ORGANIZATION_NOT_ELIGIBLE';

  constructor() {
    super({
      EN: 'This organization cannot receive referrals today: it needs an active agreement with an ECM program and client tracking enabled, and must not be your own. Choose one from referralOrganizations.',
      FR: 'Cet organisme ne peut pas recevoir d’aiguillages aujourd’hui : il lui faut une entente en vigueur avec un programme ECM et le suivi des clients, et il ne peut pas s’agir du vôtre. Choisissez-en un dans referralOrganizations.',
    });
  }
}

/** @throws WrongOrganizationKind where the input names the organization in the way of the other types (R5). */
export function requireOrganizationKind(referral: Pick<Referral, 'type'>, input: DraftInput): void {
  const outside = referral.type === 'INFORMATIONAL_OUTSIDE';
  const other = outside ? input.organizationId : input.organizationName;
  if (other !== undefined && other !== null) throw new WrongOrganizationKind(outside);
}

/**
 * The general contact email of an organization from the list (R7).
 * @throws OrganizationNotEligible where it is not in the list on that day (R6).
 */
export async function requireEligible(
  database: Reader,
  actor: Actor,
  organizationId: string,
  day: Date,
): Promise<{ generalContactEmail: string }> {
  const organization = await database.organization.findFirst({
    where: { AND: [{ id: organizationId }, referralOrganizations(actor, day)] },
    select: { generalContactEmail: true },
  });
  if (organization === null) throw new OrganizationNotEligible();
  return organization;
}
