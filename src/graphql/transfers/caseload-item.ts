import { seesWhole } from '../../domain/cases/access.ts';
import { listedName } from '../../domain/people/person-name.ts';
import { caseRefusalText } from '../../domain/transfers/caseload/case-refusals.ts';
import { CaseloadItemStatus } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';
import { CaseRef } from '../cases/case.ts';
import { CaseloadRefusal } from './caseload-refusal.ts';

/** How far one case of a caseload has come. */
export const CaseloadItemStatusEnum = builder.enumType('CaseloadItemStatus', {
  description: 'How far one case of a caseload transfer has come.',
  values: {
    [CaseloadItemStatus.PENDING]: { description: 'Its turn has not come yet.' },
    [CaseloadItemStatus.MOVED]: { description: 'It has gone to the new case manager.' },
    [CaseloadItemStatus.REFUSED]: { description: 'It stays where it was; `refusal` tells why.' },
  },
});

/** One case of a caseload transfer. */
export const CaseloadTransferItemRef = builder.prismaObject('CaseloadTransferItem', {
  description: 'One case of a caseload transfer, and what became of it (B9).',
  fields: (t) => ({
    caseNumber: t.string({
      description: 'The Case ID (D13).',
      select: { case: { select: { number: true } } },
      resolve: (item) => item.case.number,
    }),
    client: t.string({
      nullable: true,
      description: 'The client as "Diaz, Rosa L."; null where you do not see the case whole (R32).',
      select: {
        case: {
          select: {
            organizationId: true,
            person: { select: { givenName: true, middleNames: true, familyName: true } },
          },
        },
      },
      resolve: (item, _args, { actor }) =>
        seesWhole(actor, item.case) ? listedName(item.case.person) : null,
    }),
    case: t.field({
      type: CaseRef,
      nullable: true,
      description: 'The case; null where you do not see it whole (R32).',
      select: (_args, _context, nestedSelection) => ({ case: nestedSelection() }),
      resolve: (item, _args, { actor }) => (seesWhole(actor, item.case) ? item.case : null),
    }),
    status: t.expose('status', { type: CaseloadItemStatusEnum, description: 'How far it has come.' }),
    refusal: t.field({
      type: CaseloadRefusal,
      nullable: true,
      description: 'Why it was not moved; null where it was, or may yet be.',
      resolve: ({ refusalCode }) =>
        refusalCode === null ? null : { code: refusalCode, text: caseRefusalText(refusalCode) },
    }),
    doneAt: t.expose('doneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was moved or refused; null until then.',
    }),
  }),
});
