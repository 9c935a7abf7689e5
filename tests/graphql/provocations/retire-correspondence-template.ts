import { globalId } from '../../support/global-id.ts';
import { retireTemplateMutation as retire } from '../../support/template-operations.ts';
import { nobody, type Provocations, type Provoker } from './provoker.ts';
import { addedTemplate, onlyTemplate } from './templates.ts';

/** How to get each refusal of retireCorrespondenceTemplate. */
export function retireCorrespondenceTemplateProvocations({ api, by }: Provoker): Provocations {
  return {
    'retireCorrespondenceTemplate.NotFound': async () =>
      by('ens.admin', retire, { templateId: globalId('CorrespondenceTemplate', nobody), confirm: true }),
    'retireCorrespondenceTemplate.NotAllowed': async () =>
      by('north.admin', retire, { templateId: await onlyTemplate(api), confirm: true }),
    'retireCorrespondenceTemplate.LastTemplate': async () =>
      by('ens.admin', retire, { templateId: await onlyTemplate(api), confirm: true }),
    'retireCorrespondenceTemplate.ConfirmationRequired': async () =>
      by('ens.admin', retire, { templateId: await addedTemplate(api, 'CASE_TRANSFER') }),
  };
}
