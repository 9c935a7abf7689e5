import { graphql } from '../../demo/generated/index.ts';

/** Transfers a caseload, or says what that would do. */
export const transferCaseloadMutation = graphql(`
  mutation TransferCaseload($input: TransferCaseloadInput!, $first: Int = 25, $after: String) {
    transferCaseload(input: $input) {
      __typename
      ... on TransferCaseloadSuccess {
        caseloadTransfer { id total finishedAt }
        preview {
          total
          wouldBeMoved
          wouldBeRefused
          items(first: $first, after: $after) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { caseNumber client case { number } wouldBeMoved refusal { code message } }
          }
        }
      }
      ...Refusal
    }
  }
`);

/** A caseload transfer, as far as the viewer may see it. */
export const caseloadTransferQuery = graphql(`
  query CaseloadTransfer($id: ID!, $status: CaseloadItemStatus, $first: Int = 25, $after: String) {
    node(id: $id) {
      ... on CaseloadTransfer {
        ...CaseloadProgress
        items(status: $status, first: $first, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { caseNumber client case { number } status refusal { code message } doneAt }
        }
      }
    }
  }
  fragment CaseloadProgress on CaseloadTransfer {
    id
    fromOrganization { name }
    fromCaseManagerName
    toOrganization { name }
    toCaseManagerName
    reason
    requestedByName
    requestedAt
    finishedAt
    total
    moved
    refused
    pending
  }
`);

/** All caseload transfers the viewer may see. */
export const caseloadTransfersQuery = graphql(`
  query CaseloadTransfers {
    caseloadTransfers { totalCount nodes { ...CaseloadProgress } }
  }
`);

/** Follows a caseload transfer. */
export const caseloadTransferSubscription = graphql(`
  subscription CaseloadTransferProgressed($caseloadTransferId: ID!, $after: String) {
    caseloadTransferProgressed(caseloadTransferId: $caseloadTransferId, after: $after) {
      cursor
      caseloadTransfer { ...CaseloadProgress }
    }
  }
`);

/** The digests on a User Homepage. */
export const digestsQuery = graphql(`
  query Digests {
    homepageTasks(due: ALL, first: 100) {
      nodes {
        type
        caseNumber
        orgOrPlayer
        program
        createdBy
        message
        caseloadTransfer { id }
      }
    }
  }
`);
