import { wholeCases } from '../../domain/cases/access.ts';
import { createPerson } from '../../domain/casework/create-person.ts';
import { InvalidInput, NotAllowed } from '../../domain/errors.ts';
import { visiblePeople } from '../../domain/people/access.ts';
import { PossibleDuplicatePeople } from '../../domain/people/possible-duplicate-people.ts';
import { builder } from '../builder.ts';
import { caseFields, readCaseFields } from '../cases/case-input.ts';
import { readId } from '../ids.ts';
import { personFields } from './person-input.ts';

const CreatePersonSuccess = builder
  .objectRef<{ personId: string; caseId: string }>('CreatePersonSuccess')
  .implement({
    description: 'The client has been added, and the first case opened.',
    fields: (t) => ({
      person: t.prismaField({
        type: 'Person',
        description: 'The client’s record.',
        resolve: (query, { personId }, _args, { platform, actor, moment }) =>
          platform.database.person.findFirstOrThrow({
            ...query,
            where: { id: personId, AND: [visiblePeople(actor, moment())] },
          }),
      }),
      case: t.prismaField({
        type: 'Case',
        description: 'The case.',
        resolve: (query, { caseId }, _args, { platform, actor }) =>
          platform.database.case.findFirstOrThrow({ ...query, where: { id: caseId, ...wholeCases(actor) } }),
      }),
    }),
  });

const FirstCaseInput = builder.inputType('FirstCaseInput', {
  description: 'The case that a new client is added for.',
  fields: caseFields,
});

const CreatePersonInput = builder.inputType('CreatePersonInput', {
  description: 'A new client, and the case to open for them.',
  fields: (t) => ({
    givenName: t.string({ description: 'Given name, of any script.' }),
    familyName: t.string({ description: 'Family name, of any script.' }),
    birthDate: t.field({ type: 'Date', description: 'Date of birth, from 1900 to today.' }),
    ...personFields(t),
    case: t.field({ type: FirstCaseInput, description: 'The first case.' }),
    differentFromIds: t.idList({
      required: false,
      description:
        'Of the clients that PossibleDuplicatePeople has shown those you have looked at and who are somebody else: all of them.',
    }),
  }),
});

builder.mutationField('createPerson', (t) =>
  t.field({
    type: CreatePersonSuccess,
    description:
      'Adds a client together with their first case at your organization: it is by a case that an organization sees a record. Clients you may see who have a name and birth date alike, or the same number, are shown first. Of all others nothing is told, not even that there are any.',
    args: { input: t.arg({ type: CreatePersonInput, description: 'The client and the case.' }) },
    errors: { types: [NotAllowed, InvalidInput, PossibleDuplicatePeople] },
    resolve: async (_root, { input }, { actor, platform }) =>
      await createPerson(actor, platform, {
        ...input,
        case: readCaseFields(input.case),
        differentFromIds: input.differentFromIds?.map((id, place) =>
          readId('Person', id, `differentFromIds.${place}`),
        ),
      }),
  }),
);
