import fc from 'fast-check';
import type { Database } from '../../../src/platform/database.ts';
import { globalId } from '../../support/global-id.ts';
import { text } from './values.ts';

/** The ids of what there is, by type, so that what is sent reaches something. */
export type KnownIds = {
  /** Ids for an argument or field of this name: mostly of the type that it means, sometimes of another, sometimes none. */
  for(name: string): fc.Arbitrary<string>;
  /** Some id of a type; that of nobody where there is none. */
  one(type: string): string;
};

const nobody = '00000000-0000-0000-0000-000000000000';

/** The type that a name stands for, where it does not say so itself. */
const meant: Record<string, string> = {
  CaseManager: 'StaffMember',
  ManagedBy: 'Organization',
  Document: 'ReferralDocument',
  Notification: 'CaseNotification',
  Task: 'HomepageTask',
  Template: 'CorrespondenceTemplate',
  Location: 'ServiceDeliveryLocation',
};

/** The types whose table has another name. */
const tables: Record<string, string> = {
  StaffMember: 'Staff',
  PendingTransfer: 'ReferralAccess',
  TransferReceipt: 'CaseTransfer',
};

/** Reads the ids of up to 40 records of each type that has ids. */
export async function readKnownIds(database: Database, types: readonly string[]): Promise<KnownIds> {
  const known = new Map<string, string[]>();
  for (const type of types) {
    const rows = await database.$queryRawUnsafe<{ id: string }[]>(
      `SELECT id::text FROM "${tables[type] ?? type}" ORDER BY id LIMIT 40`,
    );
    known.set(
      type,
      rows.map(({ id }) => globalId(type, id)),
    );
  }
  const of = (type: string) => known.get(type) ?? [];
  const all = [...known.values()].flat();
  return {
    for(name) {
      const word = name.replace(/Ids?$/, '').replace(/^(from|to)(?=[A-Z])/, '');
      const type = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
      const right = of(meant[type] ?? type);
      const made = [
        Buffer.from(`Nothing:${nobody}`).toString('base64'),
        Buffer.from(`${type}:${nobody}`).toString('base64'),
        globalId('Case', nobody),
        nobody,
        `${all[0]}x`,
        all[0]?.slice(0, -2) ?? '',
      ];
      return fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...(right.length > 0 ? right : all)) },
        { weight: 1, arbitrary: fc.constantFrom(...all) },
        { weight: 1, arbitrary: fc.oneof(fc.constantFrom(...made), text) },
      );
    },
    one: (type) => of(type)[0] ?? globalId(type, nobody),
  };
}
