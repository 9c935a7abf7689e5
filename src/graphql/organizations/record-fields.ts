import type { builder } from '../builder.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

const placeTexts = {
  name: 'Its name; no other may have one that only accents and case tell from it.',
  addressLine1: 'Street address.',
  city: 'Town or city.',
  province: 'Province or territory, two letters.',
  postalCode: 'Canadian postal code, as B0K 1V0.',
};
const phoneText = 'Telephone with area code, as 902-555-0199; from abroad with + and the country’s code.';
const emailText = 'The general contact email, one address; Email To of a referral begins with it (R7).';

/** The fields of an input by which a place is added, or changed: then one left out stays as it is. */
export function placeFields<Required extends boolean>(t: InputFields, required: Required) {
  const field = (description: string) => t.string({ required, description });
  return {
    name: field(placeTexts.name),
    addressLine1: field(placeTexts.addressLine1),
    addressLine2: t.string({ required: false, description: 'Second line of it; null for none.' }),
    city: field(placeTexts.city),
    province: field(placeTexts.province),
    postalCode: field(placeTexts.postalCode),
  };
}

/** Like {@link placeFields}, of an office. */
export function officeFields<Required extends boolean>(t: InputFields, required: Required) {
  return { ...placeFields(t, required), phone: t.string({ required, description: phoneText }) };
}

/** Like {@link placeFields}, of an organization. */
export function organizationFields<Required extends boolean>(t: InputFields, required: Required) {
  const generalContactEmail = t.string({ required, description: emailText });
  return { ...officeFields(t, required), generalContactEmail };
}
