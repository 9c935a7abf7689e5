import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openSchemaEngine, type SchemaEngine } from '../../src/platform/migrations/schema-engine.ts';
import { findDrift } from '../../tools/migrations/find-drift.ts';
import { MigrationRefused, writeMigration } from '../../tools/migrations/write-migration.ts';
import { openScratch, type Scratch } from './migrations-scratch.ts';

const schema = `
  datasource db {
    provider = "postgresql"
  }
  enum Colour {
    RED
    GREEN
  }
  model Box {
    id     Int    @id @default(autoincrement())
    name   String @default("plain")
    colour Colour @default(RED)
    size   Int?
    search String @default("")
    items  Item[]
    @@index([name])
    @@index([search(ops: raw("gin_trgm_ops"))], type: Gin)
  }
  model Item {
    id    Int  @id
    boxId Int
    box   Box  @relation(fields: [boxId], references: [id], onDelete: Cascade)
    @@unique([boxId, id])
  }`;
const extension = 'create extension pg_trgm;';

let scratch: Scratch;
let engine: SchemaEngine;
beforeAll(async () => {
  scratch = await openScratch();
  engine = await openSchemaEngine(inject('serverUrl'));
});
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  await scratch[Symbol.asyncDispose]();
});

/** A project with this schema, its migrations directory and functions that act on it as the commands do. */
async function project(text: string) {
  const root = await scratch.writeFiles({ 'schema.prisma': text });
  const paths = { schemaPath: join(root, 'schema.prisma'), directory: join(root, 'migrations') };
  const write = (name: string, options: { empty?: boolean; now?: Date } = {}) =>
    writeMigration(engine, {
      ...paths,
      name,
      empty: false,
      now: new Date('2025-03-04T05:06:07Z'),
      ...options,
    });
  return {
    ...paths,
    write,
    edit: (edited: string) => writeFile(paths.schemaPath, edited),
    writeByHand: async (sql: string) => writeFile((await write('by_hand', { empty: true })) ?? '', sql),
    findDrift: () => findDrift({ ...paths, serverUrl: inject('serverUrl') }),
  };
}

/** A project whose migrations make its schema, and then run this SQL. */
async function migratedProject(sql: string) {
  const made = await project(schema);
  const path = (await made.write('init')) ?? '';
  await writeFile(path, `${extension}\n${await readFile(path, 'utf8')}`);
  await made.writeByHand(sql);
  return made;
}

describe('writing a migration', () => {
  it('starts from nothing, then from the schema of the last one', async () => {
    const { write, edit, directory, schemaPath } = await project(schema);
    const path = await write('init');
    expect(path).toBe(join(directory, '20250304050607_init', 'migration.sql'));
    expect(await readFile(path ?? '', 'utf8')).toContain('CREATE TABLE "Box"');
    expect(await readFile(join(directory, 'migration_lock.toml'), 'utf8')).toContain(
      'provider = "postgresql"',
    );

    await edit(schema.replace('size   Int?', 'size   Int?\n    weight Int?'));
    const added = await readFile((await write('add_weight')) ?? '', 'utf8');
    expect(added.trim()).toBe('-- AlterTable\nALTER TABLE "Box" ADD COLUMN     "weight" INTEGER;');
    expect(await readFile(join(directory, 'migrated-schema.prisma'), 'utf8')).toBe(
      await readFile(schemaPath, 'utf8'),
    );
  });

  it('writes nothing when nothing changed that a database would notice', async () => {
    const { write, edit } = await project(schema);
    await write('init');
    await edit(schema.replace('enum Colour', '/// What it looks like.\n  enum Colour'));
    expect(await write('again')).toBeNull();
  });

  it('orders the new one after all others, whatever the clock says', async () => {
    const { write, directory } = await project(schema);
    await write('zebra');
    const path = await write('ant', { empty: true, now: new Date('2024-01-01T00:00:00Z') });
    expect(path).toBe(join(directory, '20250304050608_ant', 'migration.sql'));
  });

  it('leaves an empty one to be written by hand, unless the schema has changed', async () => {
    const { write, edit } = await project(schema);
    await expect(write('by_hand', { empty: true })).rejects.toThrow('prisma/schema.prisma has changed');
    await write('init');
    expect(await readFile((await write('by_hand', { empty: true })) ?? '', 'utf8')).toMatch(/^--/);
    await edit(`${schema}\nmodel Other { id Int @id }`.replace('{ id', '{\nid').replace('@id }', '@id\n}'));
    await expect(write('more', { empty: true })).rejects.toBeInstanceOf(MigrationRefused);
  });

  it.each(['Add Status', '../up', 'add-status', '', '1st', '_x'])('refuses the name %j', async (name) => {
    const { write } = await project(schema);
    await expect(write(name)).rejects.toThrow('lower-case words');
  });

  it('says where a schema is not valid', async () => {
    const { write } = await project(schema.replace('Int?', 'Inteher?'));
    await expect(write('init')).rejects.toThrow(/"Inteher".*schema\.prisma:13/s);
  });
});

describe('drift', () => {
  it('is none where the migrations add what a Prisma schema cannot say', async () => {
    const { findDrift } = await migratedProject(`
      alter table "Box" add constraint positive check (size > 0);
      alter table "Box" add exclude using btree (size with =);
      create unique index one_red on "Box" (colour) where colour = 'RED';
      create index lower_name on "Box" (lower(name)) include (size);
      create index name_prefix on "Box" (name text_pattern_ops);
      create function f() returns trigger language plpgsql as $$ begin return new; end $$;
      create trigger t before insert on "Box" for each row execute function f();
      create view red as select id from "Box" where colour = 'RED';
      alter table "Box" add unique (id, name) deferrable initially deferred;
      alter table "Item" alter constraint "Item_boxId_fkey" deferrable initially deferred;
      drop index "Box_search_idx";
      alter table "Box" drop search, add search text not null generated always as (lower(name)) stored;
      create index "Box_search_idx" on "Box" using gin (search gin_trgm_ops);`);
    expect(await findDrift()).toEqual([]);
  });

  it('is every difference in what a Prisma schema can say', async () => {
    const { findDrift } = await migratedProject(`
      alter table "Box" add extra text default 'e';
      create table "Surplus" (id int primary key);
      create type surplus as enum ('A');
      create index "Item_id_idx" on "Item" (id);
      drop index "Box_name_idx";
      alter table "Box" alter name set default 'fancy', alter size set not null;
      alter table "Item" alter id type bigint, drop constraint "Item_boxId_fkey",
        add constraint "Item_boxId_fkey" foreign key ("boxId") references "Box" (id) on delete cascade;
      drop index "Item_boxId_id_key";
      create unique index "Item_boxId_id_key" on "Item" ("boxId", id) where id > 0;
      alter table "Box" alter colour drop default;
      alter type "Colour" rename to "Old";
      create type "Colour" as enum ('GREEN', 'RED');
      alter table "Box" alter colour type "Colour" using colour::text::"Colour";
      alter table "Box" alter search drop not null;
      drop type "Old";`);
    expect(await findDrift()).toMatchInlineSnapshot(`
      [
        "default "Box".colour ('RED'::"Colour"): in prisma/schema.prisma, but no migration makes it",
        "index "Box_name_idx" (CREATE INDEX "Box_name_idx" ON public."Box" USING btree (name)): in prisma/schema.prisma, but no migration makes it",
        "column "Box".extra (text): made by the migrations, but not in prisma/schema.prisma",
        "enum surplus ('A'): made by the migrations, but not in prisma/schema.prisma",
        "index "Item_id_idx" (CREATE INDEX "Item_id_idx" ON public."Item" USING btree (id)): made by the migrations, but not in prisma/schema.prisma",
        "table "Surplus": made by the migrations, but not in prisma/schema.prisma",
        "column "Box".search: prisma/schema.prisma says text not null, the migrations make text",
        "column "Box".size: prisma/schema.prisma says integer, the migrations make integer not null",
        "column "Item".id: prisma/schema.prisma says integer not null, the migrations make bigint not null",
        "default "Box".name: prisma/schema.prisma says 'plain'::text, the migrations make 'fancy'::text",
        "enum "Colour": prisma/schema.prisma says 'RED', 'GREEN', the migrations make 'GREEN', 'RED'",
        "foreign key "Item"."Item_boxId_fkey": prisma/schema.prisma says FOREIGN KEY ("boxId") REFERENCES "Box"(id) ON UPDATE CASCADE ON DELETE CASCADE, the migrations make FOREIGN KEY ("boxId") REFERENCES "Box"(id) ON DELETE CASCADE",
        "index "Item_boxId_id_key": prisma/schema.prisma says CREATE UNIQUE INDEX "Item_boxId_id_key" ON public."Item" USING btree ("boxId", id), the migrations make CREATE UNIQUE INDEX "Item_boxId_id_key" ON public."Item" USING btree ("boxId", id) WHERE (id > 0)",
      ]
    `);
  });

  it('is a table that no migration makes, said once', async () => {
    const { findDrift } = await migratedProject('drop table "Item"');
    expect(await findDrift()).toEqual(['table "Item": in prisma/schema.prisma, but no migration makes it']);
  });

  it('is a change of the schema whose migration was forgotten', async () => {
    const { edit, findDrift } = await migratedProject('select 1');
    await edit(schema.replace('size   Int?', 'size   Int?\n    weight Int?'));
    expect(await findDrift()).toEqual([
      'prisma/schema.prisma has changed since the last migration: npm run migrate:new -- <name>',
      'column "Box".weight (integer): in prisma/schema.prisma, but no migration makes it',
    ]);
  });
});
