import type { PersonInput } from '../../domain/people/person-input.ts';
import type { builder } from '../builder.ts';
import { LanguageEnum } from '../language.ts';

/** The fields of an input by which a client's record is made or changed. */
export function personFields(t: Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]) {
  return {
    middleNames: t.string({ required: false, description: 'Middle names, of any script.' }),
    email: t.string({ required: false, description: 'One email address.' }),
    phone: t.string({
      required: false,
      description: 'Telephone with area code, as 902-555-0100; from abroad with + and the country’s code.',
    }),
    addressLine1: t.string({ required: false, description: 'Street address.' }),
    addressLine2: t.string({ required: false, description: 'Second line of it.' }),
    city: t.string({ required: false, description: 'Town or city.' }),
    province: t.string({ required: false, description: 'Province or territory, two letters.' }),
    postalCode: t.string({ required: false, description: 'Canadian postal code, as B0K 1V0.' }),
    sin: t.string({
      required: false,
      description:
        'Social Insurance Number. It is kept, and compared among clients you may see; no answer ever shows it.',
    }),
    healthCardNumber: t.string({
      required: false,
      description:
        'Health card number. It is kept, and compared among clients you may see; no answer ever shows it.',
    }),
    preferredLanguage: t.field({
      type: LanguageEnum,
      required: false,
      description: 'The language the client prefers; English where nothing is said. It cannot be emptied.',
    }),
  } satisfies Partial<Record<keyof PersonInput, unknown>>;
}
