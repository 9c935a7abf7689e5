import { visiblePeople } from '../../domain/people/access.ts';
import { PossibleDuplicatePeople } from '../../domain/people/possible-duplicate-people.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';

builder.objectType(PossibleDuplicatePeople, {
  name: 'PossibleDuplicatePeople',
  description:
    'Clients you may see who may be the one you are adding: by name and birth date, or by a number. Show them; open a case for the right one, or call again with all their ids in `differentFromIds`.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    people: t.prismaField({
      type: ['Person'],
      description: 'Their records, at most ten.',
      resolve: (query, { personIds }, _args, { platform, actor, moment }) =>
        platform.database.person.findMany({
          ...query,
          where: { id: { in: personIds }, AND: [visiblePeople(actor, moment())] },
          orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
        }),
    }),
  }),
});
