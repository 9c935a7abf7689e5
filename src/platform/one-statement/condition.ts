import { type Model, modelNamed, type RelationOf } from './models.ts';
import { NotCovered, type Statement } from './statement.ts';

type Where = Readonly<Record<string, unknown>>;

const operators: Record<string, string> = { equals: '=', lt: '<', lte: '<=', gt: '>', gte: '>=', not: '<>' };

/**
 * What a Prisma `where` says of the row with an alias.
 * @returns one or more conditions, which all must hold; none for every row.
 * @throws NotCovered for what is not known here.
 */
export function conditions(statement: Statement, model: Model, alias: string, where: Where): string[] {
  return Object.entries(where).flatMap(([name, wanted]) => {
    if (wanted === undefined) return [];
    if (name === 'AND')
      return [wanted].flat().flatMap((part) => conditions(statement, model, alias, part as Where));
    if (name === 'OR')
      return [anyOf((wanted as Where[]).map((part) => conditions(statement, model, alias, part)))];
    const relation = model.relations.get(name);
    if (relation !== undefined) return [related(statement, relation, alias, wanted as Where | null)];
    if (!model.columns.has(name)) throw new NotCovered(name);
    return compared(statement, `${alias}."${name}"`, wanted);
  });
}

/** Prisma leaves parts without a condition out of an OR, and an OR without parts out of an AND: neither is repeated here. */
function anyOf(parts: string[][]): string {
  if (parts.length === 0 || parts.some((part) => part.length === 0)) throw new NotCovered('OR');
  return `(${parts.map((part) => `(${part.join(' AND ')})`).join(' OR ')})`;
}

function related(statement: Statement, relation: RelationOf, alias: string, wanted: Where | null): string {
  const kinds = wanted === null ? [] : Object.keys(wanted);
  const by = relation.isList ? 'some' : 'is';
  const isNamed = kinds.length === 1 && kinds[0] === by;
  // To-one relations may be given without "is".
  const other = isNamed ? (wanted as Where)[by] : relation.isList ? null : wanted;
  if (other === null || other === undefined) throw new NotCovered(by);
  const row = statement.alias();
  const all = [
    joined(relation, alias, row),
    ...conditions(statement, modelNamed(relation.to), row, other as Where),
  ];
  return `EXISTS (SELECT FROM "${relation.to}" AS ${row} WHERE ${all.join(' AND ')})`;
}

/** That a row is related to another. */
export function joined({ by }: RelationOf, alias: string, other: string): string {
  if (by === null) throw new NotCovered('a relation by others than ids');
  const [own, theirs] = by;
  return `${other}."${theirs}" = ${alias}."${own}"`;
}

function compared(statement: Statement, column: string, wanted: unknown): string[] {
  if (wanted === null) return [`${column} IS NULL`];
  if (isValue(wanted)) return [`${column} = ${statement.value(wanted)}`];
  return Object.entries(wanted as Where).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (name === 'not' && value === null) return [`${column} IS NOT NULL`];
    if (name === 'in' && Array.isArray(value) && value.every(isValue))
      return [value.length === 0 ? 'FALSE' : `${column} = ANY (${statement.value(value)})`];
    const operator = operators[name];
    if (operator === undefined || !isValue(value)) throw new NotCovered(name);
    return [`${column} ${operator} ${statement.value(value)}`];
  });
}

function isValue(value: unknown): value is string | number | boolean | Date {
  return ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
}
