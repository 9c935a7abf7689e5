import type { FieldProblem } from '../../errors.ts';
import type { Bilingual } from '../../language.ts';
import type { ImportColumn } from './import-columns.ts';

/** What is wrong with a line; it never holds what the line says. */
export type ImportProblem = { line: number; column: ImportColumn; text: Bilingual };

/** What is wrong with a cell, wherever the line is. */
export type CellProblem = Omit<ImportProblem, 'line'>;

const texts = {
  missing: { EN: 'Fill this in.', FR: 'Remplissez cette case.' },
  day: { EN: 'Enter a day as YYYY-MM-DD.', FR: 'Entrez un jour au format AAAA-MM-JJ.' },
  openedOn: {
    EN: 'Enter a day from 1900-01-01 to today, not before the client was born.',
    FR: 'Entrez un jour du 1900-01-01 à aujourd’hui, pas avant la naissance du client.',
  },
  closedOn: {
    EN: 'Enter the day of closing, from the opening to today, where the status is CLOSED, and only there.',
    FR: 'Entrez le jour de fermeture, de l’ouverture à aujourd’hui, si l’état est CLOSED, et seulement alors.',
  },
  status: {
    EN: 'Enter INTAKE, ASSESSMENT, ACTION_PLAN, FOLLOW_UP or CLOSED; INTAKE where it is blank.',
    FR: 'Entrez INTAKE, ASSESSMENT, ACTION_PLAN, FOLLOW_UP ou CLOSED; INTAKE si la case est vide.',
  },
  language: { EN: 'Enter EN or FR; EN where it is blank.', FR: 'Entrez EN ou FR; EN si la case est vide.' },
  reference: {
    EN: 'Enter your own number of the case, in at most 60 characters; no two lines have the same.',
    FR: 'Entrez votre propre numéro du cas, en au plus 60 caractères; deux lignes n’ont jamais le même.',
  },
  clientOf: {
    EN: 'Enter the reference of an earlier line, or of one imported before, whose client this case is for too.',
    FR: 'Entrez la référence d’une ligne précédente, ou déjà importée, dont ce cas concerne aussi le client.',
  },
  notWithClientOf: {
    EN: 'Leave this blank where clientOf says whose case it is.',
    FR: 'Laissez cette case vide si clientOf indique de qui est le cas.',
  },
  secondOpenCase: {
    EN: 'The client would have two open cases of this program.',
    FR: 'Le client aurait deux cas ouverts de ce programme.',
  },
  program: { EN: 'Enter the code of a program.', FR: 'Entrez le code d’un programme.' },
  office: {
    EN: 'Enter the name of one of the organization’s offices.',
    FR: 'Entrez le nom d’un bureau de l’organisme.',
  },
  caseManager: {
    EN: 'Enter the user name of an active case manager of the organization; of a closed case, of any of its staff.',
    FR: 'Entrez le nom d’utilisateur d’un gestionnaire de cas actif de l’organisme; d’un cas fermé, de tout membre du personnel.',
  },
  agreement: {
    EN: 'Enter the number of an agreement of the organization that has the program; of an open case, one that is active today.',
    FR: 'Entrez le numéro d’une entente de l’organisme qui comprend le programme; d’un cas ouvert, une entente en vigueur aujourd’hui.',
  },
  location: {
    EN: 'Enter the name of one of the organization’s service delivery locations; needed where it has several.',
    FR: 'Entrez le nom d’un point de service de l’organisme; nécessaire s’il en a plusieurs.',
  },
  yesOrNo: { EN: 'Enter yes, or leave it blank.', FR: 'Entrez oui, ou laissez la case vide.' },
  knownClient: {
    EN: 'The organization may have this client already. Enter yes in somebodyElse if it is another person; else leave the line out.',
    FR: 'L’organisme a peut-être déjà ce client. Entrez oui dans somebodyElse s’il s’agit d’une autre personne; sinon, retirez la ligne.',
  },
} satisfies Record<string, Bilingual>;

/** The problem with a cell, in words that say what to enter. */
export function cellProblem(column: ImportColumn, why: keyof typeof texts): CellProblem {
  return { column, text: texts[why] };
}

/** A problem that a use case of the API would name, as the file has it. */
export function asCellProblem({ field, text }: FieldProblem): CellProblem {
  return { column: field as ImportColumn, text };
}

/** That a line may be about the same client as an earlier one. */
export function sameAsLine(earlier: number, column: 'familyName' | 'sin' | 'healthCardNumber'): CellProblem {
  const text = {
    familyName: {
      EN: `Line ${earlier} has the same name and birth date. Enter its reference in clientOf, or yes in somebodyElse if it is another person.`,
      FR: `La ligne ${earlier} a le même nom et la même date de naissance. Entrez sa référence dans clientOf, ou oui dans somebodyElse s’il s’agit d’une autre personne.`,
    },
    sin: { EN: `Line ${earlier} has this number, too.`, FR: `La ligne ${earlier} a aussi ce numéro.` },
    healthCardNumber: {
      EN: `Line ${earlier} has this number, too.`,
      FR: `La ligne ${earlier} a aussi ce numéro.`,
    },
  };
  return { column, text: text[column] };
}
