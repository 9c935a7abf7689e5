/** The layers, from the top down: each may use those below it, never those above. */
const layers = [
  { name: 'graphql', path: '^src/graphql/' },
  { name: 'jobs', path: '^src/jobs/' },
  { name: 'domain', path: '^src/domain/' },
  { name: 'documents', path: '^src/documents/' },
  { name: 'platform', path: '^src/platform/' },
];

/** The slices of the domain: each may use those before it, never those after. */
const slices = [
  'audit',
  'organizations',
  'people',
  'cases',
  'homepage',
  'correspondence',
  'referrals',
  'transfers',
  'casework',
  'network',
  'oversight',
];

const entrances = '^src/[^/]+\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-dependencies-in-the-product',
      severity: 'error',
      from: { path: '^(src|prisma)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'nothing-imports-the-entrances',
      comment: 'src/*.ts put the layers together; no layer knows of them.',
      severity: 'error',
      from: { path: layers.map(({ path }) => path) },
      to: { path: entrances },
    },
    ...layers.slice(1).map(({ name, path }, index) => ({
      name: `${name}-uses-nothing-above-it`,
      severity: 'error',
      from: { path },
      to: { path: layers.slice(0, index + 1).map((above) => above.path) },
    })),
    {
      name: 'jobs-and-graphql-stay-apart',
      severity: 'error',
      from: { path: '^src/graphql/' },
      to: { path: '^src/jobs/' },
    },
    {
      name: 'documents-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/documents/' },
      to: { path: '^(src|prisma|tools|demo)/', pathNot: '^src/documents/' },
    },
    {
      name: 'domain-renders-only-letters',
      comment: 'The preview is a rule (B2); the email is the job’s.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/documents/', pathNot: '^src/documents/letter/' },
    },
    {
      name: 'domain-knows-no-transport',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        path: 'node_modules/(graphql|graphql-[^/]+|@pothos|fastify|ws|mjml|nodemailer|pg-boss)/',
        reachable: true,
      },
    },
    ...slices.map((slice, index) => ({
      name: `${slice}-uses-no-later-slice`,
      severity: 'error',
      from: { path: `^src/domain/${slice}/` },
      to: { path: slices.slice(index + 1).map((later) => `^src/domain/${later}/`) },
    })),
    {
      name: 'product-does-not-know-tests',
      severity: 'error',
      from: { path: '^(src|prisma)/' },
      to: { path: '^(tests|demo|tools)/' },
    },
  ].filter(({ to }) => !('path' in to) || to.path.length > 0),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(src|demo)/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
