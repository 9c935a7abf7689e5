import { encodeGlobalId } from '../handoff.ts';
import { nodeId } from '../peers/postgraphile/node-id.ts';
import type { Scenario, Subjects } from './scenario.ts';

/** One record by its id: a case, with its own columns. */
export function nodeById({ caseId }: Subjects): Scenario {
  const query = (id: string) =>
    `query Node($id: ID!) { node(id: $id) { ... on Case { ${id} number status version openedOn employmentGoal } } }`;
  return {
    name: 'node',
    title: 'node by id',
    ours: { query: query('id'), variables: { id: encodeGlobalId('Case', caseId) } },
    postgraphile: { query: query('id: rowId'), variables: { id: nodeId('Case', caseId) } },
    floor: `/nodes/case/${caseId}`,
  };
}
