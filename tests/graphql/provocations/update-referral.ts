import { updateReferralMutation as update } from '../../../demo/operations.ts';
import { globalId } from '../../support/global-id.ts';
import type { Provocations, Provoker } from './provoker.ts';

/** How to get each refusal of updateReferral. */
export function updateReferralProvocations({
  aDraft,
  api,
  by,
  north,
  organizationOf,
  submitted,
}: Provoker): Provocations {
  return {
    'updateReferral.NotFound': async () => by('south.manager', update, { referralId: await aDraft() }),
    'updateReferral.NotAllowed': async () => by('north.reader', update, { referralId: await aDraft() }),
    'updateReferral.ReferralLocked': async () => by('north.admin', update, { referralId: await submitted() }),
    'updateReferral.StaleDraft': async () =>
      by('north.manager', update, { referralId: await aDraft(), version: 1, contactName: 'Mr. Other' }),
    'updateReferral.InvalidInput': async () =>
      by('north.manager', update, { referralId: await aDraft(), emailSubject: 'Two\nlines' }),
    'updateReferral.WrongOrganizationKind': async () =>
      by('north.manager', update, { referralId: await aDraft(), organizationName: 'Harbour Food Bank' }),
    'updateReferral.OrganizationNotEligible': async () => {
      const organizationId = globalId('Organization', await organizationOf('expired.manager'));
      return by('north.manager', update, { referralId: await aDraft(), organizationId });
    },
    'updateReferral.TemplateNotOffered': async () => {
      const where = { referralType: 'CASE_TRANSFER' } as const;
      const { id } = await api.database.correspondenceTemplate.findFirstOrThrow({ where });
      const templateId = globalId('CorrespondenceTemplate', id);
      return by('north.manager', update, { referralId: await aDraft(), templateId });
    },
    'updateReferral.EditsWouldBeLost': async () => {
      const referralId = await aDraft();
      await (await north()).request(update, { input: { referralId, emailSubject: 'About a client' } });
      return by('north.manager', update, { referralId, language: 'FR' });
    },
  };
}
