import { addReferralMutation as add } from '../../../demo/operations.ts';
import { type Provocations, type Provoker, within } from './provoker.ts';

/** How to get each refusal of addReferral. */
export function addReferralProvocations({ by, caseId }: Provoker): Provocations {
  return {
    'addReferral.NotFound': async () =>
      by('south.manager', add, { ...within, caseId: await caseId('50244764') }),
    'addReferral.NotAllowed': async () =>
      by('north.reader', add, { ...within, caseId: await caseId('50244764') }),
    'addReferral.CaseNotTransferable': async () =>
      by('north.manager', add, { caseId: await caseId('42250153'), type: 'CASE_TRANSFER' }),
  };
}
