import { LastTemplate, retireTemplate } from '../../domain/correspondence/retire-template.ts';
import { ConfirmationRequired, NotAllowed, NotFound } from '../../domain/errors.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { withTemplate } from './with-template.ts';

const RetireCorrespondenceTemplateSuccess = withTemplate(
  'RetireCorrespondenceTemplateSuccess',
  'The template is no longer on offer, from this call or already before.',
);

const RetireCorrespondenceTemplateInput = builder.inputType('RetireCorrespondenceTemplateInput', {
  description: 'Which template to retire.',
  fields: (t) => ({
    templateId: t.id({ description: 'The id of the template.' }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed.' }),
  }),
});

builder.mutationField('retireCorrespondenceTemplate', (t) =>
  t.field({
    type: RetireCorrespondenceTemplateSuccess,
    description:
      'Takes a template off offer for good (R8). Only administrators of Employment Nova Scotia can (R23). Submitted referrals keep it; a draft that has it needs another one to be submitted. One template of each type stays.',
    args: {
      input: t.arg({ type: RetireCorrespondenceTemplateInput, description: 'Which template to retire.' }),
    },
    errors: { types: [NotFound, NotAllowed, LastTemplate, ConfirmationRequired] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const templateId = readId('CorrespondenceTemplate', input.templateId, 'templateId');
      await retireTemplate(actor, platform, { templateId, confirm: input.confirm });
      return { templateId };
    },
  }),
);
