import {
  type UnprintableCharacter,
  UnprintableCharacters,
} from '../../domain/correspondence/printable-letter.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';

const UnprintableCharacterRef = builder.objectRef<UnprintableCharacter>('UnprintableCharacter').implement({
  description: 'A character that the fonts of the letter do not have.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description:
        'Where it stands: `contactName`, `organizationName`, `client`, `caseManager`, `sendingOrganization` or `template`.',
    }),
    character: t.exposeString('character', {
      description: 'The character as a reader sees it; it may consist of several code points.',
    }),
    codePoints: t.exposeStringList('codePoints', { description: 'Its code points, as `U+1F600`.' }),
  }),
});

builder.objectType(UnprintableCharacters, {
  name: 'UnprintableCharacters',
  description: 'The letter would show a sign in place of characters that its fonts do not have (R22).',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    characters: t.field({
      description: 'Each of them once for each field, in the order of the letter.',
      type: [UnprintableCharacterRef],
      resolve: (refusal) => refusal.characters,
    }),
  }),
});
