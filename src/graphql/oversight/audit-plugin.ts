import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { InvalidInput, Refusal } from '../../domain/errors.ts';
import { recordRefusal } from '../../domain/oversight/record-refusal.ts';
import type { RequestContext } from '../context.ts';
import { InvalidId } from '../invalid-id.ts';
import { namedRecords } from './named-records.ts';
import { noteView } from './noted-views.ts';
import { shownRecord } from './shown-records.ts';

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object, unknown>;

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      audit: AuditPlugin<Types>;
    }
  }
}

/**
 * The one place where the API sees what goes into the audit trail besides changes (D14): a refusal by a field of Query, Mutation
 * or Subscription is put on record as it happens, when what the field did has been undone; and each field of a client, a case or
 * what belongs to one that is shown is noted, for recordShownViews to put on record. It comes last of the plugins, so that it
 * sees only what those before it let happen, with rows that are loaded.
 */
class AuditPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(resolve: Resolver<Types>, field: PothosOutputFieldConfig<Types>): Resolver<Types> {
    if (isOfRoot(field)) return withRefusals(resolve, field.name);
    const { name, extensions } = this.buildCache.getTypeConfig(field.parentType);
    const model = extensions?.pothosPrismaModel;
    const recordOf = shownRecord(typeof model === 'string' ? model : undefined);
    // An id alone shows nothing: whoever asks by it has it.
    if (recordOf === null || field.name === 'id') return resolve;
    const shown = (entityType: string) => (name === entityType ? field.name : `${name}.${field.name}`);
    return (row, args, context, info) => {
      const viewing = context as RequestContext;
      const record = recordOf(row as Record<string, unknown>, viewing.actor);
      if (record !== null) noteView(viewing, record, shown(record.entityType));
      return resolve(row, args, context, info);
    };
  }

  override wrapSubscribe(
    subscribe: Resolver<Types> | undefined,
    field: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> | undefined {
    return subscribe && withRefusals(subscribe, field.name);
  }
}

function isOfRoot({ kind }: { kind: string }): boolean {
  return kind === 'Query' || kind === 'Mutation';
}

function withRefusals<Types extends SchemaTypes>(resolve: Resolver<Types>, action: string): Resolver<Types> {
  return async (root, args, context, info) => {
    try {
      return await resolve(root, args, context, info);
    } catch (refusal) {
      if (refusal instanceof Refusal) {
        const { actor, platform } = context as RequestContext;
        await recordRefusal(actor, platform.database, {
          ...{ action, refusal, fields: fieldsOf(refusal) },
          named: namedRecords(args),
        });
      }
      throw refusal;
    }
  };
}

function fieldsOf(refusal: Refusal): string[] {
  if (refusal instanceof InvalidInput) return refusal.problems.map(({ field }) => field);
  return refusal instanceof InvalidId && refusal.field !== null ? [refusal.field] : [];
}

/** The name under which the plugin is given to the builder. */
export const auditPlugin = 'audit';

SchemaBuilder.registerPlugin(auditPlugin, AuditPlugin);
