import type { Referral } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { Refusal } from '../errors.ts';
import type { Language } from '../language.ts';
import { type EligibilityFacts, eligibilityFacts, ineligibilityOf } from '../organizations/eligibility.ts';
import { type Ineligibility, ineligibilityTexts } from '../organizations/ineligibility.ts';
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

/** The organization is not one that referrals can be sent to today, and why (R6). */
export class OrganizationNotEligible extends Refusal {
  override readonly name = 'OrganizationNotEligible';
  readonly code = 'ORGANIZATION_NOT_ELIGIBLE';
  readonly reasons: Ineligibility[];

  /** @param what it was chosen for: a referral, or a transfer by Employment Nova Scotia (D5). */
  constructor(reasons: Ineligibility[], what: 'REFERRAL' | 'TRANSFER' = 'REFERRAL') {
    const because = (language: Language) =>
      reasons.map((reason) => ` ${ineligibilityTexts[reason][language]}`).join('');
    super(
      what === 'REFERRAL'
        ? {
            EN: `This organization cannot receive referrals today.${because('EN')} Choose one from referralOrganizations.`,
            FR: `Cet organisme ne peut pas recevoir d’aiguillages aujourd’hui.${because('FR')} Choisissez-en un dans referralOrganizations.`,
          }
        : {
            EN: `This organization cannot take over cases today.${because('EN')} Choose one from transferOptions.`,
            FR: `Cet organisme ne peut pas reprendre de cas aujourd’hui.${because('FR')} Choisissez-en un dans transferOptions.`,
          },
    );
    this.reasons = reasons;
  }
}

/** @throws WrongOrganizationKind where the input names the organization in the way of the other types (R5). */
export function requireOrganizationKind(
  referral: Pick<Referral, 'type'>,
  given: Pick<DraftInput, 'organizationId' | 'organizationName'>,
): void {
  const outside = referral.type === 'INFORMATIONAL_OUTSIDE';
  const other = outside ? given.organizationId : given.organizationName;
  if (other !== undefined && other !== null) throw new WrongOrganizationKind(outside);
}

/**
 * What an organization from the list brings along: Email To becomes its general contact email, also over an address that
 * was typed, for that one was meant for another organization (R7). Emptied, it takes that address away again; a typed one
 * stays. Choosing the same one again changes nothing.
 * @throws OrganizationNotEligible where it is not in the list on that day (R6).
 */
export async function organizationChange(
  actor: Actor,
  database: Reader,
  referral: Referral,
  organizationId: string | null | undefined,
  day: Date,
): Promise<Partial<Pick<Referral, 'receivingOrganizationId' | 'emailTo'>>> {
  const { receivingOrganizationId: current } = referral;
  const concerned = organizationId ?? current;
  if (organizationId === undefined || organizationId === current || concerned === null) return {};
  const organization = await database.organization.findUnique({
    where: { id: concerned },
    select: { ...eligibilityFacts(day), generalContactEmail: true },
  });
  if (organizationId !== null) requireEligible(actor, organization);
  const emailTo = organization?.generalContactEmail ?? null;
  if (organizationId !== null) return { receivingOrganizationId: organizationId, emailTo };
  const brought = referral.emailTo === emailTo;
  return { receivingOrganizationId: null, ...(brought ? { emailTo: null } : {}) };
}

/**
 * @param organization null where there is none.
 * @throws OrganizationNotEligible where it is not in the list on the day of the facts (R6).
 */
export function requireEligible(actor: Actor, organization: EligibilityFacts | null): void {
  const reasons = ineligibilityOf(actor, organization);
  if (reasons.length > 0) throw new OrganizationNotEligible(reasons);
}
