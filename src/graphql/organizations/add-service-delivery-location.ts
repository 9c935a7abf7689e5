import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { addServiceDeliveryLocation } from '../../domain/network/add-service-delivery-location.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { placeFields } from './record-fields.ts';
import { withServiceDeliveryLocation } from './with-record.ts';

const AddServiceDeliveryLocationSuccess = withServiceDeliveryLocation(
  'AddServiceDeliveryLocationSuccess',
  'The service delivery location is there.',
);

const AddServiceDeliveryLocationInput = builder.inputType('AddServiceDeliveryLocationInput', {
  description: 'The details of a service delivery location to be added.',
  fields: (t) => ({
    organizationId: t.id({ description: 'The id of the organization.' }),
    ...placeFields(t, true),
  }),
});

builder.mutationField('addServiceDeliveryLocation', (t) =>
  t.field({
    type: AddServiceDeliveryLocationSuccess,
    description:
      'Adds a service delivery location to an organization, for its own administrator and those of Employment Nova Scotia.',
    args: { input: t.arg({ type: AddServiceDeliveryLocationInput, description: 'Its details.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const organizationId = readId('Organization', input.organizationId);
      return { id: await addServiceDeliveryLocation(actor, platform, { ...input, organizationId }) };
    },
  }),
);
