import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';

/** The types that hold something of a client or a case. */
const guarded = [
  'Person',
  'ReceiverPerson',
  'Case',
  'ReceiverCase',
  'CaseSummary',
  'Referral',
  'Letter',
  'Correspondence',
  'ReferralNote',
  'ReferralDocument',
  'CaseNotification',
  'CaseStatusChange',
  'CaseTransfer',
  'TransferReceipt',
  'PendingTransfer',
];

/** `Type.field` for each field that gives something of a client or a case, but for pages and what answers an action that was allowed. */
export function fieldsThatGive(): string[] {
  const found: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    if (/(Connection|Edge|Success)$/.test(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      const given = getNamedType(field.type).name;
      if (guarded.includes(nodeOf(given) ?? given)) found.push(`${type.name}.${field.name}`);
    }
  }
  return found.toSorted();
}

/** The type that a connection is of; of any other type, none. */
function nodeOf(name: string): string | null {
  const type = schema.getType(name);
  if (!name.endsWith('Connection') || !isObjectType(type)) return null;
  const nodes = type.getFields().nodes;
  return nodes === undefined ? null : getNamedType(nodes.type).name;
}

/** `Type.field` for each field that an operation selects. */
export function coordinates(document: string): string[] {
  const found: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        found.push(`${types.getParentType()?.name}.${name.value}`);
      },
    }),
  );
  return found;
}
