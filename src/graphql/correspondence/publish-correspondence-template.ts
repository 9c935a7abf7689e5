import { TemplateRetired } from '../../domain/correspondence/inspect-template.ts';
import { InvalidTemplate } from '../../domain/correspondence/invalid-template.ts';
import { publishTemplate, StaleTemplate } from '../../domain/correspondence/publish-template.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { builder } from '../builder.ts';
import { readTemplateInput, templateInputFields } from './template-input.ts';
import { withTemplate } from './with-template.ts';

const PublishCorrespondenceTemplateSuccess = withTemplate(
  'PublishCorrespondenceTemplateSuccess',
  'The texts are the template’s newest version, from this call or already before.',
);

const PublishCorrespondenceTemplateInput = builder.inputType('PublishCorrespondenceTemplateInput', {
  description: 'The texts of a template in both languages, and what they are for.',
  fields: (t) => ({
    ...templateInputFields(t),
    version: t.int({
      required: false,
      description:
        'The version you loaded and changed; needed with templateId. If there is a later one, the answer is StaleTemplate.',
    }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed.' }),
  }),
});

builder.mutationField('publishCorrespondenceTemplate', (t) =>
  t.field({
    type: PublishCorrespondenceTemplateSuccess,
    description:
      'Publishes a template: the next version of one, or a new one (R22). Only administrators of Employment Nova Scotia can (R23). Referrals keep the version they have. Publishing what the newest version says already answers the template and changes nothing.',
    args: { input: t.arg({ type: PublishCorrespondenceTemplateInput, description: 'The texts.' }) },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        InvalidInput,
        TemplateRetired,
        StaleTemplate,
        InvalidTemplate,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const { version, confirm } = input;
      const templateId = await publishTemplate(actor, platform, {
        ...readTemplateInput(input),
        version,
        confirm,
      });
      return { templateId };
    },
  }),
);
