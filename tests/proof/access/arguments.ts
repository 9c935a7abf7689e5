import { marks } from '../../graphql/access-matrix/marks.ts';
import type { Scene } from '../../graphql/access-matrix/scene.ts';

/**
 * What the walk gives to fields that it cannot ask without arguments, or that would otherwise show other records than those of
 * the scene.
 */
export function givenArguments({ ids, number }: Pick<Scene, 'ids' | 'number'>): Record<string, string> {
  return {
    'Query.accessOn': `personId: "${ids.person}", date: "${new Date().toISOString().slice(0, 10)}"`,
    'Query.case': `number: "${number}"`,
    'Query.cases': `search: "${number}"`,
    'Query.homepageTasks': 'due: ALL, state: ALL, first: 5',
    'Query.correspondenceTemplates': 'referralType: CASE_TRANSFER, first: 2',
    'Query.organizations': 'search: "North Shore"',
    'Query.organizationChoices': `caseId: "${ids.case}", type: CASE_TRANSFER, first: 20`,
    'Query.referralOrganizations': `caseId: "${ids.case}", type: CASE_TRANSFER, first: 3`,
    'Query.pendingTransfers': `search: "${number}", first: 50`,
    'Query.people': 'search: "Quillfeather"',
    'Query.previewCorrespondenceTemplate': `input: { referralType: CASE_TRANSFER, en: {
      name: "A letter", emailSubject: "A service", emailContent: "Hello", letterTitle: "A service", letterBody: "Hello" }, fr: {
      name: "Une lettre", emailSubject: "Un service", emailContent: "Bonjour", letterTitle: "Un service", letterBody: "{{unknown}}" } }`,
    'Query.privacyFindings': `input: { referralId: "${ids.draft}", emailSubject: "About Zelda Quillfeather ${marks.person}" }`,
    'Query.serviceLevel': 'from: "2026-01-01T00:00:00Z", to: "2030-01-01T00:00:00Z"',
    'Query.transferOptions': `caseId: "${ids.case}"`,
    'Query.transferReceipts': `caseNumber: "${number}"`,
    'ReferralForm.fields': 'type: CASE_TRANSFER',
  };
}
