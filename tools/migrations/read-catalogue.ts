import type { Client } from 'pg';

/** One thing in a database: what it is, its name, what it is part of, and what it is like. */
export type CatalogueItem = {
  kind: string;
  name: string;
  /** The kind and name of the table or column without which it cannot be, or null. */
  within: string | null;
  /** Null where a Prisma schema cannot say it, whatever it says. */
  definition: string | null;
  /** Whether it is of a sort that a Prisma schema cannot say, so that only a migration can make it. */
  beyondPrisma: boolean;
};

/**
 * Reads what a Prisma schema decides in a database: tables, columns with their defaults, keys, indexes and enums. Of the rest
 * (check and exclusion constraints, triggers, functions, views, extensions and what belongs to them) nothing is read.
 */
export async function readCatalogue(client: Client): Promise<CatalogueItem[]> {
  return (await client.query<CatalogueItem>(catalogue)).rows;
}

const catalogue = `
with own_table as (
  select c.oid, c.oid::regclass::text as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p')
     and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relname <> '_prisma_migrations'
     and not exists (select from pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
),
own_column as (
  select 'table ' || t.name as own_table, format('%s.%I', t.name, a.attname) as name, a.*
    from own_table t join pg_attribute a on a.attrelid = t.oid
   where a.attnum > 0 and not a.attisdropped
)
select 'table' as kind, name, null as within, '' as definition, false as "beyondPrisma"
  from own_table
union all
select 'column', name, own_table,
       concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
                 case attidentity when 'a' then 'identity always' when 'd' then 'identity by default' end),
       false
  from own_column
union all
select 'default', name, 'column ' || name,
       case when attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end, attgenerated <> ''
  from own_column join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
union all
select 'foreign key', format('%s.%I', t.name, conname), 'table ' || t.name,
       regexp_replace(pg_get_constraintdef(k.oid), ' DEFERRABLE( INITIALLY DEFERRED)?', ''), condeferrable
  from pg_constraint k join own_table t on t.oid = conrelid
 where contype = 'f'
union all
select case when indisprimary then 'primary key' else 'index' end, indexrelid::regclass::text, 'table ' || t.name,
       concat_ws(' ', pg_get_indexdef(indexrelid), case when not indisvalid then 'INVALID' end),
       indpred is not null or indexprs is not null or indnatts > indnkeyatts or indnullsnotdistinct or not indimmediate
         or exists (select from pg_opclass o where o.oid = any (indclass) and not o.opcdefault)
  from pg_index join own_table t on t.oid = indrelid
 where not indisexclusion
union all
select 'enum', t.oid::regtype::text, null,
       (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid), false
  from pg_type t
 where typtype = 'e'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
order by kind, name`;
