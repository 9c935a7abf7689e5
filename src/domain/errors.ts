import type { Bilingual } from './language.ts';

/**
 * An expected refusal: nothing was changed, and the message says what to do. Every refusal a use case can give is in the
 * schema; any other error is a bug. Texts never hold client data.
 */
export abstract class Refusal extends Error {
  /** Stable, for programs. */
  abstract readonly code: string;
  /** Whether it only asks: the same request, once more with the answer, is not refused for it. Then it is not on record (D14). */
  readonly asks: boolean = false;
  /** For people, in both languages. */
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.EN);
    this.text = text;
  }
}

/** The thing does not exist, or not for this user: the answer is the same, so that nobody learns which. */
export class NotFound extends Refusal {
  override readonly name = 'NotFound';
  readonly code = 'NOT_FOUND';

  constructor() {
    super({
      EN: 'There is no such record among those you may see. Check the id, or search for it again.',
      FR: 'Ce dossier ne se trouve pas parmi ceux que vous pouvez voir. Vérifiez l’identifiant ou refaites la recherche.',
    });
  }
}

/** The user may see the thing, but their role does not let them do this. */
export class NotAllowed extends Refusal {
  override readonly name = 'NotAllowed';
  readonly code = 'NOT_ALLOWED';

  /** @param whom says who may, where it is not a case manager or the administrator of the user's organization. */
  constructor(
    whom: Bilingual = {
      EN: 'Ask a case manager or the administrator of your organization.',
      FR: 'Adressez-vous à un gestionnaire de cas ou à l’administrateur de votre organisme.',
    },
  ) {
    super({
      EN: `Your role does not let you do this. ${whom.EN}`,
      FR: `Votre rôle ne permet pas cette action. ${whom.FR}`,
    });
  }
}

/** The action needs to be confirmed first (R15, R18, R30): show the message, then call again with `confirm: true`. */
export class ConfirmationRequired extends Refusal {
  override readonly name = 'ConfirmationRequired';
  readonly code = 'CONFIRMATION_REQUIRED';
  override readonly asks = true;
}

/** One field of an input that cannot be accepted. */
export type FieldProblem = {
  /** The name of the field in the input. */
  field: string;
  text: Bilingual;
};

/** One or more fields of the input are missing or wrong; every one of them is named. */
export class InvalidInput extends Refusal {
  override readonly name = 'InvalidInput';
  readonly code = 'INVALID_INPUT';
  readonly problems: FieldProblem[];

  constructor(problems: FieldProblem[]) {
    const fields = problems.map(({ field }) => field).join(', ');
    super({
      EN: `Correct these fields, then try again: ${fields}.`,
      FR: `Corrigez ces champs, puis réessayez : ${fields}.`,
    });
    this.problems = problems;
  }
}
