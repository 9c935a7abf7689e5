import { conditions, joined } from './condition.ts';
import { type Model, modelNamed, type RelationOf } from './models.ts';
import { NotCovered, type Statement } from './statement.ts';

/** A part of a Prisma query: which rows, in which order, and what of each. */
export type Query = {
  where?: Readonly<Record<string, unknown>> | undefined;
  orderBy?: unknown;
  take?: number | undefined;
  skip?: number | undefined;
  include?: Wanted | undefined;
  select?: Wanted | undefined;
};
type Wanted = Readonly<Record<string, unknown>>;

/** What is to be done with a row that came as JSON, for it to be as Prisma gives it. */
export type Reading = { dates: string[]; within: (readonly [relation: string, Reading])[] };

/** The rows of a query as a query of JSON, and how they are read. */
export type Selected = { sql: string; reading: Reading };

const known = new Set(['where', 'orderBy', 'take', 'skip', 'include', 'select']);

/**
 * The rows of a model that a query asks for, each with all that it asks of it.
 * @param condition what must hold of each besides the query's own `where`, given the alias of its row.
 * @throws NotCovered for what is not known here.
 */
export function selectRows(
  statement: Statement,
  name: string,
  query: Query,
  condition: (alias: string) => string[] = () => [],
): Selected {
  const unknown = Object.keys(query).find((key) => !known.has(key) && query[key as 'take'] !== undefined);
  if (unknown !== undefined) throw new NotCovered(unknown);
  const model = modelNamed(name);
  const alias = statement.alias();
  const { columns, reading } = selectOf(statement, model, alias, query);
  const all = [...condition(alias), ...conditions(statement, model, alias, query.where ?? {})];
  const where = all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`;
  const sql = `SELECT ${columns.join(', ')} FROM "${name}" AS ${alias}${where}${orderOf(model, alias, query.orderBy)}${pageOf(statement, query)}`;
  return { sql, reading };
}

function selectOf(statement: Statement, model: Model, alias: string, { include, select }: Query) {
  const reading: Reading = { dates: [], within: [] };
  const columns: string[] = [];
  for (const [name, { isDate, isList, isPlain }] of model.columns) {
    if (select !== undefined && select[name] !== true) continue;
    if (!isPlain) throw new NotCovered(name);
    columns.push(isList ? `coalesce(${alias}."${name}", '{}') AS "${name}"` : `${alias}."${name}"`);
    if (isDate) reading.dates.push(name);
  }
  for (const [name, wanted] of Object.entries(select ?? include ?? {})) {
    if (wanted === undefined || wanted === false || model.columns.has(name)) continue;
    if (name === '_count') {
      columns.push(`${counts(statement, model, alias, wanted)} AS "_count"`);
      continue;
    }
    const relation = model.relations.get(name);
    if (relation === undefined) throw new NotCovered(name);
    const query = wanted === true ? {} : (wanted as Query);
    const rows = selectRows(statement, relation.to, query, (row) => [joined(relation, alias, row)]);
    columns.push(`${asJson(relation, rows.sql)} AS "${name}"`);
    if (rows.reading.dates.length > 0 || rows.reading.within.length > 0)
      reading.within.push([name, rows.reading]);
  }
  return { columns, reading };
}

function asJson({ isList }: RelationOf, sql: string): string {
  return isList
    ? `(SELECT coalesce(json_agg(rows), '[]') FROM (${sql}) AS rows)`
    : `(SELECT row_to_json(one) FROM (${sql}) AS one)`;
}

function counts(statement: Statement, model: Model, alias: string, wanted: unknown): string {
  const { select = {} } = wanted as { select?: Wanted };
  const each = Object.entries(select).flatMap(([name, of]) => {
    if (of === undefined || of === false) return [];
    const relation = model.relations.get(name);
    if (relation === undefined) throw new NotCovered(name);
    const { where } = of === true ? {} : (of as Query);
    const row = statement.alias();
    const all = [
      joined(relation, alias, row),
      ...conditions(statement, modelNamed(relation.to), row, where ?? {}),
    ];
    return [`'${name}', (SELECT count(*) FROM "${relation.to}" AS ${row} WHERE ${all.join(' AND ')})`];
  });
  return `json_build_object(${each.join(', ')})`;
}

function orderOf(model: Model, alias: string, orderBy: unknown): string {
  const all = [orderBy ?? []].flat().flatMap((one) => Object.entries(one as Wanted));
  const columns = all.map(([name, direction]) => {
    if (!model.columns.has(name) || (direction !== 'asc' && direction !== 'desc')) throw new NotCovered(name);
    return `${alias}."${name}" ${direction}`;
  });
  return columns.length === 0 ? '' : ` ORDER BY ${columns.join(', ')}`;
}

function pageOf(statement: Statement, { take, skip }: Query): string {
  if (take !== undefined && take < 0) throw new NotCovered('take from the end');
  const limit = take === undefined ? '' : ` LIMIT ${statement.value(take)}`;
  return skip === undefined || skip === 0 ? limit : `${limit} OFFSET ${statement.value(skip)}`;
}

/** Makes of a row that came as JSON what Prisma gives: days and instants are dates. */
export function readRow(row: Record<string, unknown>, reading: Reading): void {
  for (const column of reading.dates) {
    const value = row[column];
    if (typeof value === 'string') row[column] = new Date(value);
  }
  for (const [relation, within] of reading.within) {
    const value = row[relation];
    if (Array.isArray(value)) for (const one of value) readRow(one, within);
    else if (value !== null) readRow(value as Record<string, unknown>, within);
  }
}
