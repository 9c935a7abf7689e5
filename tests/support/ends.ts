import { accepted } from '../../demo/answer.ts';
import type { Client } from '../../demo/client.ts';
import { graphql } from '../../demo/generated/index.ts';

/** Takes a Case Transfer referral back (D3). */
export const withdrawReferralMutation = graphql(`
  mutation WithdrawReferral($input: WithdrawReferralInput!) {
    withdrawReferral(input: $input) {
      __typename
      ... on WithdrawReferralSuccess { referral { id statusLabel outcome { cause message reason by { name } } } }
      ... on ReferralEnded { cause endedAt }
      ...Refusal
    }
  }
`);

/** Declines a Case Transfer referral (D4). */
export const declineReferralMutation = graphql(`
  mutation DeclineReferral($input: DeclineReferralInput!) {
    declineReferral(input: $input) {
      __typename
      ... on DeclineReferralSuccess { referralId message }
      ... on ReferralEnded { cause endedAt }
      ...Refusal
    }
  }
`);

/** The Case Transfer referrals that wait (B8). */
export const pendingTransfersQuery = graphql(`
  query PendingTransfers(
    $direction: PendingTransferDirection, $stale: Boolean, $search: String, $first: Int, $after: String
  ) {
    pendingTransfers(direction: $direction, stale: $stale, search: $search, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        referralId
        referral { id statusLabel }
        case { number status summary { status } }
        person { listedName }
        fromOrganization { name }
        toOrganization { name }
        submittedAt
        ageInDays
        stale
        nextReminderOn
        expiresAt
      }
    }
  }
`);

/** What a referral has come to. */
export const outcomeQuery = graphql(`
  query Outcome($id: ID!) {
    node(id: $id) {
      ... on Referral { statusLabel outcome { cause message at reason by { name } } }
    }
  }
`);

/** What referrals of a case have come to, as it happens. */
export const outcomeSubscription = graphql(`
  subscription OutcomeChanged($caseId: ID!) {
    referralStatusChanged(caseId: $caseId) { referral { id outcome { cause } } }
  }
`);

/** Withdraws a referral, through the API. */
export async function withdraw(client: Client, referralId: string): Promise<void> {
  const input = { referralId, reason: 'The client stays here after all', confirm: true };
  accepted((await client.request(withdrawReferralMutation, { input })).withdrawReferral);
}

/** Declines a referral, through the API. */
export async function decline(client: Client, referralId: string): Promise<void> {
  const input = { referralId, reason: 'We have no place before spring', confirm: true };
  accepted((await client.request(declineReferralMutation, { input })).declineReferral);
}
