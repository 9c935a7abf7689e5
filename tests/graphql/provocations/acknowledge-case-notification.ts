import { acknowledgeCaseNotificationMutation as acknowledge } from '../../../demo/operations.ts';
import { globalId } from '../../support/global-id.ts';
import { nobody, type Provocations, type Provoker } from './provoker.ts';

/** How to get each refusal of acknowledgeCaseNotification. */
export function acknowledgeCaseNotificationProvocations({ api, by }: Provoker): Provocations {
  return {
    'acknowledgeCaseNotification.NotFound': async () =>
      by('north.manager', acknowledge, { notificationIds: [globalId('CaseNotification', nobody)] }),
    'acknowledgeCaseNotification.InvalidInput': async () =>
      by('north.manager', acknowledge, { notificationIds: [] }),
    'acknowledgeCaseNotification.NotAllowed': async () => {
      const { id: caseId } = await api.database.case.findUniqueOrThrow({ where: { number: '50244764' } });
      const { id } = await api.database.caseNotification.create({
        data: { caseId, type: 'CASE_REASSIGNED' },
      });
      return by('ens.admin', acknowledge, { notificationIds: [globalId('CaseNotification', id)] });
    },
  };
}
