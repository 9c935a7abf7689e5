import { isObjectType } from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';
import type { Scene } from '../../graphql/access-matrix/scene.ts';
import { globalId } from '../../support/global-id.ts';
import { givenArguments } from './arguments.ts';
import type { Claim } from './claims.ts';
import type { RecordIds } from './record-ids.ts';
import { type Given, selectField } from './select.ts';

/** An operation by which the walk enters, and what a viewer must have to be let in by it. */
export type Entry = {
  /** The root field, or `node(Type)`. */
  name: string;
  /** The type that `node` is asked for. */
  nodeType: string | null;
  document: string;
  claim: Claim;
};

/** Who finds a record by its id alone, where what it holds does not say so itself. */
const byId: Record<string, Claim> = {
  Agreement: 'see own business',
  Office: 'see own business',
  ServiceDeliveryLocation: 'see own business',
  StaffMember: 'see own business',
  CaseloadTransfer: 'see caseloads',
};

/** How deep the walk looks from each entry: every type of record is an entry, and so looked at whole. */
const levels = 2;
/** How deep it looks where another way leads to no entry. */
const deeper: Record<string, number> = {
  homepageTasks: 3,
  previewCorrespondenceTemplate: 4,
  caseloadOptions: 3,
  transferOptions: 3,
  auditTrail: 3,
  accessOn: 3,
};

/** About as many fields as an operation may ask for. */
const longest = 250;

/** Every root field but `node`, and `node` for a record of the scene of each type that has ids. */
export function entriesOf(scene: Scene, records: RecordIds): Entry[] {
  const given = givenArguments(scene);
  const root = schema.getQueryType();
  if (!root) throw new Error('there is no Query');
  const fields = Object.values(root.getFields()).filter(({ name }) => name !== 'node' && name !== 'nodes');
  return [
    ...fields.map((field): Entry => {
      const asked = selectField('Query', field, given, deeper[field.name] ?? levels);
      return { name: field.name, nodeType: null, document: `{ ${asked} }`, claim: 'within' };
    }),
    ...Object.entries(records).flatMap(([type, ids]) => ids.flatMap((id) => byNode(type, id, given))),
  ];
}

/** In as many operations as it takes to ask for all. */
function byNode(typename: string, id: string, given: Given): Entry[] {
  const type = schema.getType(typename);
  if (!isObjectType(type)) throw new Error(`${typename} is no type of records`);
  const parts: string[] = [];
  for (const field of Object.values(type.getFields())) {
    const asked = selectField(typename, field, given, levels);
    const last = parts.at(-1);
    if (last === undefined || `${last} ${asked}`.split(/\s+/).length > longest) parts.push(asked);
    else parts[parts.length - 1] = `${last} ${asked}`;
  }
  return parts.map((asked) => ({
    name: `node(${typename})`,
    nodeType: typename,
    document: `{ node(id: "${globalId(typename, id)}") { __typename ... on ${typename} { ${asked} } } }`,
    claim: byId[typename] ?? 'within',
  }));
}
