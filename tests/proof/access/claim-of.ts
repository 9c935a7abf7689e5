import { isInterfaceType, isObjectType } from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';
import type { Claim } from './claims.ts';
import { classification, sayNothing } from './classification.ts';

const claims = new Map(
  Object.entries(classification).flatMap(([type, byClaim]) =>
    Object.entries(byClaim).flatMap(([claim, fields]) =>
      fields.split(' ').map((field) => [`${type}.${field}`, claim as Claim] as const),
    ),
  ),
);

/** What a viewer must have to be given a field, besides what leads to it. */
export function claimOf(type: string, field: string): Claim {
  if (sayNothing.test(type)) return 'within';
  const claim = claims.get(`${type}.${field}`);
  if (claim === undefined) throw new Error(`${type}.${field} is not classified`);
  return claim;
}

/** What a viewer must have to be given anything of a type: that of its id, or of all its fields where they have the same. */
export function claimOfAny(type: string): Claim {
  const byClaim = Object.keys(classification[type] ?? {});
  return claims.get(`${type}.id`) ?? (byClaim.length === 1 ? (byClaim[0] as Claim) : 'within');
}

/** Whether a field gives a page of a list, which is there even where it is empty. */
export function isList(coordinate: string): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  const of = schema.getType(type);
  return isObjectType(of) && /Connection!?$/.test(String(of.getFields()[field]?.type));
}

/** `Type.field` for each field of the schema that has to be classified. */
export function coordinates(): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__') || sayNothing.test(type.name)) return [];
    // A refusal is a text, the same for all, and the scan of the run reads it; what it names, it names by its own types.
    if (type.getInterfaces().some((one) => isInterfaceType(one) && one.name === 'Error')) return [];
    return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
  });
}

/** `Type.field` for each field that is classified; one that is classified twice is there twice. */
export function classified(): string[] {
  return Object.entries(classification).flatMap(([type, byClaim]) =>
    Object.values(byClaim).flatMap((fields) => fields.split(' ').map((field) => `${type}.${field}`)),
  );
}
