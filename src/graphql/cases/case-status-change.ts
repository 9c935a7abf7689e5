import { wholeCases } from '../../domain/cases/access.ts';
import { builder } from '../builder.ts';
import { CaseStatusEnum } from './case-summary.ts';

builder.prismaNode('CaseStatusChange', {
  description: 'That a case was opened, or came from one status to another.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [{ case: wholeCases(actor) }] }),
  fields: (t) => ({
    from: t.expose('from', {
      type: CaseStatusEnum,
      nullable: true,
      description: 'The status before; null where the case was opened.',
    }),
    to: t.expose('to', { type: CaseStatusEnum, description: 'The status since.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When.' }),
    changedBy: t.relation('changedBy', {
      nullable: true,
      description: 'Who changed it; null where nobody signed in did, as in an import.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why; null where none was given.' }),
  }),
});
