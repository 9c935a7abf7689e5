import { getDatamodel } from '../../generated/pothos.ts';

/** A relation of a model, seen from it. */
export type RelationOf = {
  /** The model it leads to. */
  to: string;
  isList: boolean;
  /** Which columns are equal: one of the model itself, one of the model it leads to; null for a relation that goes by others than ids. */
  by: readonly [own: string, other: string] | null;
};

/** A column of a model. */
export type ColumnOf = {
  /** Whether JSON gives it as a text, which stands for a day or an instant. */
  isDate: boolean;
  isList: boolean;
  /** Whether JSON gives it as Prisma does, days and instants apart. */
  isPlain: boolean;
};

/** A model of prisma/schema.prisma. */
export type Model = {
  columns: ReadonlyMap<string, ColumnOf>;
  relations: ReadonlyMap<string, RelationOf>;
};

type Datamodel = { models: Record<string, { fields: readonly Field[] }> };
type Field = {
  name: string;
  kind: string;
  type: string;
  isList: boolean;
  relationName?: string;
  relationFromFields?: readonly string[];
};

const { models } = (getDatamodel() as unknown as { datamodel: Datamodel }).datamodel;
const plain = new Set(['String', 'Int', 'Boolean', 'DateTime']);
const known = new Map(Object.entries(models).map(([name, { fields }]) => [name, modelOf(name, fields)]));

/** The model with a name. */
export function modelNamed(name: string): Model {
  const model = known.get(name);
  if (model === undefined) throw new TypeError(`there is no model ${name}`);
  return model;
}

function modelOf(name: string, fields: readonly Field[]): Model {
  const columns = fields
    .filter(({ kind }) => kind !== 'object')
    .map(({ name: column, kind, type, isList }): [string, ColumnOf] => [
      column,
      { isDate: type === 'DateTime', isList, isPlain: kind === 'enum' || plain.has(type) },
    ]);
  const relations = fields
    .filter(({ kind }) => kind === 'object')
    .map((field): [string, RelationOf] => [
      field.name,
      { to: field.type, isList: field.isList, by: joinedBy(name, field) },
    ]);
  return { columns: new Map(columns), relations: new Map(relations) };
}

/**
 * The column stands with the side that refers to the other, by its id, which is the first of the columns where there are several. The foreign
 * key sees to it that the others are equal, too.
 * @returns null for what is not referred to by its id.
 */
function joinedBy(model: string, { type, relationName, relationFromFields }: Field): RelationOf['by'] {
  const [own] = relationFromFields ?? [];
  if (own !== undefined) return isId(own) ? [own, 'id'] : null;
  const opposite = models[type]?.fields.find(
    (other) =>
      other.relationName === relationName &&
      other.type === model &&
      other.relationFromFields?.[0] !== undefined,
  );
  const theirs = opposite?.relationFromFields?.[0];
  return theirs !== undefined && isId(theirs) ? ['id', theirs] : null;
}

function isId(column: string): boolean {
  return column.endsWith('Id');
}
