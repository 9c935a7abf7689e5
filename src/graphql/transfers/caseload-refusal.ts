import type { Refusal } from '../../domain/errors.ts';
import { builder } from '../builder.ts';

/** Why a case does not go with its caseload. */
export const CaseloadRefusal = builder
  .objectRef<Pick<Refusal, 'code' | 'text'>>('CaseloadRefusal')
  .implement({
    description: 'Why a case does not go with its caseload.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Stable, for programs.' }),
      message: t.string({
        description: 'For people, in the language of the request: why not, and what to do.',
        resolve: ({ text }, _args, { language }) => text[language],
      }),
    }),
  });
