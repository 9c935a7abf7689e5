import type { builder } from '../builder.ts';
import { LanguageEnum } from '../language.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** The fields of an input by which a staff member is added, or changed: then one left out stays as it is. */
export function staffFields<Required extends boolean>(t: InputFields, required: Required) {
  return {
    givenName: t.string({ required, description: 'Their given name.' }),
    familyName: t.string({ required, description: 'Their family name.' }),
    jobTitle: t.string({ required: false, description: 'What they do; null for none.' }),
    email: t.string({ required, description: 'Their email address at work, which letters show (R10).' }),
    phone: t.string({
      required: false,
      description: 'Their telephone at work with area code, as 902-555-0199; null for none.',
    }),
    language: t.field({
      type: LanguageEnum,
      required: false,
      description:
        'The language of messages where a request names none. English for who is added without one.',
    }),
    officeId: t.id({
      required: false,
      description: 'The office they work from, one of the same organization that is open; null for none.',
    }),
    subject: t.string({
      required: false,
      description:
        'The `sub` of their tokens from the issuer; without one (null) they cannot sign in with any.',
    }),
  };
}
