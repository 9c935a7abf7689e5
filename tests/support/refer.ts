import { accepted } from '../../demo/answer.ts';
import type { Client } from '../../demo/client.ts';
import { draftReferral } from '../../demo/draft-referral.ts';
import type { Language, ReferralType } from '../../demo/generated/graphql.ts';
import {
  caseQuery,
  submitReferralMutation,
  transferCaseMutation,
  transferOptionsQuery,
} from '../../demo/operations.ts';

/** The names of the sample organizations that referrals can be sent to. */
export const organizations = {
  north: 'North Shore Employment Services',
  south: 'South Shore Works Association',
  valley: 'Annapolis Valley Career Centre',
};

/** A referral of the case with this Case ID; to South Shore Works Association where nothing is said. */
export type Wanted = {
  number: string;
  type: ReferralType;
  to?: keyof typeof organizations;
  language?: Language;
};

/** Global ids, as the API gives them. */
export type Referred = { caseId: string; referralId: string };

/** Adds a draft that lacks nothing, through the API. */
export async function draft(client: Client, { number, to = 'south', ...wanted }: Wanted): Promise<Referred> {
  const { case: found } = await client.request(caseQuery, { number });
  if (!found) throw new Error(`${client.username} does not see case ${number}`);
  const outside = wanted.type === 'INFORMATIONAL_OUTSIDE';
  const { id } = await draftReferral(client, {
    ...wanted,
    caseId: found.id,
    contactName: 'Ms. Sample',
    ...(outside
      ? { organization: 'Harbour Food Bank', emailTo: 'intake@harbour.example' }
      : { organization: organizations[to] }),
  });
  return { caseId: found.id, referralId: id };
}

/** Submits a draft, with the confirmation, through the API; also where it repeats another one, as those of tests do (D10). */
export async function submit(client: Client, referralId: string): Promise<void> {
  const input = { referralId, acknowledgeDuplicate: true, confirm: true };
  accepted((await client.request(submitReferralMutation, { input })).submitReferral);
}

/** Adds a referral and submits it, through the API. */
export async function refer(client: Client, wanted: Wanted): Promise<Referred> {
  const referred = await draft(client, wanted);
  await submit(client, referred.referralId);
  return referred;
}

/** Choices on Case Details/Transfer that are all on offer, the user as the case manager where nobody else is named. */
export async function choices(client: Client, caseId: string, caseManager = client.username) {
  const { transferOptions } = await client.request(transferOptionsQuery, { caseId });
  const manager = transferOptions?.caseManagers.nodes.find(({ username }) => username === caseManager);
  return {
    caseId,
    officeId: transferOptions?.offices.nodes[0]?.id ?? '',
    caseManagerId: manager?.id ?? '',
    agreementId: transferOptions?.agreements.nodes[0]?.id ?? '',
    serviceDeliveryLocationId: transferOptions?.serviceDeliveryLocations.nodes[0]?.id ?? null,
  };
}

/** Completes a transfer to the user's organization, through the API; see {@link choices}. */
export async function transfer(client: Client, caseId: string, caseManager?: string): Promise<void> {
  const input = { ...(await choices(client, caseId, caseManager)), confirm: true };
  accepted((await client.request(transferCaseMutation, { input })).transferCase);
}
