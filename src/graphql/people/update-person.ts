import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { visiblePeople } from '../../domain/people/access.ts';
import { updatePerson } from '../../domain/people/update-person.ts';
import { StaleRecord } from '../../domain/stale-record.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { personFields } from './person-input.ts';

const UpdatePersonSuccess = builder.objectRef<{ personId: string }>('UpdatePersonSuccess').implement({
  description: 'The record has been changed.',
  fields: (t) => ({
    person: t.prismaField({
      type: 'Person',
      description: 'The record as it is now.',
      resolve: (query, { personId }, _args, { platform, actor, moment }) =>
        platform.database.person.findFirstOrThrow({
          ...query,
          where: { id: personId, AND: [visiblePeople(actor, moment())] },
        }),
    }),
  }),
});

const UpdatePersonInput = builder.inputType('UpdatePersonInput', {
  description: 'The fields of a client’s record to change: one left out stays as it is, null empties it.',
  fields: (t) => ({
    personId: t.id({ description: 'The id of the client.' }),
    version: t.int({
      required: false,
      description: 'The version you loaded; if it has changed since, the answer is StaleRecord.',
    }),
    givenName: t.string({
      required: false,
      description: 'Given name, of any script. It cannot be emptied.',
    }),
    familyName: t.string({
      required: false,
      description: 'Family name, of any script. It cannot be emptied.',
    }),
    birthDate: t.field({
      type: 'Date',
      required: false,
      description: 'Date of birth, from 1900 to today. It cannot be emptied.',
    }),
    ...personFields(t),
  }),
});

builder.mutationField('updatePerson', (t) =>
  t.field({
    type: UpdatePersonSuccess,
    description:
      'Changes a client’s record, for the organizations that manage a case of the client. Letters of submitted referrals stay as they were (R17). An input that changes nothing leaves the version as it is.',
    args: { input: t.arg({ type: UpdatePersonInput, description: 'The fields to change.' }) },
    errors: { types: [NotFound, NotAllowed, StaleRecord, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const personId = readId('Person', input.personId, 'personId');
      await updatePerson(actor, platform, { ...input, personId });
      return { personId };
    },
  }),
);
