import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { FieldProblem } from '../errors.ts';
import { lineProblem, typedLine } from '../typed-line.ts';
import { AgreementsOverlap } from './agreements-overlap.ts';

/** What an agreement says. */
export type AgreementTerms = {
  number: string;
  /** Its first and last day. */
  startsOn: Date;
  endsOn: Date;
  clientTracking: boolean;
  /** At least one. */
  programIds: readonly string[];
};

/** How long a number may be, in UTF-16 units. */
const longest = 40;

const lineOfNumber = typedLine(longest).refine((text) => text !== null);

/** Days that no agreement goes beyond. */
const earliest = new Date('1990-01-01');
const latest = new Date('2199-12-31');

const texts = {
  number: {
    EN: `Enter the number of the agreement: ${lineProblem(longest).EN}`,
    FR: `Entrez le numéro de l’entente : ${lineProblem(longest).FR}`,
  },
  taken: {
    EN: 'Another agreement has this number already.',
    FR: 'Une autre entente porte déjà ce numéro.',
  },
  day: {
    EN: 'Enter a day from 1990-01-01 to 2199-12-31.',
    FR: 'Entrez une date du 1990-01-01 au 2199-12-31.',
  },
  backwards: {
    EN: 'The last day cannot be before the first.',
    FR: 'Le dernier jour ne peut pas précéder le premier.',
  },
  programs: {
    EN: 'Choose at least one of `programs`, each once.',
    FR: 'Choisissez au moins un élément de `programs`, chacun une seule fois.',
  },
  inUse: {
    EN: 'Open cases of this organization are reported under this agreement for a program that is left out. Keep it, or put them under another agreement first.',
    FR: 'Des cas ouverts de cet organisme relèvent de cette entente pour un programme qui a été omis. Gardez-le, ou rattachez-les d’abord à une autre entente.',
  },
};

/**
 * Checks what an agreement is to say. The caller holds the network's lock.
 * @param agreement.id null for a new one.
 * @returns its number as it is kept, and the problem with every field that is wrong.
 */
export async function readTerms(
  transaction: Transaction,
  id: string | null,
  { number, startsOn, endsOn, programIds }: AgreementTerms,
): Promise<{ number: string; problems: FieldProblem[] }> {
  const problems: FieldProblem[] = [];
  const parsed = lineOfNumber.safeParse(number);
  const kept = parsed.success ? (parsed.data ?? '') : '';
  if (!parsed.success) problems.push({ field: 'number', text: texts.number });
  else if (await isNumberTaken(transaction, id, kept)) problems.push({ field: 'number', text: texts.taken });
  const inRange = (day: Date) => day >= earliest && day <= latest;
  if (!inRange(startsOn)) problems.push({ field: 'startsOn', text: texts.day });
  if (!inRange(endsOn)) problems.push({ field: 'endsOn', text: texts.day });
  else if (endsOn < startsOn) problems.push({ field: 'endsOn', text: texts.backwards });
  const known = await transaction.program.count({ where: { id: { in: [...programIds] } } });
  if (programIds.length === 0 || known !== programIds.length) {
    problems.push({ field: 'programIds', text: texts.programs });
  } else if (id !== null && (await leavesCases(transaction, id, programIds))) {
    problems.push({ field: 'programIds', text: texts.inUse });
  }
  return { number: kept, problems };
}

/** @throws AgreementsOverlap where other agreements of the organization have one of the programs on one of the days. */
export async function requireNoOverlap(
  transaction: Transaction,
  organizationId: string,
  id: string | null,
  { startsOn, endsOn, programIds }: AgreementTerms,
): Promise<void> {
  const where: Prisma.AgreementWhereInput = {
    organizationId,
    startsOn: { lte: endsOn },
    endsOn: { gte: startsOn },
    programs: { some: { programId: { in: [...programIds] } } },
    ...(id === null ? {} : { id: { not: id } }),
  };
  const orderBy = { startsOn: 'asc' } as const;
  const found = await transaction.agreement.findMany({ where, orderBy, select: { id: true } });
  if (found.length > 0) throw new AgreementsOverlap(found.map((agreement) => agreement.id));
}

async function isNumberTaken(transaction: Transaction, id: string | null, number: string): Promise<boolean> {
  const found = await transaction.agreement.findUnique({ where: { number }, select: { id: true } });
  return found !== null && found.id !== id;
}

/** Whether the agreement has a program, and open cases of it, that is not among these. */
async function leavesCases(
  transaction: Transaction,
  id: string,
  programIds: readonly string[],
): Promise<boolean> {
  const count = await transaction.case.count({
    where: {
      agreementId: id,
      status: { not: 'CLOSED' },
      programId: { notIn: [...programIds] },
      program: { agreements: { some: { agreementId: id } } },
    },
  });
  return count > 0;
}
