import type { Privilege } from '../../src/domain/privilege-table.ts';
import {
  heldWhere,
  privileges,
  privilegeWords,
  roleNames,
  scopesThatGive,
} from '../../src/domain/privilege-words.ts';
import { StaffRole } from '../../src/generated/prisma/enums.ts';

/** Where the page is, from the root of the project. */
export const privilegesPagePath = 'docs/privileges.md';

const introduction = `<!-- Made from src/domain/privilege-table.ts by \`npm run docs:access\`; change it there. -->

# Who within an organization may do what

What an organization sees of clients and cases is in [access.md](access.md). Of its people, each does what their roles let
them do, by this table; several roles add up. It is the one that the service goes by, and \`viewer { permissions }\` tells each
user theirs.`;

const further = `## Besides

- **At ENS.** These count only where the role is held at Employment Nova Scotia; held elsewhere it gives none of them.
- **Integration.** A service account does what its scopes let it do and nothing else. A token can narrow the scopes of its
  account, never widen them.
- **At once.** Roles and scopes are read anew with each request and at each event of a subscription, which ends when they
  change.
- **Refusals.** Who sees a record but lacks the privilege is answered \`NotAllowed\`, which says whom to ask, or which scope is
  missing. To who lacks \`seeCases\` there are no clients and no cases.`;

const signs = { ANYWHERE: 'yes', AT_ENS: 'at ENS', NOWHERE: '–' };

/** The page docs/privileges.md: the privilege table for people who give roles. */
export function privilegesPage(): string {
  const list = privileges.map((privilege) => `- **${privilege}.** ${privilegeWords[privilege]}`);
  return `${[introduction, table(), `## The privileges\n\n${list.join('\n')}`, further].join('\n\n')}\n`;
}

function table(): string {
  const roles = Object.values(StaffRole).filter((role) => role !== 'INTEGRATION');
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...roles.map((role) => roleNames[role]), `${roleNames.INTEGRATION}, by scope`]),
    line(['---', ...roles.map(() => '---'), '---']),
    ...privileges.map((privilege) =>
      line([
        `**${privilege}**`,
        ...roles.map((role) => signs[heldWhere(role, privilege)]),
        scopes(privilege),
      ]),
    ),
  ].join('\n');
}

function scopes(privilege: Privilege): string {
  return scopesThatGive(privilege).join(', ') || '–';
}
