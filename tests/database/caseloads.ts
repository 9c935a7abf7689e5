import type { Guard } from './guard.ts';
import type { Records } from './records.ts';

const id = '00000000-0000-7000-8000-00000000000b';
const one = (table: string, organizationId: string) =>
  `(SELECT id FROM "${table}" WHERE "organizationId" = '${organizationId}' LIMIT 1)`;

/** Begins a caseload transfer from North Shore to South Shore, of the case of the records. */
function begun(records: Records, changes: Record<string, string> = {}): string {
  const { north, south, caseId } = records;
  const columns: Record<string, string> = {
    id: `'${id}'`,
    fromOrganizationId: `'${north.organizationId}'`,
    fromCaseManagerId: `'${north.staffId}'`,
    toOrganizationId: `'${south.organizationId}'`,
    toCaseManagerId: `'${south.staffId}'`,
    toOfficeId: one('Office', south.organizationId),
    toAgreementId: one('Agreement', south.organizationId),
    reason: `'The office has closed.'`,
    requestedById: `'${south.staffId}'`,
    ...changes,
  };
  const names = Object.keys(columns).map((name) => `"${name}"`);
  return `INSERT INTO "CaseloadTransfer" (${names.join(', ')}) VALUES (${Object.values(columns).join(', ')});
    INSERT INTO "CaseloadTransferItem" ("caseloadTransferId", "caseId") VALUES ('${id}', '${caseId}');`;
}

/** To a colleague instead. */
function inside({ north }: Records, changes: Record<string, string> = {}): Record<string, string> {
  return {
    toOrganizationId: `'${north.organizationId}'`,
    toCaseManagerId: `(SELECT id FROM "Staff" WHERE username = 'north.manager2')`,
    toOfficeId: one('Office', north.organizationId),
    toAgreementId: 'NULL',
    reason: 'NULL',
    ...changes,
  };
}

const itemIs = (set: string) =>
  `UPDATE "CaseloadTransferItem" SET ${set} WHERE "caseloadTransferId" = '${id}';`;
const itemMoved = itemIs(`status = 'MOVED', "doneAt" = now()`);
const caseloadIs = (set: string) => `UPDATE "CaseloadTransfer" SET ${set} WHERE id = '${id}';`;
const finished = `${itemMoved} ${caseloadIs(`"finishedAt" = now()`)}`;

const ofDestination = (column: string, table: string, what: string): Guard => ({
  table: 'CaseloadTransfer',
  name: `CaseloadTransfer_${column}_toOrganizationId`.slice(0, 58).concat('_fkey'),
  kind: 'foreign key',
  rule: `[B9] a caseload cannot go to another organization’s ${what}`,
  wrong: (records) => [begun(records, { [column]: one(table, records.north.organizationId) })],
});

const digest = (columns: string, values: string) => `
  INSERT INTO "HomepageTask" (id, "assigneeId", "organizationId", "createdById", "dueOn", ${columns})
  SELECT gen_random_uuid(), "assigneeId", "organizationId", "createdById", "dueOn", ${values}
    FROM "HomepageTask" WHERE "transferId" IS NOT NULL AND "caseId" IS NOT NULL ORDER BY id LIMIT 1;`;

/** What the database keeps of caseload transfers and their digests (B9). */
export const caseloads: Guard[] = [
  {
    table: 'CaseloadTransfer',
    name: 'CaseloadTransfer_fromCaseManagerId_fromOrganizationId_fkey',
    kind: 'foreign key',
    rule: '[B9] a caseload cannot be that of another organization’s case manager',
    wrong: (records) => [
      begun(records, { fromCaseManagerId: `(SELECT id FROM "Staff" WHERE username = 'valley.manager')` }),
    ],
  },
  ofDestination('toCaseManagerId', 'Staff', 'case manager'),
  ofDestination('toOfficeId', 'Office', 'office'),
  ofDestination('toAgreementId', 'Agreement', 'agreement'),
  ofDestination('toServiceDeliveryLocationId', 'ServiceDeliveryLocation', 'service delivery location'),
  {
    table: 'CaseloadTransfer',
    name: 'CaseloadTransfer_to_somebody_else',
    kind: 'check',
    rule: '[B9] a caseload goes to somebody else',
    wrong: (records) => [begun(records, inside(records, { toCaseManagerId: `'${records.north.staffId}'` }))],
  },
  {
    table: 'CaseloadTransfer',
    name: 'CaseloadTransfer_has_ground',
    kind: 'check',
    rule: '[B9] to another organization it goes with an agreement and a reason, inside one with neither',
    wrong: (records) => [
      begun(records, { toAgreementId: 'NULL' }),
      begun(records, { reason: 'NULL' }),
      begun(records, inside(records, { reason: `'Leave'` })),
      begun(records, inside(records, { toAgreementId: one('Agreement', records.north.organizationId) })),
    ],
    right: (records) => [begun(records), begun(records, inside(records))],
  },
  {
    table: 'CaseloadTransfer',
    name: 'CaseloadTransfer_finished_after_request',
    kind: 'check',
    rule: '[B9] a caseload transfer is not finished before it was asked for',
    wrong: (records) => [
      `${begun(records)} ${itemMoved} ${caseloadIs(`"finishedAt" = "requestedAt" - interval '1 second'`)}`,
    ],
  },
  {
    table: 'CaseloadTransfer',
    name: 'caseload_transfer_stays',
    kind: 'trigger',
    rule: '[B9] what was asked for never changes, and nothing does once it is finished',
    message: 'CaseloadTransfer is append-only',
    wrong: (records) => [
      `${begun(records)} ${caseloadIs(`reason = 'Another'`)}`,
      `${begun(records)} ${finished} ${caseloadIs('"finishedAt" = NULL')}`,
    ],
    right: (records) => [`${begun(records)} ${finished}`],
  },
  {
    table: 'CaseloadTransfer',
    name: 'caseload_transfer_is_kept',
    kind: 'trigger',
    rule: '[B9] a caseload transfer stays on record',
    message: 'CaseloadTransfer is append-only',
    wrong: (records) => [
      `${begun(records)} ALTER TABLE "CaseloadTransferItem" DISABLE TRIGGER caseload_item_is_kept;
       DELETE FROM "CaseloadTransferItem"; DELETE FROM "CaseloadTransfer"`,
    ],
  },
  {
    table: 'CaseloadTransfer',
    name: 'caseload_finished_when_done',
    kind: 'trigger',
    rule: '[B9] it is finished when every case is done',
    message: 'a caseload transfer is finished when every case is done',
    wrong: (records) => [`${begun(records)} ${caseloadIs(`"finishedAt" = now()`)}`],
  },
  {
    table: 'CaseloadTransferItem',
    name: 'caseload_item_before_finish',
    kind: 'trigger',
    rule: '[B9] no case is added to one that is finished',
    message: 'no case is added to a finished caseload transfer',
    wrong: (records) => [
      `${begun(records)} ${finished}
       INSERT INTO "CaseloadTransferItem" ("caseloadTransferId", "caseId")
       SELECT '${id}', id FROM "Case" WHERE id <> '${records.caseId}' LIMIT 1`,
    ],
  },
  {
    table: 'CaseloadTransferItem',
    name: 'caseload_item_stays',
    kind: 'trigger',
    rule: '[B9] a case that is done stays so, and none becomes another',
    message: 'CaseloadTransferItem is append-only',
    wrong: (records) => [
      `${begun(records)} ${itemMoved} ${itemIs(`status = 'PENDING', "doneAt" = NULL`)}`,
      `${begun(records)} ${itemIs(`"caseId" = (SELECT id FROM "Case" WHERE id <> '${records.caseId}' LIMIT 1)`)}`,
    ],
  },
  {
    table: 'CaseloadTransferItem',
    name: 'caseload_item_is_kept',
    kind: 'trigger',
    rule: '[B9] what became of a case stays on record',
    message: 'CaseloadTransferItem is append-only',
    wrong: (records) => [`${begun(records)} DELETE FROM "CaseloadTransferItem"`],
  },
  {
    table: 'CaseloadTransferItem',
    name: 'CaseloadTransferItem_done_has_time',
    kind: 'check',
    rule: '[B9] a case that is done has a time, and only such a one',
    wrong: (records) => [
      `${begun(records)} ${itemIs(`status = 'MOVED'`)}`,
      `${begun(records)} ${itemIs('"doneAt" = now()')}`,
    ],
    right: (records) => [`${begun(records)} ${itemMoved}`],
  },
  {
    table: 'CaseloadTransferItem',
    name: 'CaseloadTransferItem_refused_has_code',
    kind: 'check',
    rule: '[B9] a case that was refused has the code of the refusal, and only such a one',
    wrong: (records) => [
      `${begun(records)} ${itemIs(`status = 'REFUSED', "doneAt" = now()`)}`,
      `${begun(records)} ${itemIs(`status = 'MOVED', "doneAt" = now(), "refusalCode" = 'NOT_ALLOWED'`)}`,
    ],
    right: (records) => [
      `${begun(records)} ${itemIs(`status = 'REFUSED', "doneAt" = now(), "refusalCode" = 'NOT_ALLOWED'`)}`,
    ],
  },
  {
    table: 'CaseloadTransferItem',
    name: 'CaseloadTransferItem_receipt_of_move',
    kind: 'check',
    rule: '[B9] only a case that was moved has a receipt',
    wrong: (records) => [`${begun(records)} ${itemIs(`"transferId" = '${records.transferId}'`)}`],
    right: (records) => [
      `${begun(records)} ${itemIs(`status = 'MOVED', "doneAt" = now(), "transferId" = '${records.transferId}'`)}`,
    ],
  },
  {
    table: 'HomepageTask',
    name: 'HomepageTask_about_case_or_caseload',
    kind: 'check',
    rule: '[B9] a task is about one case or a caseload transfer, never both or neither',
    wrong: (records) => [
      digest('type', `'CASE_RECEIVED'`),
      `${begun(records)} ${digest('type, "caseloadTransferId", "caseId"', `'CASELOAD_RECEIVED', '${id}', "caseId"`)}`,
    ],
    right: (records) => [
      digest('type, "caseId"', `'CASE_RECEIVED', "caseId"`),
      `${begun(records)} ${digest('type, "caseloadTransferId"', `'CASELOAD_RECEIVED', '${id}'`)}`,
    ],
  },
  {
    table: 'HomepageTask',
    name: 'HomepageTask_digest_of_caseload',
    kind: 'check',
    rule: '[B9] the digest of a caseload transfer is of its kind, and about no single referral or transfer',
    wrong: (records) => [
      `${begun(records)} ${digest('type, "caseloadTransferId"', `'CASE_RECEIVED', '${id}'`)}`,
      `${begun(records)} ${digest('type, "caseloadTransferId", "transferId"', `'CASELOAD_RECEIVED', '${id}', "transferId"`)}`,
    ],
  },
  {
    table: 'HomepageTask',
    name: 'HomepageTask_caseload_has_digest',
    kind: 'check',
    rule: '[B9] a task that tells of a caseload names its transfer',
    wrong: () => [digest('type, "caseId"', `'CASELOAD_TRANSFERRED', "caseId"`)],
  },
  {
    table: 'HomepageTask',
    name: 'HomepageTask_one_digest',
    kind: 'unique index',
    rule: '[B9] each person gets one digest of a caseload transfer',
    wrong: (records) => [
      `${begun(records)} ${digest('type, "caseloadTransferId"', `'CASELOAD_RECEIVED', '${id}'`)}
       ${digest('type, "caseloadTransferId"', `'REFERRAL_SUPERSEDED', '${id}'`)}`,
    ],
  },
];
