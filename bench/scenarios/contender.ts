import type { GraphQLRequest, Scenario } from './scenario.ts';

/** Who is measured. */
export const contenders = ['ours', 'postgraphile', 'floor'] as const;

/** See {@link contenders}. */
export type Contender = (typeof contenders)[number];

/** A request over HTTP. */
export type Asked = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string };

/** How a contender is asked the question of a scenario. */
export function asked(contender: Contender, scenario: Scenario, token: string): Asked {
  const authorization = `Bearer ${token}`;
  if (contender === 'floor') return { method: 'GET', path: scenario.floor, headers: { authorization } };
  const body: GraphQLRequest = scenario[contender];
  const headers = { authorization, 'content-type': 'application/json', accept: 'application/json' };
  return { method: 'POST', path: '/graphql', headers, body: JSON.stringify(body) };
}
