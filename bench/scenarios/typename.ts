import type { Scenario } from './scenario.ts';

/** Nothing but the way there and back. */
export function typename(): Scenario {
  const request = { query: '{ __typename }', variables: {} };
  return {
    name: 'typename',
    title: '{ __typename }',
    ours: request,
    postgraphile: request,
    floor: '/typename',
  };
}
