import { EditsWouldBeLost, type LostEdit } from '../../domain/referrals/template-choice.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';

const LostEditRef = builder.objectRef<LostEdit>('LostEdit').implement({
  description: 'An edited text that another template or language would overwrite.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The name of the field in the input.' }),
    current: t.exposeString('current', { description: 'The text as it was edited.' }),
    replacement: t.exposeString('replacement', {
      nullable: true,
      description: 'What would take its place; null where the field would be emptied.',
    }),
  }),
});

builder.objectType(EditsWouldBeLost, {
  name: 'EditsWouldBeLost',
  description:
    'Another template or language would overwrite what was edited by hand (R10, B4). Show the texts, then call again with `discardEdits: true`, or send those to keep along with the change.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    edits: t.field({
      type: [LostEditRef],
      description: 'Each edited text that would be overwritten.',
      resolve: ({ edits }) => edits,
    }),
  }),
});
