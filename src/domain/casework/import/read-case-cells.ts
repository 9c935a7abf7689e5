import { CaseStatus } from '../../../generated/prisma/enums.ts';
import { readEmploymentGoal } from '../../cases/employment-goal.ts';
import type { CaseChoices } from '../case-choices.ts';
import type { ImportLine } from './import-columns.ts';
import { asCellProblem, type CellProblem, cellProblem } from './import-problem.ts';
import { folded, type Offered } from './offered.ts';
import { readDay } from './read-day.ts';

/** A case as a line has it. */
export type ImportedCaseFields = CaseChoices & {
  status: CaseStatus;
  openedOn: Date;
  closedOn: Date | null;
  employmentGoal: string | null;
};

/** Reads what a line says of the case, with every problem there is with it. */
export function readCaseCells(
  { cells }: ImportLine,
  offered: Offered,
  { today, born }: { today: Date; born: Date | null },
): { fields: ImportedCaseFields; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const status = statusOf(cells.status ?? '');
  if (status === null) problems.push(cellProblem('status', 'status'));
  const isClosed = status === 'CLOSED';

  const openedOn = readDay(cells.openedOn ?? '');
  const earliest = born ?? new Date('1900-01-01');
  if (openedOn === null || openedOn > today || openedOn < earliest) {
    problems.push(cellProblem('openedOn', 'openedOn'));
  }
  const written = cells.closedOn ?? '';
  const closedOn = written === '' ? null : readDay(written);
  const closedInTime = closedOn !== null && closedOn <= today && closedOn >= (openedOn ?? closedOn);
  if (isClosed ? !closedInTime : written !== '') problems.push(cellProblem('closedOn', 'closedOn'));

  const { employmentGoal, problems: ofGoal } = readEmploymentGoal(cells.employmentGoal ?? null);
  problems.push(...ofGoal.map(asCellProblem));
  const choices = readChoices(cells, offered, isClosed);
  return {
    fields: {
      ...choices.chosen,
      status: status ?? 'INTAKE',
      openedOn: openedOn ?? today,
      ...{ closedOn: isClosed ? closedOn : null, employmentGoal },
    },
    problems: [...problems, ...choices.problems],
  };
}

function readChoices(
  cells: ImportLine['cells'],
  offered: Offered,
  isClosed: boolean,
): { chosen: CaseChoices; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const programId = offered.programs.get(folded(cells.program ?? ''));
  if (programId === undefined) problems.push(cellProblem('program', 'program'));
  const officeId = offered.offices.get(folded(cells.office ?? ''));
  if (officeId === undefined) problems.push(cellProblem('office', 'office'));
  const caseManagerId = offered.staff.get(folded(cells.caseManager ?? ''));
  if (caseManagerId === undefined || !(isClosed || offered.assignable.has(caseManagerId))) {
    problems.push(cellProblem('caseManager', 'caseManager'));
  }
  const agreement = offered.agreements.get(folded(cells.agreement ?? ''));
  const covers = agreement?.programIds.has(programId ?? '') && (isClosed || agreement.active);
  if (programId !== undefined && !covers) {
    problems.push(cellProblem('agreement', 'agreement'));
  }
  const named = cells.serviceDeliveryLocation ?? '';
  const [only] = offered.locations.values();
  const locationId = named === '' ? only : offered.locations.get(folded(named));
  if (named === '' ? offered.locations.size > 1 : locationId === undefined) {
    problems.push(cellProblem('serviceDeliveryLocation', 'location'));
  }
  return {
    chosen: {
      ...{ programId: programId ?? '', officeId: officeId ?? '', caseManagerId: caseManagerId ?? '' },
      ...{ agreementId: agreement?.id ?? '', serviceDeliveryLocationId: locationId ?? null },
    },
    problems,
  };
}

function statusOf(text: string): CaseStatus | null {
  const written = text.toUpperCase().replaceAll(/[\s-]+/g, '_');
  if (written === '') return 'INTAKE';
  return Object.values(CaseStatus).find((status) => status === written) ?? null;
}
