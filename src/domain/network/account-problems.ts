import type { IntegrationScope, StaffRole } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../platform/database.ts';
import type { FieldProblem } from '../errors.ts';
import type { Bilingual } from '../language.ts';
import { privilegeTable, scopeTable } from '../privilege-table.ts';
import { counts } from './may-give-roles.ts';
import { notASubject, notAUsername, readSubject, readUsername } from './staff-input.ts';

const texts = {
  usernameTaken: {
    EN: 'This user name is taken; choose another.',
    FR: 'Ce nom d’utilisateur est déjà pris; choisissez-en un autre.',
  },
  subjectTaken: {
    EN: 'Another account has this subject. Check with the issuer which one this person’s tokens have.',
    FR: 'Un autre compte a déjà ce sujet. Vérifiez auprès de l’émetteur lequel portent les jetons de cette personne.',
  },
  subjectNeeded: {
    EN: 'Enter the subject of the tokens that the program gets from the issuer.',
    FR: 'Entrez le sujet des jetons que le programme reçoit de l’émetteur.',
  },
  office: {
    EN: 'Choose an office of the same organization that is not closed, or none.',
    FR: 'Choisissez un bureau du même organisme qui n’est pas fermé, ou aucun.',
  },
  roles: {
    EN: 'Choose at least one role, each once. A program gets a service account instead.',
    FR: 'Choisissez au moins un rôle, chacun une seule fois. Un programme reçoit plutôt un compte de service.',
  },
  rolesElsewhere: {
    EN: 'One of these roles counts only at Employment Nova Scotia. Leave it out.',
    FR: 'L’un de ces rôles ne compte qu’à Emploi Nouvelle-Écosse. Omettez-le.',
  },
  scopes: {
    EN: 'Choose each scope once.',
    FR: 'Choisissez chaque portée une seule fois.',
  },
} satisfies Record<string, Bilingual>;

/** The problem with a user name; it is not told whose it is. The caller holds the network's lock. */
export async function usernameProblems(transaction: Transaction, typed: string): Promise<FieldProblem[]> {
  const username = readUsername(typed);
  if (username === null) return [{ field: 'username', text: notAUsername }];
  const taken = await transaction.staff.count({ where: { username } });
  return taken > 0 ? [{ field: 'username', text: texts.usernameTaken }] : [];
}

/**
 * The problem with a subject, like {@link usernameProblems}.
 * @param given.subject null for none; undefined where it is not changed.
 * @param given.needed whether there must be one.
 * @param given.except the account that is to have it.
 */
export async function subjectProblems(
  transaction: Transaction,
  { subject, needed, except }: { subject: string | null | undefined; needed: boolean; except: string | null },
): Promise<FieldProblem[]> {
  const problem = (text: Bilingual) => [{ field: 'subject', text }];
  if (subject === undefined) return [];
  if (subject === null) return needed ? problem(texts.subjectNeeded) : [];
  if (readSubject(subject) === null) return problem(notASubject);
  const found = await transaction.staff.findUnique({ where: { subject }, select: { id: true } });
  return found !== null && found.id !== except ? problem(texts.subjectTaken) : [];
}

/** The problem with an office, which is kept open until the transaction ends, for the caller holds the network's lock. */
export async function officeProblems(
  transaction: Transaction,
  organizationId: string,
  officeId: string | null | undefined,
): Promise<FieldProblem[]> {
  if (officeId === null || officeId === undefined) return [];
  const found = await transaction.office.count({ where: { id: officeId, organizationId, closedAt: null } });
  return found === 0 ? [{ field: 'officeId', text: texts.office }] : [];
}

/** The problem with the roles of a person at an organization. */
export function rolesProblems(roles: readonly StaffRole[], atEmploymentNovaScotia: boolean): FieldProblem[] {
  const problem = (text: Bilingual) => [{ field: 'roles', text }];
  if (!isChoice(roles, 1) || roles.includes('INTEGRATION')) return problem(texts.roles);
  return roles.every((role) => counts(role, atEmploymentNovaScotia)) ? [] : problem(texts.rolesElsewhere);
}

/** The problem with the scopes of a service account; it may have none for a time. */
export function scopesProblems(scopes: readonly IntegrationScope[]): FieldProblem[] {
  return isChoice(scopes, 0) ? [] : [{ field: 'scopes', text: texts.scopes }];
}

/** Roles in the order of the table, so that the same ones are always written alike. */
export function inOrder(roles: readonly StaffRole[]): StaffRole[] {
  return (Object.keys(privilegeTable) as StaffRole[]).filter((role) => roles.includes(role));
}

/** Like {@link inOrder}, of scopes. */
export function scopesInOrder(scopes: readonly IntegrationScope[]): IntegrationScope[] {
  return (Object.keys(scopeTable) as IntegrationScope[]).filter((scope) => scopes.includes(scope));
}

function isChoice(chosen: readonly unknown[], atLeast: number): boolean {
  return chosen.length >= atLeast && new Set(chosen).size === chosen.length;
}
