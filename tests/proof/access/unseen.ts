/** Fields that the walk shows to nobody, by why. */
export const unseen: Record<string, string> = {
  'Told by a mutation alone, or by its refusal.':
    'CaseloadPreview.total CaseloadPreview.wouldBeMoved CaseloadPreview.wouldBeRefused CaseloadPreviewItem.case CaseloadPreviewItem.caseNumber CaseloadPreviewItem.client CaseloadPreviewItem.refusal CaseloadPreviewItem.wouldBeMoved CaseloadRefusal.code CaseloadRefusal.message FieldProblem.field FieldProblem.message LostEdit.current LostEdit.field LostEdit.replacement NotReopenableTask.message NotReopenableTask.reason NotReopenableTask.taskId UnprintableCharacter.character UnprintableCharacter.codePoints UnprintableCharacter.field',
  'Told by a subscription alone.':
    'CaseNotificationAdded.caseNotification CaseNotificationAdded.cursor CaseloadTransferProgress.caseloadTransfer CaseloadTransferProgress.cursor HomepageTaskChange.cursor HomepageTaskChange.homepageTask ReferralStatusChange.cursor ReferralStatusChange.referral',
  'Asked for by each type of record.': 'Query.nodes',
  'An action lacks nothing that could be filled in.':
    'CaseAllowedAction.fields PendingTransferAllowedAction.fields PersonAllowedAction.fields ReferralAllowedAction.fields',
  'It has not come to that in the scene.':
    'Case.closedOn CaseNotification.acknowledgedAt CaseNotification.acknowledgedBy CaseTransfer.reason CaseloadTransfer.finishedAt Office.closedAt Organization.closedAt ServiceDeliveryLocation.addressLine2 ServiceDeliveryLocation.closedAt StaffAccount.disabledAt StaffAccount.scopes CaseloadTransferItem.refusal HomepageTask.caseloadTransfer HomepageTask.completedAt HomepageTask.completedBy',
  'Nobody mails in the scene.':
    'Correspondence.sentAt Referral.emailedAt Referral.secondsLate ServiceLevel.maxSeconds ServiceLevel.p50Seconds ServiceLevel.p95Seconds ServiceLevel.shareInTime',
  'The sample data publishes its templates in nobody’s name.':
    'CorrespondenceTemplate.retiredAt CorrespondenceTemplatePreview.fr CorrespondenceTemplateVersion.publishedBy',
};
