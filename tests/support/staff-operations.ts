import { graphql } from '../../demo/generated/index.ts';

/** Adds a staff member. */
export const addStaffMemberMutation = graphql(`
  mutation AddStaffMember($input: AddStaffMemberInput!) {
    addStaffMember(input: $input) {
      __typename
      ... on AddStaffMemberSuccess { staffMember { id name account { roles } } }
      ...Refusal
    }
  }
`);

/** Changes a staff member. */
export const updateStaffMemberMutation = graphql(`
  mutation UpdateStaffMember($input: UpdateStaffMemberInput!) {
    updateStaffMember(input: $input) {
      __typename
      ... on UpdateStaffMemberSuccess { staffMember { id isDisabled account { roles subject disabledAt } } }
      ... on StaffMemberHasOpenCases { openCaseCount openCases { number } }
      ...Refusal
    }
  }
`);

/** Adds a service account. */
export const addServiceAccountMutation = graphql(`
  mutation AddServiceAccount($input: AddServiceAccountInput!) {
    addServiceAccount(input: $input) {
      __typename
      ... on AddServiceAccountSuccess { staffMember { id name isServiceAccount account { roles scopes } } }
      ...Refusal
    }
  }
`);

/** Changes a service account. */
export const updateServiceAccountMutation = graphql(`
  mutation UpdateServiceAccount($input: UpdateServiceAccountInput!) {
    updateServiceAccount(input: $input) {
      __typename
      ... on UpdateServiceAccountSuccess { staffMember { id isDisabled account { scopes } } }
      ...Refusal
    }
  }
`);

/** The staff of the viewer's organization, or of another one. */
export const staffQuery = graphql(`
  query Staff($id: ID!, $search: String, $filter: StaffFilter) {
    node(id: $id) {
      ... on Organization {
        staff(first: 50, search: $search, filter: $filter) {
          totalCount
          edges { node { username isDisabled isServiceAccount account { roles scopes subject disabledAt } } }
        }
      }
    }
  }
`);
