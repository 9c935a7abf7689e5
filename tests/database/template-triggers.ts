import { texts } from './append-only.ts';
import type { Guard } from './guard.ts';
import type { Records } from './records.ts';

const fresh = `'00000000-0000-7000-8000-00000000000a'`;
const template = `INSERT INTO "CorrespondenceTemplate" (id, "referralType") VALUES (${fresh}, 'CASE_TRANSFER')`;
const published = (by: string) => `${template};
  INSERT INTO "CorrespondenceTemplateVersion" (id, "templateId", number, "publishedById") VALUES (${fresh}, ${fresh}, 1, ${by});
  ${texts(['EN', 'FR'], fresh)}`;
const staff = (username: string) => `(SELECT id FROM "Staff" WHERE username = '${username}')`;
const retired = `UPDATE "CorrespondenceTemplate" SET "retiredAt" = now()`;

/** The triggers of templates. */
export const templateTriggers: Guard[] = [
  {
    table: 'CorrespondenceTemplateVersion',
    name: 'template_published_by_ens',
    kind: 'trigger',
    rule: '[R23] only people of Employment Nova Scotia publish templates',
    message: 'only Employment Nova Scotia publishes templates',
    wrong: ({ north }: Records) => [published(`'${north.staffId}'`), published(staff('north.admin'))],
    right: () => [published(staff('ens.admin')), published('NULL')],
  },
  {
    table: 'CorrespondenceTemplate',
    name: 'template_stays_what_it_is',
    kind: 'trigger',
    rule: '[R8] a template keeps its type, and does not come back once retired',
    message: 'CorrespondenceTemplate is append-only',
    wrong: () => [
      `${template};
       UPDATE "CorrespondenceTemplate" SET "referralType" = 'INFORMATIONAL_WITHIN' WHERE id = ${fresh}`,
      `${retired}; UPDATE "CorrespondenceTemplate" SET "retiredAt" = NULL`,
    ],
    right: () => [retired],
  },
  {
    table: 'CorrespondenceTemplate',
    name: 'template_is_kept',
    kind: 'trigger',
    rule: '[R22] a template stays on record',
    message: 'CorrespondenceTemplate is append-only',
    wrong: () => [
      `${template};
       DELETE FROM "CorrespondenceTemplate" WHERE id = ${fresh}`,
    ],
  },
];
