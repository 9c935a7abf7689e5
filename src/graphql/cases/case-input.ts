import type { CaseWish } from '../../domain/casework/case-wish.ts';
import type { builder } from '../builder.ts';
import { readId, readOptionalId } from '../ids.ts';

/** What an input says of a case to be opened. */
export function caseFields(t: Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]) {
  return {
    programId: t.id({ description: 'The program; of an active agreement of your organization.' }),
    officeId: t.id({ description: 'The office: one of your organization’s.' }),
    caseManagerId: t.id({
      required: false,
      description: 'The case manager: one of your organization’s staff; you yourself where nobody is named.',
    }),
    agreementId: t.id({
      description: 'Accountability Reporting: an active agreement of your organization that has the program.',
    }),
    serviceDeliveryLocationId: t.id({
      required: false,
      description: 'Service Delivery Location; needed only where your organization has several.',
    }),
    employmentGoal: t.string({
      required: false,
      description: 'What the client works towards, in one line of at most 500 characters.',
    }),
  };
}

/** An input with {@link caseFields}, as it came. */
type GivenCase = {
  programId: string;
  officeId: string;
  caseManagerId?: string | null | undefined;
  agreementId: string;
  serviceDeliveryLocationId?: string | null | undefined;
  employmentGoal?: string | null | undefined;
};

/** Reads the ids of {@link caseFields}. @throws for what is no such id. */
export function readCaseFields(input: GivenCase): CaseWish {
  return {
    programId: readId('Program', input.programId, 'programId'),
    officeId: readId('Office', input.officeId, 'officeId'),
    caseManagerId: readOptionalId('StaffMember', input.caseManagerId, 'caseManagerId'),
    agreementId: readId('Agreement', input.agreementId, 'agreementId'),
    serviceDeliveryLocationId: readOptionalId(
      'ServiceDeliveryLocation',
      input.serviceDeliveryLocationId,
      'serviceDeliveryLocationId',
    ),
    employmentGoal: input.employmentGoal,
  };
}
