import { graphql } from '../../demo/generated/index.ts';

/** Adds an organization. */
export const createOrganizationMutation = graphql(`
  mutation CreateOrganization($input: CreateOrganizationInput!) {
    createOrganization(input: $input) {
      __typename
      ... on CreateOrganizationSuccess { organization { id name phone postalCode } }
      ...Refusal
    }
  }
`);

/** Changes an organization. */
export const updateOrganizationMutation = graphql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      __typename
      ... on UpdateOrganizationSuccess { organization { id name closedAt } }
      ... on OrganizationHasOpenCases { openCaseCount openCases { number } }
      ...Refusal
    }
  }
`);

/** Adds an office. */
export const addOfficeMutation = graphql(`
  mutation AddOffice($input: AddOfficeInput!) {
    addOffice(input: $input) {
      __typename
      ... on AddOfficeSuccess { office { id name } }
      ...Refusal
    }
  }
`);

/** Changes an office. */
export const updateOfficeMutation = graphql(`
  mutation UpdateOffice($input: UpdateOfficeInput!) {
    updateOffice(input: $input) {
      __typename
      ... on UpdateOfficeSuccess { office { id name closedAt } }
      ...Refusal
    }
  }
`);

/** Adds a service delivery location. */
export const addServiceDeliveryLocationMutation = graphql(`
  mutation AddServiceDeliveryLocation($input: AddServiceDeliveryLocationInput!) {
    addServiceDeliveryLocation(input: $input) {
      __typename
      ... on AddServiceDeliveryLocationSuccess { serviceDeliveryLocation { id name } }
      ...Refusal
    }
  }
`);

/** Changes a service delivery location. */
export const updateServiceDeliveryLocationMutation = graphql(`
  mutation UpdateServiceDeliveryLocation($input: UpdateServiceDeliveryLocationInput!) {
    updateServiceDeliveryLocation(input: $input) {
      __typename
      ... on UpdateServiceDeliveryLocationSuccess { serviceDeliveryLocation { id name closedAt } }
      ...Refusal
    }
  }
`);

/** Adds an agreement. */
export const addAgreementMutation = graphql(`
  mutation AddAgreement($input: AddAgreementInput!) {
    addAgreement(input: $input) {
      __typename
      ... on AddAgreementSuccess { agreement { id number programs { code } } }
      ... on AgreementsOverlap { agreements { number } }
      ...Refusal
    }
  }
`);

/** Changes an agreement. */
export const updateAgreementMutation = graphql(`
  mutation UpdateAgreement($input: UpdateAgreementInput!) {
    updateAgreement(input: $input) {
      __typename
      ... on UpdateAgreementSuccess { agreement { id number startsOn endsOn clientTracking programs { code } } }
      ... on AgreementsOverlap { agreements { number } }
      ...Refusal
    }
  }
`);
