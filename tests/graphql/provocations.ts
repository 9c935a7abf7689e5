import type { TestApi } from '../support/api.ts';
import { acknowledgeCaseNotificationProvocations } from './provocations/acknowledge-case-notification.ts';
import { addReferralProvocations } from './provocations/add-referral.ts';
import { cancelReferralProvocations } from './provocations/cancel-referral.ts';
import { completeHomepageTasksProvocations } from './provocations/complete-homepage-tasks.ts';
import { declineReferralProvocations } from './provocations/decline-referral.ts';
import { notesAndDocumentsProvocations } from './provocations/notes-and-documents.ts';
import { organizationProvocations } from './provocations/organizations.ts';
import { peopleAndCasesProvocations } from './provocations/people-and-cases.ts';
import { type Provocations, provoker } from './provocations/provoker.ts';
import { publishCorrespondenceTemplateProvocations } from './provocations/publish-correspondence-template.ts';
import { reopenHomepageTasksProvocations } from './provocations/reopen-homepage-tasks.ts';
import { resendCorrespondenceProvocations } from './provocations/resend-correspondence.ts';
import { retireCorrespondenceTemplateProvocations } from './provocations/retire-correspondence-template.ts';
import { staffProvocations } from './provocations/staff.ts';
import { submitReferralProvocations } from './provocations/submit-referral.ts';
import { transferCaseProvocations } from './provocations/transfer-case.ts';
import { transferCaseloadProvocations } from './provocations/transfer-caseload.ts';
import { updateReferralProvocations } from './provocations/update-referral.ts';
import { withdrawReferralProvocations } from './provocations/withdraw-referral.ts';

/** For each mutation and each refusal it can give, how to get it. */
export function provocations(api: TestApi): Provocations {
  const tools = provoker(api);
  return {
    ...addReferralProvocations(tools),
    ...updateReferralProvocations(tools),
    ...submitReferralProvocations(tools),
    ...cancelReferralProvocations(tools),
    ...resendCorrespondenceProvocations(tools),
    ...withdrawReferralProvocations(tools),
    ...declineReferralProvocations(tools),
    ...notesAndDocumentsProvocations(tools),
    ...transferCaseProvocations(tools),
    ...transferCaseloadProvocations(tools),
    ...peopleAndCasesProvocations(tools),
    ...organizationProvocations(tools),
    ...staffProvocations(tools),
    ...completeHomepageTasksProvocations(tools),
    ...reopenHomepageTasksProvocations(tools),
    ...acknowledgeCaseNotificationProvocations(tools),
    ...publishCorrespondenceTemplateProvocations(tools),
    ...retireCorrespondenceTemplateProvocations(tools),
  };
}
