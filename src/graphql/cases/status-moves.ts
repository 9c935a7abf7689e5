import { type StatusMove, statusMoveFacts, statusMoves } from '../../domain/casework/status-moves.ts';
import { AskedForEnum } from '../allowed-action.ts';
import { builder } from '../builder.ts';
import { wholeOnly } from './case.ts';
import { CaseStatusEnum } from './case-summary.ts';

const CaseStatusMove = builder.objectRef<StatusMove>('CaseStatusMove').implement({
  description: 'A status that a case can go to now.',
  fields: (t) => ({
    status: t.expose('status', { type: CaseStatusEnum, description: 'The status.' }),
    asksFor: t.field({
      type: [AskedForEnum],
      description: 'What changeCaseStatus will ask for.',
      resolve: ({ asksFor }) => [...asksFor],
    }),
  }),
});

builder.prismaObjectField('Case', 'statusMoves', (t) =>
  t.field({
    ...wholeOnly,
    type: [CaseStatusMove],
    description:
      'The statuses that the case can be brought to now, and what that asks for; whether you may is in allowedActions (B6).',
    select: (_args, { moment }) => statusMoveFacts(moment()),
    resolve: (found) => statusMoves(found),
  }),
);
