import { refusalOf } from '../../domain/allowance.ts';
import type { Refusal } from '../../domain/errors.ts';
import { listedName } from '../../domain/people/person-name.ts';
import { checkCase } from '../../domain/transfers/caseload/check-case.ts';
import { chosenCases } from '../../domain/transfers/caseload/chosen-cases.ts';
import type { CaseloadPreview as Preview } from '../../domain/transfers/caseload/transfer-caseload.ts';
import type { Case } from '../../generated/prisma/client.ts';
import { builder } from '../builder.ts';
import { CaseRef } from '../cases/case.ts';
import { CaseloadRefusal } from './caseload-refusal.ts';

/** A case with what the transfer would answer of it, which the list it is in has found out. */
type Previewed = Case & { refusal: Refusal | null };

const CaseloadPreviewItem = builder.prismaObject('Case', {
  variant: 'CaseloadPreviewItem',
  description: 'One case of a caseload, and what its transfer would do with it (B9).',
  fields: (t) => ({
    caseNumber: t.exposeString('number', { description: 'The Case ID.' }),
    client: t.string({
      description: 'The client as "Diaz, Rosa L.".',
      select: { person: { select: { givenName: true, middleNames: true, familyName: true } } },
      resolve: ({ person }) => listedName(person),
    }),
    case: t.variant(CaseRef, { description: 'The case.' }),
    wouldBeMoved: t.boolean({
      description: 'Whether it would be moved.',
      resolve: (row) => (row as typeof row & Previewed).refusal === null,
    }),
    refusal: t.field({
      type: CaseloadRefusal,
      nullable: true,
      description: 'Why it would not be moved; null where it would.',
      resolve: (row) => {
        const { refusal } = row as typeof row & Previewed;
        // An error that is resolved to counts as thrown.
        return refusal === null ? null : { code: refusal.code, text: refusal.text };
      },
    }),
  }),
});

/** What the transfer of a caseload would do. */
export const CaseloadPreview = builder.objectRef<Preview>('CaseloadPreview').implement({
  description:
    'What the transfer of a caseload would do now: found by the same checks as the transfer makes. Nothing is changed, and nothing is promised: the next moment may be another (B9).',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'How many cases it is about.' }),
    wouldBeMoved: t.exposeInt('movable', { description: 'How many would be moved.' }),
    wouldBeRefused: t.int({
      description: 'How many would stay where they are.',
      resolve: ({ total, movable }) => total - movable,
    }),
    items: t.prismaConnection({
      type: CaseloadPreviewItem,
      cursor: 'id',
      description: 'The cases, by Case ID.',
      totalCount: ({ total }) => total,
      resolve: async (query, { caseload, caseIds }, _args, { platform }): Promise<Previewed[]> => {
        const rows = await platform.database.case.findMany({
          ...query,
          where: chosenCases(caseload, caseIds),
          orderBy: [{ number: 'asc' }, { id: 'asc' }],
        });
        return rows.map((row) => ({ ...row, refusal: refusalOf(() => checkCase(caseload, row)) }));
      },
    }),
  }),
});
