import { accepted } from '../../../demo/answer.ts';
import { draftReferral } from '../../../demo/draft-referral.ts';
import type { ReferralType } from '../../../demo/generated/graphql.ts';
import { submitReferralMutation } from '../../../demo/operations.ts';
import type { TestApi, Visitor } from '../../support/api.ts';
import { globalId, plainId } from '../../support/global-id.ts';
import { addDocument, addNote } from '../../support/notes-and-documents.ts';
import { type MadeOrganization, makeOrganization } from '../../support/organizations.ts';
import { transfer } from '../../support/refer.ts';
import { file, pdf } from '../../support/sample-files.ts';
import { act } from './attempt.ts';
import { marks } from './marks.ts';
import { addCaseloadTransfer, giveTasks, openCase } from './records.ts';
import { signIn, type Viewer } from './viewers.ts';

/** One case that organizations stand to in every relation there is. Ids are global ones. */
export type Scene = {
  api: TestApi;
  number: string;
  ids: {
    case: string;
    person: string;
    /** Open, to South. */
    submitted: string;
    draft: string;
    note: string;
    document: string;
    correspondence: string;
    notification: string;
    /** How the case was reopened once. */
    statusChange: string;
    /** Not global: it is that of a transfer and of a receipt. */
    transfer: string;
    /** The transfer that South is asked for. */
    request: string;
    /** A caseload transfer from the first organization to North, in which the case came. */
    caseload: string;
  };
  viewers: Viewer[];
  /** Declines the last referral that is open beside South's, which is told to whoever listens. */
  makeNews(): Promise<void>;
};

const names = {
  north: 'North Shore Employment Services',
  south: 'South Shore Works Association',
  valley: 'Annapolis Valley Career Centre',
};

/** Sets the {@link Scene}, through the API but for what no mutation does. */
export async function setScene(api: TestApi): Promise<Scene> {
  const { database } = api;
  const first = await makeOrganization(database, 'before');
  const made = new Map<string, MadeOrganization>();
  for (const key of ['superseded', 'withdrawn', 'declined', 'decliner', 'ranout', 'ineligible']) {
    made.set(key, await makeOrganization(database, key));
  }
  const before = await api.as('before.manager');
  const north = await api.as('north.manager');
  const { number, caseId, personId } = await openCase(api, first);
  const refer = async (by: Visitor, to: string, type: ReferralType = 'CASE_TRANSFER') => {
    const { id: referralId } = await draftReferral(by, {
      ...{ caseId, type, contactName: marks.contact },
      organization: made.get(to)?.name ?? names[to as keyof typeof names],
    });
    const input = { referralId, confirm: true };
    accepted((await by.request(submitReferralMutation, { input })).submitReferral);
    return referralId;
  };
  await refer(before, 'superseded');
  await refer(before, 'north');
  await transfer(north, caseId);

  const submitted = await refer(north, 'south');
  await refer(north, 'valley', 'INFORMATIONAL_WITHIN');
  await refer(north, 'ineligible', 'INFORMATIONAL_WITHIN');
  await refer(north, 'ineligible');
  const ranOut = plainId(await refer(north, 'ranout'));
  const withdrawn = await refer(north, 'withdrawn');
  const declined = await refer(north, 'declined');
  const toDecline = await refer(north, 'decliner');
  await act(north, 'withdrawReferral', { referralId: withdrawn, reason: 'Moved away', confirm: true });
  await act(await api.as('declined.manager'), 'declineReferral', {
    ...{ referralId: declined, reason: 'No room', confirm: true },
  });
  const access = await database.referralAccess.findUniqueOrThrow({ where: { referralId: ranOut } });
  await database.referralAccess.update({
    where: { id: access.id },
    data: { expiresAt: new Date(access.beganAt.getTime() + 1) },
  });
  await database.agreement.update({
    where: { id: made.get('ineligible')?.agreementId ?? '' },
    data: { clientTracking: false },
  });

  const draft = await draftReferral(north, {
    ...{ caseId, type: 'INFORMATIONAL_OUTSIDE', contactName: marks.contact },
    ...{ organization: 'Harbour Food Bank', emailTo: 'intake@harbour.example' },
  });
  const note = await addNote(north, submitted, marks.note);
  const document = await addDocument(north, draft.id, file(marks.document, pdf()));
  const where = { caseId: plainId(caseId) };
  const { id: correspondenceId } = await database.correspondence.findFirstOrThrow({
    where: { referralId: plainId(submitted) },
  });
  const notification = await database.caseNotification.findFirstOrThrow({ where });
  const receipt = await database.caseTransfer.findFirstOrThrow({ where });
  const reopened = await database.caseStatusChange.create({
    data: { ...where, from: 'CLOSED', to: 'ACTION_PLAN', reason: marks.reason },
  });
  const request = await database.referralAccess.findUniqueOrThrow({
    where: { referralId: plainId(submitted) },
  });
  const viewers = await signIn(api);
  await giveTasks(api, viewers, { caseId: where.caseId, referralId: plainId(submitted) });
  return {
    api,
    number,
    ids: {
      ...{ case: caseId, person: globalId('Person', personId), submitted, draft: draft.id, note },
      document: document.id,
      correspondence: globalId('Correspondence', correspondenceId),
      notification: globalId('CaseNotification', notification.id),
      statusChange: globalId('CaseStatusChange', reopened.id),
      transfer: receipt.id,
      request: globalId('PendingTransfer', request.id),
      caseload: globalId('CaseloadTransfer', await addCaseloadTransfer(api, receipt.id)),
    },
    viewers,
    async makeNews() {
      const decliner = await api.as('decliner.manager');
      await act(decliner, 'declineReferral', { referralId: toDecline, reason: 'No room', confirm: true });
    },
  };
}
