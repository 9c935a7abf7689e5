import { accepted } from '../../demo/answer.ts';
import { graphql } from '../../demo/generated/index.ts';
import type { TestApi, Visitor } from './api.ts';
import { caseWish, somebody } from './casework.ts';
import { globalId } from './global-id.ts';

/** Adds a client with a first case. */
export const createPersonMutation = graphql(`
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      __typename
      ... on CreatePersonSuccess { person { id version listedName } case { id number status version } }
      ... on PossibleDuplicatePeople { people { id listedName birthDate } }
      ...Refusal
    }
  }
`);

/** Changes a client's record. */
export const updatePersonMutation = graphql(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      __typename
      ... on UpdatePersonSuccess { person { id version listedName city phone } }
      ... on StaleRecord { version }
      ...Refusal
    }
  }
`);

/** Opens another case. */
export const openCaseMutation = graphql(`
  mutation OpenCase($input: OpenCaseInput!) {
    openCase(input: $input) {
      __typename
      ... on OpenCaseSuccess { case { id number status } }
      ... on OpenCaseExists { openCase { number } }
      ...Refusal
    }
  }
`);

/** Changes a case. */
export const updateCaseMutation = graphql(`
  mutation UpdateCase($input: UpdateCaseInput!) {
    updateCase(input: $input) {
      __typename
      ... on UpdateCaseSuccess { case { id version employmentGoal caseManager { username } } }
      ... on StaleRecord { version }
      ...Refusal
    }
  }
`);

/** Brings a case to another status. */
export const changeCaseStatusMutation = graphql(`
  mutation ChangeCaseStatus($input: ChangeCaseStatusInput!) {
    changeCaseStatus(input: $input) {
      __typename
      ... on ChangeCaseStatusSuccess {
        case {
          id status version closedOn
          statusMoves { status asksFor }
          statusHistory { totalCount nodes { from to reason changedBy { username } } }
        }
      }
      ... on CaseStatusNotReachable { from nextStatuses }
      ...Refusal
    }
  }
`);

/** What a user's organization puts its cases under, by global ids. */
export async function caseChoices({ database }: TestApi, username: string) {
  const { organizationId } = await database.staff.findUniqueOrThrow({ where: { username } });
  const wish = await caseWish({ database }, { organizationId });
  const location = wish.serviceDeliveryLocationId ?? null;
  return {
    programId: globalId('Program', wish.programId),
    officeId: globalId('Office', wish.officeId),
    caseManagerId: globalId('StaffMember', wish.caseManagerId ?? ''),
    agreementId: globalId('Agreement', wish.agreementId),
    serviceDeliveryLocationId: location === null ? null : globalId('ServiceDeliveryLocation', location),
  };
}

/** Somebody to be added, with the choices for a first case. */
export async function newcomer(api: TestApi, username: string) {
  const { birthDate, ...name } = somebody();
  return {
    ...name,
    birthDate: birthDate.toISOString().slice(0, 10),
    case: await caseChoices(api, username),
  };
}

/** A new client with a first case, through the API. @returns global ids, and the Case ID. */
export async function addClient(api: TestApi, visitor: Visitor) {
  const input = await newcomer(api, visitor.username);
  const { createPerson } = await visitor.request(createPersonMutation, { input });
  const { person, case: opened } = accepted(createPerson);
  return { personId: person.id, caseId: opened.id, number: opened.number };
}
