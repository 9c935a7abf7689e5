import { getNamedType, isInterfaceType, isLeafType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { fieldsOf } from '../support/every-field.ts';

/** All types that can be reached from a type by its fields, however far. */
function reachableFrom(typename: string): string[] {
  const found = new Set<string>();
  const open = [typename];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${name} has no fields`);
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (isLeafType(next) || found.has(next.name)) continue;
      found.add(next.name);
      open.push(next.name);
    }
  }
  return [...found].toSorted();
}

it('[R26] the summary has these fields, and each that is added has to be decided on here', () => {
  expect(fieldsOf('CaseSummary').toSorted()).toEqual([
    'caseManager',
    'employmentGoal',
    'number',
    'openedOn',
    'organization',
    'program',
    'status',
  ]);
});

/** Organizations and what they have; none of it is of a client. */
const ofOrganizations = [
  ...['Agreement', 'IneligibilityReason', 'Office', 'Organization', 'OrganizationChoice', 'Program'],
  ...['ServiceDeliveryLocation', 'StaffAccount', 'StaffMember'],
];
const notAList = (typename: string) => !/(Connection|Edge|^PageInfo)$/.test(typename);

it.each(['CaseSummary', 'TransferReceipt'])(
  '[R26] [D7] nothing that a %s leads to leads back to a case, a client or anything of theirs',
  (typename) => {
    expect(reachableFrom(typename).filter(notAList)).toEqual(ofOrganizations);
  },
);

it('[R26] a field of the whole case that has not been thought about is an error for receivers, not a leak', () => {
  // The type itself asks who sees the case whole; only these fields are let past it.
  const type = schema.getType('Case');
  if (!isObjectType(type)) throw new Error('Case is no object');
  const open = Object.values(type.getFields()).filter(
    ({ extensions }) =>
      (extensions.pothosOptions as { skipTypeScopes?: boolean } | undefined)?.skipTypeScopes,
  );
  expect(open.map(({ name }) => name).toSorted()).toEqual([
    'allowedActions',
    'id',
    'number',
    'person',
    'summary',
  ]);
});
