import { CaseNotTransferable } from '../domain/cases/status.ts';
import { TemplateNotOffered } from '../domain/correspondence/template-text.ts';
import type { FieldProblem } from '../domain/errors.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound, type Refusal } from '../domain/errors.ts';
import { OrganizationNotEligible, WrongOrganizationKind } from '../domain/referrals/organization-choice.ts';
import { ReferralLocked } from '../domain/referrals/status.ts';
import { StaleDraft } from '../domain/referrals/update-referral.ts';
import { CaseAlreadyTransferred } from '../domain/transfers/transfer-case.ts';
import { builder } from './builder.ts';

const ErrorInterface = builder.interfaceRef<Refusal>('Error').implement({
  description: 'A refusal that a client can expect. Nothing was changed.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, for programs.' }),
    message: t.string({
      description: 'For people, in the language of the request: what is wrong and what to do.',
      resolve: (refusal, _, { language }) => refusal.text[language],
    }),
  }),
});

const FieldProblemRef = builder.objectRef<FieldProblem>('FieldProblem').implement({
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

builder.objectType(NotFound, {
  name: 'NotFound',
  description: 'There is no such record among those you may see.',
  interfaces: [ErrorInterface],
});

builder.objectType(NotAllowed, {
  name: 'NotAllowed',
  description: 'Your role does not let you do this.',
  interfaces: [ErrorInterface],
});

builder.objectType(ConfirmationRequired, {
  name: 'ConfirmationRequired',
  description: 'Show the message as a question, then call again with `confirm: true`.',
  interfaces: [ErrorInterface],
});

builder.objectType(ReferralLocked, {
  name: 'ReferralLocked',
  description: 'The referral has been submitted; it can no longer be changed or cancelled.',
  interfaces: [ErrorInterface],
});

builder.objectType(StaleDraft, {
  name: 'StaleDraft',
  description: 'The draft has changed since the version that the change was based on.',
  interfaces: [ErrorInterface],
});

builder.objectType(WrongOrganizationKind, {
  name: 'WrongOrganizationKind',
  description:
    'The type of the referral wants its organization chosen from the list, or typed, and the other was sent.',
  interfaces: [ErrorInterface],
});

builder.objectType(OrganizationNotEligible, {
  name: 'OrganizationNotEligible',
  description: 'Referrals cannot be sent to this organization today.',
  interfaces: [ErrorInterface],
});

builder.objectType(TemplateNotOffered, {
  name: 'TemplateNotOffered',
  description: 'The template is not on offer for this type of referral.',
  interfaces: [ErrorInterface],
});

builder.objectType(CaseNotTransferable, {
  name: 'CaseNotTransferable',
  description: 'The case is in Follow up or Closed.',
  interfaces: [ErrorInterface],
});

builder.objectType(CaseAlreadyTransferred, {
  name: 'CaseAlreadyTransferred',
  description: 'Your organization manages the case already.',
  interfaces: [ErrorInterface],
});
