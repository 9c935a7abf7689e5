import type { Scene } from '../../graphql/access-matrix/scene.ts';
import { plainId } from '../../support/global-id.ts';

/** By type, the plain ids of records of the scene that are asked for by their id. */
export type RecordIds = Record<string, string[]>;

/** A record of each type that has ids: of the case of the scene, or of the organization that manages it. */
export async function recordIds({ api, ids }: Scene): Promise<RecordIds> {
  const { database } = api;
  const scene = await database.case.findUniqueOrThrow({ where: { id: plainId(ids.case) } });
  const location = await database.serviceDeliveryLocation.findFirstOrThrow({
    where: { organizationId: scene.organizationId },
  });
  const change = await database.caseStatusChange.create({
    data: {
      ...{ caseId: scene.id, from: 'ASSESSMENT', to: 'ACTION_PLAN', reason: 'Plan agreed' },
      changedById: scene.caseManagerId,
    },
  });
  const declined = await database.referralAccess.findFirstOrThrow({
    where: { caseId: scene.id, endCause: 'DECLINED' },
  });
  const template = await database.correspondenceTemplate.findFirstOrThrow();
  return {
    Case: [scene.id],
    Person: [scene.personId],
    Referral: [plainId(ids.submitted), plainId(ids.draft), declined.referralId],
    ReferralNote: [plainId(ids.note)],
    ReferralDocument: [plainId(ids.document)],
    Correspondence: [plainId(ids.correspondence)],
    CaseNotification: [plainId(ids.notification)],
    CaseStatusChange: [change.id],
    CaseTransfer: [ids.transfer],
    TransferReceipt: [ids.transfer],
    PendingTransfer: [plainId(ids.request)],
    CaseloadTransfer: [plainId(ids.caseload)],
    Agreement: [scene.agreementId],
    Office: [scene.officeId],
    StaffMember: [scene.caseManagerId],
    ServiceDeliveryLocation: [location.id],
    Organization: [scene.organizationId],
    Program: [scene.programId],
    CorrespondenceTemplate: [template.id],
  };
}
