import type { Privilege } from '../../domain/privilege-table.ts';
import { privileges, privilegeWords } from '../../domain/privilege-words.ts';
import { builder } from '../builder.ts';

/** `seeCases` is SEE_CASES in the API. */
function nameOf(privilege: Privilege): string {
  return privilege.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** What the roles of a staff member, or the scopes of a service account, let them do. */
export const PermissionEnum = builder.enumType('Permission', {
  description:
    'What the roles of a staff member, or the scopes of a service account, let them do. With which cases, each case says (allowedActions).',
  values: Object.fromEntries(
    privileges.map((privilege) => [
      nameOf(privilege),
      { value: privilege, description: privilegeWords[privilege] },
    ]),
  ) as Record<string, { value: Privilege; description: string }>,
});
