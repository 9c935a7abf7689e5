import { graphql } from './generated/index.ts';

graphql(`
  fragment ReferralDetails on Referral {
    id type typeLabel status statusLabel version referralDate submittedAt emailedAt
    organizationName contactName emailTo language emailSubject emailContent
    template { id name }
    case { number }
    correspondence { nodes { number status emailTo messageId } }
  }

  fragment LetterDetails on Letter {
    url fileName sha256 byteSize
  }

  fragment TaskDetails on HomepageTask {
    id priority type typeLabel caseNumber orgOrPlayer program createdBy dueDate message completedAt
    case { number }
  }

  fragment Refusal on Error {
    code message
    ... on InvalidInput { fields { field message } }
    ... on StaleDraft { version }
    ... on EditsWouldBeLost { edits { field current replacement } }
    ... on OrganizationNotEligible { reasons { code message } }
    ... on PossibleDuplicate { earlier { id typeLabel organizationName statusLabel submittedAt } }
    ... on PrivacyFindingsNotAcknowledged { findings { ...FindingDetails } }
  }

  fragment FindingDetails on PrivacyFinding {
    field start end kind severity advice
  }
`);

/** Who is signed in. */
export const viewerQuery = graphql(`
  query Viewer {
    viewer { username organization { id name } staffMember { id name } }
  }
`);

/** The cases a user can see, by Case ID or name (R28). */
export const casesQuery = graphql(`
  query Cases($search: String) {
    cases(search: $search, first: 100) {
      totalCount
      nodes {
        id number status
        person { listedName familyName }
        caseManager { username }
        summary { number status employmentGoal organization { name } caseManager { username name } }
      }
    }
  }
`);

/** The person records a user can see, by name or Case ID (R28). */
export const peopleQuery = graphql(`
  query People($search: String) {
    people(search: $search) {
      totalCount
      nodes { id listedName birthDate cases { nodes { number } } }
    }
  }
`);

/** The Referrals screen of a case (R3), and the notifications of its Case Home Page (R33). */
export const caseQuery = graphql(`
  query Case($number: String!) {
    case(number: $number) {
      id number status
      person { listedName }
      program { label }
      organization { name }
      office { name }
      caseManager { username name }
      agreement { number }
      serviceDeliveryLocation { name }
      referrals { totalCount nodes { ...ReferralDetails } }
      notifications { nodes { type message acknowledgedAt } }
    }
  }
`);

/** The types of referral with their labels (R2). */
export const referralTypesQuery = graphql(`
  query ReferralTypes {
    referralTypes { type label }
  }
`);

/** What the referral form says: notice, questions, labels (R2, R12, R15, R18). */
export const referralFormQuery = graphql(`
  query ReferralForm($type: ReferralType!, $language: Language) {
    referralForm(language: $language) {
      language notice languageAdvice submitConfirmation cancelConfirmation
      actions { add preview submit cancel }
      types { type label }
      statuses { status label }
      languages { language label }
      fields(type: $type) { name label required maxLength }
    }
  }
`);

/** What can be chosen for a referral: organizations (R6) and templates (R8). */
export const referralChoicesQuery = graphql(`
  query ReferralChoices($caseId: ID!, $type: ReferralType!) {
    referralOrganizations(caseId: $caseId, type: $type) { nodes { id name generalContactEmail } }
    correspondenceTemplates(referralType: $type) { nodes { id name } }
  }
`);

/** The letter as it will be, or was, attached (R14). */
export const letterQuery = graphql(`
  query Letter($referralId: ID!) {
    node(id: $referralId) {
      __typename
      ... on Referral { letter { ...LetterDetails } }
    }
  }
`);

/** "What will they see?" (B7). */
export const receiverViewQuery = graphql(`
  query ReceiverView($referralId: ID!) {
    node(id: $referralId) {
      __typename
      ... on Referral {
        receiverView {
          explanation
          access { state expiresAt }
          person { personId listedName birthDate phone }
          case { number summary { status employmentGoal organization { name } caseManager { name email } } }
          email { fromName fromAddress to subject text }
          letter { sha256 }
        }
      }
    }
  }
`);

/** What of the client saved texts may give away (B3). */
export const savedPrivacyFindingsQuery = graphql(`
  query SavedPrivacyFindings($referralId: ID!) {
    node(id: $referralId) {
      __typename
      ... on Referral { privacyFindings { ...FindingDetails } }
    }
  }
`);

/** What of the client texts may give away that are being typed (B3). */
export const privacyFindingsQuery = graphql(`
  query PrivacyFindings($input: PrivacyFindingsInput!) {
    privacyFindings(input: $input) { ...FindingDetails }
  }
`);

/** Adds a draft to a case (R4). */
export const addReferralMutation = graphql(`
  mutation AddReferral($input: AddReferralInput!) {
    addReferral(input: $input) {
      __typename
      ... on AddReferralSuccess { referral { ...ReferralDetails } }
      ...Refusal
    }
  }
`);

/** Changes fields of a draft. */
export const updateReferralMutation = graphql(`
  mutation UpdateReferral($input: UpdateReferralInput!) {
    updateReferral(input: $input) {
      __typename
      ... on UpdateReferralSuccess { referral { ...ReferralDetails } }
      ...Refusal
    }
  }
`);

/** Submits a draft (R15, R16). */
export const submitReferralMutation = graphql(`
  mutation SubmitReferral($input: SubmitReferralInput!) {
    submitReferral(input: $input) {
      __typename
      ... on SubmitReferralSuccess { referral { ...ReferralDetails letter { ...LetterDetails } } }
      ...Refusal
    }
  }
`);

/** Deletes a draft (R18). */
export const cancelReferralMutation = graphql(`
  mutation CancelReferral($input: CancelReferralInput!) {
    cancelReferral(input: $input) {
      __typename
      ... on CancelReferralSuccess { referralId }
      ...Refusal
    }
  }
`);

/** Sends the letter of a submitted referral again (D2). */
export const resendCorrespondenceMutation = graphql(`
  mutation ResendCorrespondence($input: ResendCorrespondenceInput!) {
    resendCorrespondence(input: $input) {
      __typename
      ... on ResendCorrespondenceSuccess {
        correspondence { id number status emailTo messageId requestedBy { username } }
        referral { ...ReferralDetails }
      }
      ...Refusal
    }
  }
`);

/** What can be chosen on Case Details/Transfer (R29). */
export const transferOptionsQuery = graphql(`
  query TransferOptions($caseId: ID!) {
    transferOptions(caseId: $caseId) {
      offices { nodes { id name } }
      caseManagers { nodes { id username name office { id name } } }
      agreements { nodes { id number } }
      serviceDeliveryLocations { nodes { id name } }
      serviceDeliveryLocationRequired
    }
  }
`);

/** Completes the transfer of a case (R30). */
export const transferCaseMutation = graphql(`
  mutation TransferCase($input: TransferCaseInput!) {
    transferCase(input: $input) {
      __typename
      ... on TransferCaseSuccess {
        message
        case { number organization { name } office { name } caseManager { username } }
      }
      ...Refusal
    }
  }
`);

/** My Notifications (R36, R37). */
export const homepageTasksQuery = graphql(`
  query HomepageTasks($due: DueWindow! = ALL_OVERDUE_AND_ONE_MONTH, $program: String, $search: String) {
    homepageTasks(due: $due, program: $program, search: $search, first: 100) {
      totalCount
      nodes { ...TaskDetails }
    }
  }
`);

/** Marks tasks as dealt with (R38). */
export const completeHomepageTasksMutation = graphql(`
  mutation CompleteHomepageTasks($input: CompleteHomepageTasksInput!) {
    completeHomepageTasks(input: $input) {
      __typename
      ... on CompleteHomepageTasksSuccess { homepageTasks { ...TaskDetails } }
      ...Refusal
    }
  }
`);

/** Opens tasks again that were marked as dealt with by mistake (R38). */
export const reopenHomepageTasksMutation = graphql(`
  mutation ReopenHomepageTasks($input: ReopenHomepageTasksInput!) {
    reopenHomepageTasks(input: $input) {
      __typename
      ... on ReopenHomepageTasksSuccess { homepageTasks { ...TaskDetails } }
      ...Refusal
      ... on TasksNotReopenable { tasks { taskId reason message } }
    }
  }
`);

/** Takes note of notifications on the Case Home Page (R33). */
export const acknowledgeCaseNotificationMutation = graphql(`
  mutation AcknowledgeCaseNotification($input: AcknowledgeCaseNotificationInput!) {
    acknowledgeCaseNotification(input: $input) {
      __typename
      ... on AcknowledgeCaseNotificationSuccess {
        caseNotifications { id type message acknowledgedAt acknowledgedBy { username } }
      }
      ...Refusal
    }
  }
`);

/** The referrals of a case as their status changes (R19). */
export const referralStatusSubscription = graphql(`
  subscription ReferralStatusChanged($caseId: ID!) {
    referralStatusChanged(caseId: $caseId) { referral { ...ReferralDetails } }
  }
`);

/** The tasks that come to the user's homepage (R33, R34). */
export const homepageTaskSubscription = graphql(`
  subscription HomepageTaskChanged {
    homepageTaskChanged { homepageTask { ...TaskDetails } }
  }
`);

/** The notifications that come to a Case Home Page (R33). */
export const caseNotificationSubscription = graphql(`
  subscription CaseNotificationAdded($caseId: ID!) {
    caseNotificationAdded(caseId: $caseId) { caseNotification { type message } }
  }
`);
