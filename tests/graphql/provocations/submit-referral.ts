import {
  submitReferralMutation as submit,
  updateReferralMutation as update,
} from '../../../demo/operations.ts';
import { draft } from '../../support/refer.ts';
import { type Provocations, type Provoker, within } from './provoker.ts';
import { addedTemplate, retireAdded } from './templates.ts';

/** How to get each refusal of submitReferral. */
export function submitReferralProvocations({
  aDraft,
  api,
  by,
  north,
  organizationOf,
  setStatus,
  submitted,
}: Provoker): Provocations {
  return {
    'submitReferral.NotFound': async () => by('south.manager', submit, { referralId: await aDraft() }),
    'submitReferral.NotAllowed': async () => by('north.reader', submit, { referralId: await aDraft() }),
    'submitReferral.StaleDraft': async () =>
      by('north.manager', submit, { referralId: await aDraft(), version: 1, confirm: true }),
    'submitReferral.InvalidInput': async () => {
      const referralId = await aDraft();
      await (await north()).request(update, { input: { referralId, contactName: null } });
      return by('north.manager', submit, { referralId, confirm: true });
    },
    'submitReferral.OrganizationNotEligible': async () => {
      const { referralId } = await draft(await north(), { ...within, number: '50244764', to: 'valley' });
      const where = { organizationId: await organizationOf('valley.manager') };
      await api.database.agreement.updateMany({ where, data: { clientTracking: false } });
      return by('north.manager', submit, { referralId, confirm: true });
    },
    'submitReferral.TemplateNotOffered': async () => {
      const referralId = await aDraft();
      const templateId = await addedTemplate(api, within.type);
      await (await north()).request(update, { input: { referralId, templateId } });
      await retireAdded(api, within.type);
      return by('north.manager', submit, { referralId, confirm: true });
    },
    'submitReferral.CaseNotTransferable': async () => {
      const number = '47953643';
      const { referralId } = await draft(await north(), { number, type: 'CASE_TRANSFER' });
      await setStatus(number, 'FOLLOW_UP');
      return by('north.manager', submit, { referralId, confirm: true });
    },
    'submitReferral.UnprintableCharacters': async () => {
      const referralId = await aDraft();
      await (await north()).request(update, { input: { referralId, contactName: 'Ms. Smile 😀' } });
      return by('north.manager', submit, { referralId, confirm: true });
    },
    'submitReferral.PossibleDuplicate': async () => {
      await submitted();
      return by('north.manager', submit, { referralId: await aDraft(), confirm: true });
    },
    'submitReferral.PrivacyFindingsNotAcknowledged': async () => {
      const referralId = await aDraft();
      const emailSubject = 'Client Referral: Rosa Diaz';
      await (await north()).request(update, { input: { referralId, emailSubject } });
      return by('north.manager', submit, { referralId, acknowledgeDuplicate: true, confirm: true });
    },
    'submitReferral.ConfirmationRequired': async () =>
      by('north.manager', submit, { referralId: await aDraft(), acknowledgeDuplicate: true }),
  };
}
