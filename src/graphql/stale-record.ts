import { StaleRecord } from '../domain/stale-record.ts';
import { builder } from './builder.ts';
import { ErrorInterface } from './errors.ts';

builder.objectType(StaleRecord, {
  name: 'StaleRecord',
  description: 'The record has changed since the version that the action was based on.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'The version that the record has by now.' }),
  }),
});
