import type { CodegenConfig } from '@graphql-codegen/cli';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './src/graphql/schema.ts';

/** `npm run codegen`: writes schema.graphql, and types for the operations of demo and tests. */
const config: CodegenConfig = {
  schema: printSchema(lexicographicSortSchema(schema)),
  documents: ['demo/**/*.ts', 'tests/**/*.ts'],
  generates: {
    'schema.graphql': { plugins: ['schema-ast'] },
    'demo/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        importExtension: '.ts',
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', File: 'File' },
      },
    },
  },
};

export default config;
