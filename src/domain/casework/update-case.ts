import type { Case } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readEmploymentGoal } from '../cases/employment-goal.ts';
import { requireOpenCase } from '../cases/status.ts';
import { type FieldProblem, InvalidInput } from '../errors.ts';
import type { Moment } from '../people/access.ts';
import { requireSeenVersion } from '../stale-record.ts';
import { type CaseChoice, checkCaseChoices } from './case-choices.ts';
import { findCaseToChange } from './find-case-to-change.ts';
import { giveToCaseManager } from './give-to-case-manager.ts';

/** What can be changed of a case: a field left out stays; null empties the goal and the location, where there need be none. */
export type CaseChange = {
  employmentGoal?: string | null | undefined;
  officeId?: string | null | undefined;
  caseManagerId?: string | null | undefined;
  agreementId?: string | null | undefined;
  serviceDeliveryLocationId?: string | null | undefined;
};

const needed = {
  EN: 'Choose one, or leave it out; it cannot be emptied.',
  FR: 'Choisissez-en un, ou omettez ce champ; il ne peut pas être vidé.',
};

/**
 * Changes a case inside its organization: the employment goal, and what it is put under there. Another case manager gets a task
 * and the open tasks that ask for work on the case; the Case Home Page and the former one are told. The program stays: another
 * one is another case. An input that changes nothing leaves the version as it is.
 * @param input.version the version the change is based on; left out, the change is made whatever the version.
 * @throws NotFound; NotAllowed; CaseNotOpen; StaleRecord; InvalidInput naming every field that cannot be kept.
 */
export async function updateCase(
  actor: Actor,
  platform: Platform,
  input: CaseChange & { caseId: string; version?: number | null | undefined },
): Promise<void> {
  const { caseId, version, ...wanted } = input;
  await platform.database.$transaction(async (transaction) => {
    const which = { caseId, action: 'update' } as const;
    const { before, moment } = await findCaseToChange(transaction, actor, platform, which);
    requireOpenCase(before.status);
    requireSeenVersion(before, version);
    const { change, problems } = await readChange(transaction, before, wanted, moment);
    if (problems.length > 0) throw new InvalidInput(problems);
    const fields = Object.keys(change);
    if (fields.length === 0) return;
    await transaction.case.update({ where: { id: caseId }, data: change });
    if (change.caseManagerId !== undefined) {
      await giveToCaseManager(transaction, actor, { before, toCaseManagerId: change.caseManagerId }, moment);
    }
    await recordAudit(transaction, actor, {
      action: 'case.update',
      entityType: 'Case',
      entityId: caseId,
      caseId,
      personId: before.personId,
      details: fields,
    });
  });
}

type Change = Partial<Pick<Case, keyof CaseChange>>;

async function readChange(
  transaction: Transaction,
  before: Case,
  wanted: CaseChange,
  { day }: Moment,
): Promise<{ change: Change; problems: FieldProblem[] }> {
  const { employmentGoal, problems } = readEmploymentGoal(wanted.employmentGoal);
  const emptied = (['officeId', 'caseManagerId', 'agreementId'] as const).filter(
    (field) => wanted[field] === null,
  );
  problems.push(...emptied.map((field) => ({ field, text: needed })));
  const given = Object.fromEntries(
    Object.entries({
      ...wanted,
      employmentGoal: wanted.employmentGoal === undefined ? undefined : employmentGoal,
    })
      .filter(([field, value]) => value !== undefined && !emptied.some((none) => none === field))
      // What it has already is not asked for anew: an agreement that has ended stays on a case that has it.
      .filter(([field, value]) => before[field as keyof Case] !== value),
  ) as Change;
  const only = Object.keys(given).filter((field) => field !== 'employmentGoal') as CaseChoice[];
  const choices = { ...before, ...given };
  const checked = await checkCaseChoices(transaction, before.organizationId, choices, { day, only });
  const { serviceDeliveryLocationId } = checked;
  // The only location there is stays, though emptied.
  const located = only.includes('serviceDeliveryLocationId')
    ? { ...given, serviceDeliveryLocationId }
    : given;
  const change = Object.fromEntries(
    Object.entries(located).filter(([field, value]) => before[field as keyof Case] !== value),
  ) as Change;
  return { change, problems: [...problems, ...checked.problems] };
}
