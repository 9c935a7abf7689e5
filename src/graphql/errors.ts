import type { FieldProblem } from '../domain/errors.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound, type Refusal } from '../domain/errors.ts';
import { builder } from './builder.ts';
import { InvalidId } from './invalid-id.ts';

/** What every refusal tells. */
export const ErrorInterface = builder.interfaceRef<Refusal>('Error').implement({
  description: 'A refusal that a client can expect. Nothing was changed.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, for programs.' }),
    message: t.string({
      description: 'For people, in the language of the request: what is wrong and what to do.',
      resolve: (refusal, _, { language }) => refusal.text[language],
    }),
  }),
});

/** One field of an input that cannot be accepted. */
export const FieldProblemRef = builder.objectRef<FieldProblem>('FieldProblem').implement({
  description: 'One field of an input that cannot be accepted.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The name of the field in the input.' }),
    message: t.string({
      description: 'What to enter instead, in the language of the request.',
      resolve: (problem, _, { language }) => problem.text[language],
    }),
  }),
});

builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'Fields are missing or wrong; every one of them is named.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    fields: t.field({
      description: 'Each field that is missing or wrong.',
      type: [FieldProblemRef],
      resolve: (refusal) => refusal.problems,
    }),
  }),
});

builder.objectType(InvalidId, {
  name: 'InvalidId',
  description:
    'What was sent as an id is none of this type: made up, cut, altered, or the id of something else.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    field: t.exposeString('field', {
      nullable: true,
      description: 'Where it stands in the input, in a list with its place from 0: `caseIds.2`.',
    }),
  }),
});

/** Adds a refusal that tells its code and message, no more, to the schema; its type bears the name of its class. */
export function refusalType<Values extends unknown[]>(
  refusal: new (...values: Values) => Refusal,
  description: string,
): void {
  builder.objectType(refusal, { name: refusal.name, description, interfaces: [ErrorInterface] });
}

refusalType(NotFound, 'There is no such record among those you may see.');
refusalType(NotAllowed, 'Your role does not let you do this.');
refusalType(ConfirmationRequired, 'Show the message as a question, then call again with `confirm: true`.');
