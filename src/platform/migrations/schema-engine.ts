import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Migration } from './read-migrations.ts';
import { WholeScriptAdapter } from './whole-script-adapter.ts';

/** The parts of Prisma's schema engine that work in WebAssembly, on one database. */
export type SchemaEngine = AsyncDisposable & {
  /**
   * Applies what is pending and returns the names of what it applied. Each migration is one transaction.
   * @throws with the database's message when a migration fails; it is then recorded as failed, and no later one is applied.
   */
  applyMigrations(migrations: Migration[]): Promise<string[]>;
  /** The migrations that failed and are not resolved, and those whose file is no longer what was applied. */
  diagnose(migrations: Migration[]): Promise<{ failed: string[]; edited: string[] }>;
  /** Makes a failed migration pending again. @throws when there is none of that name. */
  markRolledBack(migration: string): Promise<void>;
  /**
   * The SQL that leads from one Prisma schema (null for an empty database) to another, or null when nothing has to change.
   * @throws with the place and the reason when a schema is not valid.
   */
  diff(from: string | null, to: string): Promise<string | null>;
};

/**
 * Loads the engine and connects it.
 * @param databaseUrl a postgres:// URL. The engine keeps one session of it until it is disposed.
 * @throws when the database cannot be reached.
 */
export async function openSchemaEngine(databaseUrl: string): Promise<SchemaEngine> {
  await load();
  const adapter = new WholeScriptAdapter(databaseUrl);
  const engine = await glue.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  ).catch(async (error: unknown) => {
    await adapter.end();
    throw error;
  });

  return {
    async applyMigrations(migrations) {
      try {
        return (await engine.applyMigrations(toInput(migrations))).appliedMigrationNames;
      } catch (error) {
        throw adapter.failure ?? error;
      }
    },
    async diagnose(migrations) {
      const history = await engine.diagnoseMigrationHistory({
        ...toInput(migrations),
        optInToShadowDatabase: false,
      });
      return { failed: history.failedMigrationNames, edited: history.editedMigrationNames };
    },
    async markRolledBack(migration) {
      await engine.markMigrationRolledBack({ migrationName: migration });
    },
    async diff(from, to) {
      const result = await engine.diff({
        from: from === null ? { tag: 'empty' } : toDatamodel(from),
        to: toDatamodel(to),
        script: true,
        exitCode: true,
        filters,
      });
      return result.exitCode === 0 ? null : result.stdout;
    },
    async [Symbol.asyncDispose]() {
      engine.free();
      await adapter.end();
    },
  };
}

const filters = { externalTables: [], externalEnums: [] };

function toDatamodel(schema: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: 'prisma/schema.prisma', content: schema }] };
}

function toInput(migrations: Migration[]) {
  return {
    filters,
    migrationsList: {
      baseDir: 'prisma/migrations',
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
      })),
    },
  };
}

let loaded: Promise<void> | undefined;

/** Instantiates the module, once in a process. The package's own entry imports the .wasm file, which Node cannot do. */
function load(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  // Where the module leaves its message before it traps.
  const registry = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void } };
  registry.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message(message) {
      throw new Error(message);
    },
  };
  const gluePath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(dirname(gluePath), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': withTimersThatLetGo({ ...glue }),
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/** The engine sets a timer of ten seconds when it takes its lock and never clears it: it must not keep the process alive. */
function withTimersThatLetGo(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const adapted = Object.entries(imports).map(([name, value]) => [
    name,
    name.startsWith('__wbg_setTimeout_') && typeof value === 'function'
      ? (...values: unknown[]) => value(...values).unref()
      : value,
  ]);
  return Object.fromEntries(adapted);
}
