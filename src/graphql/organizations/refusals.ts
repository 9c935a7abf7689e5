import { wholeCases } from '../../domain/cases/access.ts';
import { AgreementsOverlap } from '../../domain/network/agreements-overlap.ts';
import { LastAdministrator } from '../../domain/network/last-administrator.ts';
import { OrganizationHasOpenCases } from '../../domain/network/organization-has-open-cases.ts';
import { StaffMemberHasOpenCases } from '../../domain/network/staff-member-has-open-cases.ts';
import { ownRecords } from '../../domain/organizations/access.ts';
import { builder } from '../builder.ts';
import { ErrorInterface, refusalType } from '../errors.ts';

/** So many of the cases in the way are shown; once they are gone, the next are. */
const mostCases = 100;

const holders = [
  [
    OrganizationHasOpenCases,
    'OrganizationHasOpenCases',
    'The organization cannot be closed while it manages open cases.',
  ],
  [
    StaffMemberHasOpenCases,
    'StaffMemberHasOpenCases',
    'The staff member cannot be disabled, or cease to be a case manager, while they have open cases.',
  ],
] as const;

for (const [refusal, name, description] of holders) {
  builder.objectType(refusal, {
    name,
    description,
    interfaces: [ErrorInterface],
    fields: (t) => ({
      openCaseCount: t.int({
        description: 'How many there are.',
        resolve: ({ caseIds }) => caseIds.length,
      }),
      openCases: t.prismaField({
        type: ['Case'],
        description: 'The first hundred of them, by Case ID.',
        resolve: (query, { caseIds }, _args, { platform, actor }) =>
          platform.database.case.findMany({
            ...query,
            where: { id: { in: caseIds.slice(0, mostCases) }, ...wholeCases(actor) },
            orderBy: { number: 'asc' },
          }),
      }),
    }),
  });
}

refusalType(LastAdministrator, 'Without this administrator nobody would be left to add the next one.');

builder.objectType(AgreementsOverlap, {
  name: 'AgreementsOverlap',
  description: 'Other agreements of the organization have one of the programs on some of the days.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    agreements: t.prismaField({
      type: ['Agreement'],
      description: 'Those agreements, by their first day.',
      resolve: (query, { agreementIds }, _args, { platform, actor }) =>
        platform.database.agreement.findMany({
          ...query,
          where: { id: { in: [...agreementIds] }, ...ownRecords(actor) },
          orderBy: { startsOn: 'asc' },
        }),
    }),
  }),
});
