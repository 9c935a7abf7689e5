import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { updateServiceDeliveryLocation } from '../../domain/network/update-service-delivery-location.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { placeFields } from './record-fields.ts';
import { withServiceDeliveryLocation } from './with-record.ts';

const UpdateServiceDeliveryLocationSuccess = withServiceDeliveryLocation(
  'UpdateServiceDeliveryLocationSuccess',
  'The service delivery location has been changed.',
);

const UpdateServiceDeliveryLocationInput = builder.inputType('UpdateServiceDeliveryLocationInput', {
  description: 'The details of a service delivery location to change: one left out stays as it is.',
  fields: (t) => ({
    serviceDeliveryLocationId: t.id({ description: 'Its id.' }),
    ...placeFields(t, false),
    closed: t.boolean({
      required: false,
      description:
        'True closes it: it cannot be chosen any more, and what is under it stays. False opens it again.',
    }),
  }),
});

builder.mutationField('updateServiceDeliveryLocation', (t) =>
  t.field({
    type: UpdateServiceDeliveryLocationSuccess,
    description:
      'Changes a service delivery location, closes it or opens it again, for the administrator of its organization and those of Employment Nova Scotia.',
    args: { input: t.arg({ type: UpdateServiceDeliveryLocationInput, description: 'What to change.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const id = readId('ServiceDeliveryLocation', input.serviceDeliveryLocationId);
      await updateServiceDeliveryLocation(actor, platform, { ...input, serviceDeliveryLocationId: id });
      return { id };
    },
  }),
);
