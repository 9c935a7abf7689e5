import { wholeCases } from '../../domain/cases/access.ts';
import { builder } from '../builder.ts';

/** A type that hands out one case that the viewer manages: the success of a mutation, or a refusal that names it. */
export function withCase(name: string, description: string) {
  return builder.objectRef<{ caseId: string }>(name).implement({
    description,
    fields: (t) => ({
      case: t.prismaField({
        type: 'Case',
        description: 'The case as it is now.',
        resolve: (query, { caseId }, _args, { platform, actor }) =>
          platform.database.case.findFirstOrThrow({ ...query, where: { id: caseId, ...wholeCases(actor) } }),
      }),
    }),
  });
}
