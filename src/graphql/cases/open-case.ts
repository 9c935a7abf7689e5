import { OpenCaseExists } from '../../domain/cases/open-case-exists.ts';
import { openCase } from '../../domain/casework/open-case.ts';
import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { caseFields, readCaseFields } from './case-input.ts';
import { withCase } from './with-case.ts';

const OpenCaseSuccess = withCase('OpenCaseSuccess', 'The case has been opened.');

const OpenCaseInput = builder.inputType('OpenCaseInput', {
  description: 'For whom a case is to be opened, and what it is put under.',
  fields: (t) => ({
    personId: t.id({ description: 'The id of the client.' }),
    ...caseFields(t),
  }),
});

builder.mutationField('openCase', (t) =>
  t.field({
    type: OpenCaseSuccess,
    description:
      'Opens another case, in Intake, for a client of your organization or for one who was referred to it (R24). A client whom you do not see yet is added by createPerson. The case manager gets a task where somebody else opens the case.',
    args: { input: t.arg({ type: OpenCaseInput, description: 'The client and the case.' }) },
    errors: { types: [NotFound, NotAllowed, OpenCaseExists, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const personId = readId('Person', input.personId, 'personId');
      return { caseId: await openCase(actor, platform, { ...readCaseFields(input), personId }) };
    },
  }),
);
