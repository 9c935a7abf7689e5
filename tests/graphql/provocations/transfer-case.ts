import { transferCaseMutation as transfer } from '../../../demo/operations.ts';
import { globalId } from '../../support/global-id.ts';
import type { Provocations, Provoker } from './provoker.ts';

/** How to get each refusal of transferCase. */
export function transferCaseProvocations({
  by,
  openTransfer,
  setStatus,
  organizationOf,
}: Provoker): Provocations {
  return {
    'transferCase.NotFound': async () => by('valley.manager', transfer, await openTransfer('50244764')),
    'transferCase.NotAllowed': async () => by('south.reader', transfer, await openTransfer('50244764')),
    'transferCase.CaseAlreadyTransferred': async () =>
      by('north.manager', transfer, await openTransfer('50244764')),
    'transferCase.InvalidInput': async () => {
      const input = await openTransfer('50244764');
      return by('south.manager', transfer, { ...input, serviceDeliveryLocationId: null, confirm: true });
    },
    'transferCase.ConfirmationRequired': async () =>
      by('south.manager', transfer, await openTransfer('50244764')),
    'transferCase.OrganizationNotEligible': async () => {
      const organizationId = globalId('Organization', await organizationOf('untracked.manager'));
      const input = {
        ...(await openTransfer('50244764')),
        organizationId,
        reason: 'The office has burnt down.',
      };
      return by('ens.admin', transfer, input);
    },
    'transferCase.CaseNotTransferable': async () => {
      const input = await openTransfer('79778074');
      await setStatus('79778074', 'FOLLOW_UP');
      return by('south.manager', transfer, { ...input, confirm: true });
    },
  };
}
