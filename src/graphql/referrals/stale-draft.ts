import { StaleDraft } from '../../domain/referrals/draft-version.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';

builder.objectType(StaleDraft, {
  name: 'StaleDraft',
  description: 'The draft has changed since the version that the action was based on.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'The version that the draft has by now.' }),
  }),
});
