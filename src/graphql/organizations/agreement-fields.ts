import type { builder } from '../builder.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** The fields of an input by which an agreement is added, or changed: then one left out stays as it is. */
export function agreementFields<Required extends boolean>(t: InputFields, required: Required) {
  return {
    number: t.string({ required, description: 'Its number, which no other agreement has.' }),
    startsOn: t.field({ type: 'Date', required, description: 'Its first day.' }),
    endsOn: t.field({ type: 'Date', required, description: 'Its last day, not before the first.' }),
    clientTracking: t.boolean({ required, description: 'Whether client tracking is enabled (R6).' }),
    programIds: t.idList({
      required,
      description: 'The ids of all its programs, at least one of `programs`.',
    }),
  };
}
