import { globalId } from '../../support/global-id.ts';
import { publishTemplateMutation as publish } from '../../support/template-operations.ts';
import { textsWith } from '../../support/templates.ts';
import { nobody, type Provocations, type Provoker } from './provoker.ts';
import { addedTemplate, onlyTemplate, retireAdded } from './templates.ts';

const { EN: en, FR: fr } = textsWith('Provoked');

/** How to get each refusal of publishCorrespondenceTemplate. */
export function publishCorrespondenceTemplateProvocations({ api, by }: Provoker): Provocations {
  return {
    'publishCorrespondenceTemplate.NotFound': async () =>
      by('ens.admin', publish, {
        templateId: globalId('CorrespondenceTemplate', nobody),
        version: 1,
        en,
        fr,
      }),
    'publishCorrespondenceTemplate.NotAllowed': async () =>
      by('north.admin', publish, { templateId: await onlyTemplate(api), version: 1, en, fr, confirm: true }),
    'publishCorrespondenceTemplate.InvalidInput': async () =>
      by('ens.admin', publish, { templateId: await onlyTemplate(api), en, fr }),
    'publishCorrespondenceTemplate.TemplateRetired': async () => {
      const templateId = await addedTemplate(api, 'CASE_TRANSFER');
      await retireAdded(api, 'CASE_TRANSFER');
      return by('ens.admin', publish, { templateId, version: 1, en, fr });
    },
    'publishCorrespondenceTemplate.StaleTemplate': async () =>
      by('ens.admin', publish, { templateId: await onlyTemplate(api), version: 0, en, fr, confirm: true }),
    'publishCorrespondenceTemplate.InvalidTemplate': async () =>
      by('ens.admin', publish, { referralType: 'CASE_TRANSFER', en, confirm: true }),
    'publishCorrespondenceTemplate.ConfirmationRequired': async () =>
      by('ens.admin', publish, { referralType: 'CASE_TRANSFER', en, fr }),
  };
}
