import { type PlaceholderValues, placeholders } from '../../domain/correspondence/fill-placeholders.ts';
import { placeholderMeanings } from '../../domain/correspondence/placeholder-meanings.ts';
import { builder } from '../builder.ts';

const TemplatePlaceholderRef = builder.objectRef<keyof PlaceholderValues>('TemplatePlaceholder').implement({
  description: 'A placeholder that the text of a letter may use.',
  fields: (t) => ({
    name: t.string({ description: 'Its name, for example clientName.', resolve: (name) => name }),
    written: t.string({
      description: 'How it stands in a text, exactly: {{clientName}}.',
      resolve: (name) => `{{${name}}}`,
    }),
    meaning: t.string({
      description: 'What takes its place, in the language of the request.',
      resolve: (name, _args, { language }) => placeholderMeanings[name][language],
    }),
  }),
});

builder.queryField('templatePlaceholders', (t) =>
  t.field({
    type: [TemplatePlaceholderRef],
    description: 'The placeholders that letterBody of a template may use (R22).',
    resolve: () => [...placeholders],
  }),
);
