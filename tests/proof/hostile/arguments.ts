import fc from 'fast-check';
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { KnownIds } from './known-ids.ts';
import * as values from './values.ts';

type Named = { name: string; type: GraphQLInputType };

/** Something given, left out, or given as null. */
type Given = { value: unknown } | null;

/**
 * Values for arguments or for the fields of an input, by their types: mostly of the right shape, so that they get as far as
 * possible, and hostile inside.
 */
export function argumentsFor(
  members: readonly Named[],
  ids: KnownIds,
): fc.Arbitrary<Record<string, unknown>> {
  const each = members.map(({ name, type }) => given(valueFor(type, name, ids), isNonNullType(type)));
  return fc.tuple(...each).map((all) => {
    const entries = all.flatMap((one, place) =>
      one === null ? [] : [[members[place]?.name ?? '', one.value] as const],
    );
    return Object.fromEntries(entries);
  });
}

function given(value: fc.Arbitrary<unknown>, required: boolean): fc.Arbitrary<Given> {
  const there = value.map((it) => ({ value: it }));
  const absent = fc.constantFrom<Given>(null, null, { value: null });
  return fc.oneof(
    { weight: required ? 40 : 3, arbitrary: there },
    { weight: required ? 1 : 2, arbitrary: absent },
  );
}

function valueFor(type: GraphQLInputType, name: string, ids: KnownIds): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 40, arbitrary: rightValue(type, name, ids) },
    { weight: 1, arbitrary: values.wrong },
  );
}

function rightValue(type: GraphQLInputType, name: string, ids: KnownIds): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return rightValue(type.ofType, name, ids);
  if (isListType(type)) return list(rightValue(type.ofType, name, ids));
  if (isInputObjectType(type)) return argumentsFor(Object.values(type.getFields()), ids);
  if (isEnumType(type)) {
    const known = type.getValues().map((value) => value.name);
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: fc.constantFrom('NOBODY_KNOWS', 'en', '', '__proto__') },
    );
  }
  return scalar(type.name, name, ids);
}

function scalar(type: string, name: string, ids: KnownIds): fc.Arbitrary<unknown> {
  switch (type) {
    case 'ID':
      return ids.for(name);
    case 'Int':
      return values.int;
    case 'Float':
      return values.float;
    case 'Boolean':
      return fc.boolean();
    case 'Date':
      return values.date;
    case 'DateTime':
      return values.instant;
    case 'String':
      return name === 'after' || name === 'before' ? values.cursor : values.text;
    default:
      // A file is no JSON; whatever else there may come is hostile to it too.
      return values.text;
  }
}

function list(item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.array(item, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: item.map((one) => Array.from({ length: 2_000 }, () => one)) },
    { weight: 1, arbitrary: item },
  );
}
