import { builder } from '../builder.ts';

/** The success of a mutation that hands out one template. */
export function withTemplate(name: string, description: string) {
  return builder.objectRef<{ templateId: string }>(name).implement({
    description,
    fields: (t) => ({
      template: t.prismaField({
        type: 'CorrespondenceTemplate',
        description: 'The template as it is now.',
        resolve: (query, { templateId: id }, _args, { platform }) =>
          platform.database.correspondenceTemplate.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });
}
