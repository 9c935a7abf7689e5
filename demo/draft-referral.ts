import { accepted } from './answer.ts';
import type { Client } from './client.ts';
import type { Language, ReferralDetailsFragment, ReferralType } from './generated/graphql.ts';
import { addReferralMutation, referralChoicesQuery, updateReferralMutation } from './operations.ts';

/** What a case manager decides about a referral; the rest comes from the organization and the template. */
export type Decisions = {
  caseId: string;
  type: ReferralType;
  /** The name of the organization: one from the list, or, outside LaMPSS, any. */
  organization: string;
  contactName: string;
  /** Left out, the general contact email of the organization from the list (R7). */
  emailTo?: string;
  language?: Language;
};

/**
 * Adds a referral to a case and fills it in, as far as Submit Referral (R4 to R9).
 * @throws where the organization or a template is not on offer, or a mutation is refused.
 */
export async function draftReferral(client: Client, decisions: Decisions): Promise<ReferralDetailsFragment> {
  const { caseId, type, organization, language = 'EN', ...typed } = decisions;
  const added = accepted(
    (await client.request(addReferralMutation, { input: { caseId, type } })).addReferral,
  );
  const choices = await client.request(referralChoicesQuery, { caseId, type });
  const listed = choices.referralOrganizations.nodes.find(({ name }) => name === organization);
  const [template] = choices.correspondenceTemplates.nodes;
  if (template === undefined) throw new Error(`There is no template for ${type}`);
  if (listed === undefined && type !== 'INFORMATIONAL_OUTSIDE')
    throw new Error(`${organization} is not listed`);
  const input = {
    referralId: added.referral.id,
    // The language first: changing it later would overwrite subject and content.
    language,
    templateId: template.id,
    ...(listed === undefined ? { organizationName: organization } : { organizationId: listed.id }),
    ...typed,
  };
  return accepted((await client.request(updateReferralMutation, { input })).updateReferral).referral;
}
