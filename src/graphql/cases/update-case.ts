import { CaseNotOpen } from '../../domain/cases/status.ts';
import { updateCase } from '../../domain/casework/update-case.ts';
import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { StaleRecord } from '../../domain/stale-record.ts';
import { builder } from '../builder.ts';
import { readId, readOptionalId } from '../ids.ts';
import { withCase } from './with-case.ts';

const UpdateCaseSuccess = withCase('UpdateCaseSuccess', 'The case has been changed.');

const UpdateCaseInput = builder.inputType('UpdateCaseInput', {
  description: 'The fields of a case to change: one left out stays as it is.',
  fields: (t) => ({
    caseId: t.id({ description: 'The id of the case.' }),
    version: t.int({
      required: false,
      description: 'The version you loaded; if it has changed since, the answer is StaleRecord.',
    }),
    employmentGoal: t.string({
      required: false,
      description: 'What the client works towards, in one line of at most 500 characters; null empties it.',
    }),
    officeId: t.id({ required: false, description: 'The office: one of your organization’s.' }),
    caseManagerId: t.id({
      required: false,
      description:
        'The case manager: one of your organization’s staff. Another one gets a task, and the open tasks that ask for work on the case.',
    }),
    agreementId: t.id({
      required: false,
      description:
        'Accountability Reporting: an active agreement of your organization that has the case’s program.',
    }),
    serviceDeliveryLocationId: t.id({
      required: false,
      description: 'Service Delivery Location; null only where your organization has no more than one.',
    }),
  }),
});

builder.mutationField('updateCase', (t) =>
  t.field({
    type: UpdateCaseSuccess,
    description:
      'Changes a case that your organization manages and that is not closed. Its program stays: open another case for another one. To another organization it goes by transferCase.',
    args: { input: t.arg({ type: UpdateCaseInput, description: 'The fields to change.' }) },
    errors: { types: [NotFound, NotAllowed, CaseNotOpen, StaleRecord, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const { employmentGoal, version } = input;
      const caseId = readId('Case', input.caseId, 'caseId');
      await updateCase(actor, platform, {
        ...{ caseId, version, employmentGoal },
        officeId: readOptionalId('Office', input.officeId, 'officeId'),
        caseManagerId: readOptionalId('StaffMember', input.caseManagerId, 'caseManagerId'),
        agreementId: readOptionalId('Agreement', input.agreementId, 'agreementId'),
        serviceDeliveryLocationId: readOptionalId(
          'ServiceDeliveryLocation',
          input.serviceDeliveryLocationId,
          'serviceDeliveryLocationId',
        ),
      });
      return { caseId };
    },
  }),
);
