import type { AllowedAction } from '../../domain/allowed-action.ts';
import { type PersonAction, personActionFacts, personActions } from '../../domain/people/person-actions.ts';
import { AllowedActionInterface } from '../allowed-action.ts';
import { builder } from '../builder.ts';

const PersonActionEnum = builder.enumType('PersonAction', {
  description: 'What can be done with a client’s record.',
  values: {
    UPDATE: { description: 'updatePerson.' },
    OPEN_CASE: { description: 'openCase.' },
  } satisfies Record<PersonAction, { description: string }>,
});

const PersonAllowedAction = builder.objectRef<AllowedAction<PersonAction>>('PersonAllowedAction').implement({
  description: 'Whether you can do something with a client’s record now, and if not, why (B6).',
  interfaces: [AllowedActionInterface],
  fields: (t) => ({
    action: t.expose('action', { type: PersonActionEnum, description: 'What it is about.' }),
  }),
});

builder.prismaObjectField('Person', 'allowedActions', (t) =>
  t.field({
    type: [PersonAllowedAction],
    description: 'For every action whether you can do it with this record now, and if not, why (B6).',
    select: (_args, { actor, moment }) => personActionFacts(actor, moment()),
    resolve: (found, _args, { actor }) => personActions(actor, found),
  }),
);
