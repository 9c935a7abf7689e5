import type { Claim } from './claims.ts';

/**
 * Every field of every object type by what a viewer must have to be given it, besides what led there: the one place to say it.
 * Types that hold nothing of their own are left out by {@link sayNothing}. A field that is missing fails the test; so does one
 * that is no longer there.
 */
export const classification: Record<string, Partial<Record<Claim, string>>> = {
  // Clients, cases and what belongs to them: rows of the access table.
  Person: {
    'see personRecord':
      'addressLine1 addressLine2 allowedActions birthDate cases city email familyName fullName givenName id listedName middleNames phone postalCode preferredLanguage province version',
  },
  Case: {
    'see caseSummary': 'allowedActions id number person summary',
    'see case':
      'agreement caseManager closedOn employmentGoal office openedOn organization program serviceDeliveryLocation status statusHistory statusMoves transfers version',
    'see referrals': 'referrals',
    'see notifications': 'notifications',
  },
  CaseSummary: {
    'see caseSummary': 'caseManager employmentGoal number openedOn organization program status',
  },
  CaseStatusChange: { 'see case': 'changedAt changedBy from id reason to' },
  CaseTransfer: {
    'see case':
      'completedAt completedBy fromCaseManagerName fromOrganization id reason referral toAgreement toCaseManager toOffice toOrganization toServiceDeliveryLocation',
  },
  CaseNotification: { 'see notifications': 'acknowledgedAt acknowledgedBy createdAt id message type' },
  Referral: {
    'see referrals':
      'allowedActions case contactName createdBy emailContent emailSubject emailTo emailedAt id language organization organizationName outcome privacyFindings receiverView referralDate secondsLate sendingOrganization status statusLabel submittedAt submittedBy template templateVersion type typeLabel version',
    'see letters': 'correspondence letter',
    'see notes': 'notes',
    'see documents': 'documents',
  },
  ReferralNote: { 'see notes': 'author createdAt id text' },
  ReferralDocument: { 'see documents': 'byteSize createdAt fileName id link mediaType sha256 uploadedBy' },
  Letter: { 'see letters': 'base64 byteSize expiresAt fileName sha256 url' },
  Correspondence: {
    'see letters':
      'attempts emailTo failedAt failureReason id messageId nextAttemptAt number queuedAt requestedBy sentAt status',
  },
  PendingTransfer: {
    'see transferRequests':
      'ageInDays allowedActions expiresAt fromOrganization id nextReminderOn person case referralId stale submittedAt toOrganization',
    'see referrals': 'referral',
  },
  TransferReceipt: {
    'see transferReceipts': 'caseNumber completedAt fromOrganization id toOrganization',
  },
  ReceiverView: { 'see referrals': 'access case email explanation letter managesCase person' },
  ReceiverPerson: {
    'see personRecord':
      'addressLine1 addressLine2 birthDate city email familyName fullName givenName listedName middleNames personId phone postalCode preferredLanguage province',
  },
  ReceiverCase: { 'see caseSummary': 'caseId number summary' },

  // What is told to those who see them.
  CorrespondenceAttempt: { within: 'finishedAt number outcome reason replyCode startedAt' },
  DocumentLink: { within: 'expiresAt url' },
  PrivacyFinding: { within: 'advice end field kind severity start' },
  ReceiverAccess: { within: 'beganAt endCause endReason endedAt expiresAt scope state' },
  ReceiverEmail: { within: 'content fromAddress fromName html subject text to' },
  ReferralOutcome: { within: 'at by cause message reason' },
  CaseStatusMove: { within: 'asksFor status' },
  PersonAllowedAction: { within: 'action allowed code fields reason' },
  CaseAllowedAction: { within: 'action allowed asksFor code fields reason' },
  PendingTransferAllowedAction: { within: 'action allowed asksFor code fields reason' },
  ReferralAllowedAction: { within: 'action allowed asksFor code fields reason' },

  // One’s own homepage: the rows are one’s own, what they tell of a case is not.
  HomepageTask: {
    within:
      'case caseNumber caseloadTransfer completedAt completedBy createdAt createdBy dueDate dueDateLabel id message orgOrPlayer priority priorityLabel type typeLabel',
    'see caseSummary': 'program',
    'see personRecord': 'person',
    'see referrals': 'referral',
    'see transferRequests': 'pendingTransfer',
  },
  HomepageTaskCounts: { within: 'byPriority byType overdue total' },
  HomepageTaskPriorityCount: { within: 'count label priority' },
  HomepageTaskTypeCount: { within: 'count label type' },
  Viewer: { within: 'id language organization permissions roles staffMember username' },
  CaseNotificationAdded: { within: 'caseNotification cursor' },
  CaseloadTransferProgress: { within: 'caseloadTransfer cursor' },
  HomepageTaskChange: { within: 'cursor homepageTask' },
  ReferralStatusChange: { within: 'cursor referral' },

  // Caseloads: of the organizations that give and take them.
  CaseloadTransfer: {
    'see caseloads':
      'finishedAt fromCaseManagerName fromOrganization id items moved pending refused requestedAt requestedByName toCaseManagerName toOrganization total',
    'see case': 'reason',
  },
  CaseloadTransferItem: {
    within: 'caseNumber doneAt refusal status case',
    'see personRecord': 'client',
  },
  CaseloadPreview: { within: 'items total wouldBeMoved wouldBeRefused' },
  CaseloadPreviewItem: { within: 'case caseNumber client refusal wouldBeMoved' },
  CaseloadRefusal: { within: 'code message' },
  CaseloadOptions: {
    within:
      'agreements caseManagers fromCaseManagers offices organization organizations serviceDeliveryLocationRequired serviceDeliveryLocations',
  },
  TransferOptions: {
    within:
      'agreements caseManagers managedBy offices organization organizations serviceDeliveryLocationRequired serviceDeliveryLocations transferable',
  },

  // Organizations. Offices, locations, agreements and staff are found by their own people, and shown by what names them.
  Organization: {
    within:
      'addressLine1 addressLine2 city closedAt generalContactEmail id name phone postalCode province referralEligibility',
    'see own business': 'agreements offices serviceDeliveryLocations staff',
  },
  Office: {
    within: 'addressLine1 addressLine2 city closedAt id name phone postalCode province',
  },
  ServiceDeliveryLocation: {
    within: 'addressLine1 addressLine2 city closedAt id name postalCode province',
  },
  Agreement: { within: 'clientTracking endsOn id number programs startsOn' },
  StaffMember: {
    within: 'email id isDisabled isServiceAccount jobTitle name office organization phone username',
    'manage staff': 'account',
  },
  StaffAccount: { within: 'disabledAt roles scopes subject' },
  Program: { within: 'code ecm id label name' },
  OrganizationChoice: { within: 'allowed organization reasons' },
  IneligibilityReason: { within: 'code message' },
  ServiceLevel: {
    within: 'emailed emailedInTime maxSeconds openAndLate p50Seconds p95Seconds shareInTime submitted',
  },

  // Templates and forms belong to all; who published a version is Employment Nova Scotia’s to know.
  CorrespondenceTemplate: { within: 'id name referralType retiredAt texts version versions' },
  CorrespondenceTemplateText: { within: 'emailContent emailSubject language letterBody letterTitle name' },
  CorrespondenceTemplateVersion: {
    within: 'isNewest number publishedAt texts',
    publishTemplates: 'publishedBy',
  },
  CorrespondenceTemplatePreview: { within: 'en fr problems' },
  PreviewedTemplateText: { within: 'email emailContent emailSubject letter' },
  PreviewedEmail: { within: 'html text' },
  PreviewedLetter: { within: 'base64 byteSize fileName sha256' },
  TemplatePlaceholder: { within: 'meaning name written' },
  TemplateProblem: { within: 'column end excerpt field kind language line message start' },
  ReferralForm: {
    within:
      'actions cancelConfirmation fields language languageAdvice languages notice statuses submitConfirmation types',
  },
  ReferralActionLabels: { within: 'add cancel preview submit' },
  ReferralFormField: { within: 'label maxLength name required' },
  ReferralStatusOption: { within: 'label status' },
  ReferralTypeOption: { within: 'label type' },
  LanguageOption: { within: 'label language' },

  // Oversight.
  AccessOnDay: { within: 'date entries from until' },
  AccessEntry: {
    within: 'began caseNumber ended explanation from organization referralId relation staff things until',
  },
  AccessBegan: { within: 'at cause' },
  AccessEnded: { within: 'at cause' },
  AuditEvent: {
    within: 'action actor at caseId details entityId entityType id organization outcome personId',
  },

  // Parts of refusals.
  FieldProblem: { within: 'field message' },
  LostEdit: { within: 'current field replacement' },
  NotReopenableTask: { within: 'message reason taskId' },
  UnprintableCharacter: { within: 'character codePoints field' },

  Query: {
    within:
      'case caseloadTransfers cases correspondenceTemplates homepageTaskCounts homepageTasks lateReferrals liveCursor node nodes organizations pendingTransfers people programs referralForm referralTypes serviceLevel templatePlaceholders transferReceipts viewer',
    'see receivers': 'organizationChoices referralOrganizations',
    'update referrals': 'privacyFindings',
    'see destinations': 'transferOptions',
    handOverCaseload: 'caseloadOptions',
    publishTemplates: 'previewCorrespondenceTemplate',
    readPastAccess: 'accessOn',
    'read the trail': 'auditTrail',
  },
};

/** Types that only carry others, or what was answered to an action that was allowed or refused. */
export const sayNothing = /(Connection|Edge|Success)$|^(PageInfo|Mutation|Subscription)$/;
