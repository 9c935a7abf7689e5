import type { Guard } from './guard.ts';

const byHandOff = 'ALTER TABLE "AgreementVersion" DISABLE TRIGGER agreement_version_by_hand';
const oneOf = 'WHERE id = (SELECT id FROM "AgreementVersion" ORDER BY id LIMIT 1)';
const another = (validFrom: string, validUntil: string) => `
  INSERT INTO "AgreementVersion" SELECT gen_random_uuid(), "agreementId", "organizationId", "startsOn", "endsOn",
    "clientTracking", "ecm", ${validFrom}, ${validUntil} FROM "AgreementVersion" ${oneOf}`;

/** What keeps the record of what agreements have said as it was. */
export const agreementVersions: Guard[] = [
  {
    table: 'AgreementVersion',
    name: 'agreement_version_by_hand',
    kind: 'trigger',
    rule: '[B10] what an agreement has said follows from the agreement, and nobody writes it',
    message: 'versions of agreements follow from agreements',
    wrong: () => [
      another('now()', 'now()'),
      `UPDATE "AgreementVersion" SET "validUntil" = "validFrom" + interval '1 day' ${oneOf}`,
    ],
    right: () => [`UPDATE "Agreement" SET "clientTracking" = NOT "clientTracking"`],
  },
  {
    table: 'AgreementVersion',
    name: 'agreement_version_ended',
    kind: 'trigger',
    rule: '[B10] what an agreement has said never changes, nor when it began or ended to say so',
    message: 'AgreementVersion is append-only',
    wrong: () => [
      `${byHandOff}; UPDATE "AgreementVersion" SET "ecm" = NOT "ecm" ${oneOf}`,
      `${byHandOff}; UPDATE "AgreementVersion" SET "validFrom" = "validFrom" - interval '1 day' ${oneOf}`,
      `${byHandOff}; UPDATE "AgreementVersion" SET "validUntil" = now() ${oneOf};
       UPDATE "AgreementVersion" SET "validUntil" = NULL ${oneOf}`,
    ],
    right: () => [`${byHandOff}; UPDATE "AgreementVersion" SET "validUntil" = now() ${oneOf}`],
  },
  {
    table: 'AgreementVersion',
    name: 'agreement_version_is_kept',
    kind: 'trigger',
    rule: '[B10] what an agreement has said stays on record',
    message: 'AgreementVersion is append-only',
    wrong: () => [`DELETE FROM "AgreementVersion"`],
  },
  {
    table: 'AgreementVersion',
    name: 'agreement_versions_not_emptied',
    kind: 'trigger',
    rule: '[B10] nor is the record emptied',
    message: 'AgreementVersion is append-only',
    wrong: () => [`TRUNCATE "AgreementVersion"`],
  },
  {
    table: 'AgreementVersion',
    name: 'AgreementVersion_ends_after_beginning',
    kind: 'check',
    rule: '[B10] a version of an agreement does not end before it begins',
    wrong: () => [`${byHandOff}; ${another('now()', `now() - interval '1 second'`)}`],
    right: () => [`${byHandOff}; ${another('now()', 'now()')}`],
  },
  {
    table: 'AgreementVersion',
    name: 'AgreementVersion_one_at_a_time',
    kind: 'unique index',
    rule: '[B10] an agreement says one thing at a time',
    wrong: () => [`${byHandOff}; ${another('now()', 'NULL')}`],
  },
];
