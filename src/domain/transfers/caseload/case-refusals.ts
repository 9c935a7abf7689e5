import { CaseNotTransferable } from '../../cases/status.ts';
import { Refusal } from '../../errors.ts';
import type { Bilingual } from '../../language.ts';
import { OrganizationNotEligible } from '../../referrals/organization-choice.ts';

/** The case is not, or no longer, one of this case manager's. */
export class CaseWithAnotherManager extends Refusal {
  override readonly name = 'CaseWithAnotherManager';
  readonly code = 'CASE_WITH_ANOTHER_MANAGER';

  constructor() {
    super({
      EN: 'The case has another case manager. Load it to see who that is, and transfer it from there if it still has to go.',
      FR: 'Le cas a un autre gestionnaire. Rechargez-le pour voir lequel, et transférez-le à partir de celui-ci s’il doit encore l’être.',
    });
  }
}

/** A closed case stays with the case manager who closed it. */
export class CaseClosed extends Refusal {
  override readonly name = 'CaseClosed';
  readonly code = 'CASE_CLOSED';

  constructor() {
    super({
      EN: 'A closed case keeps its case manager. Reopen it first if it has to go to somebody else.',
      FR: 'Un cas fermé garde son gestionnaire. Rouvrez-le d’abord s’il doit passer à quelqu’un d’autre.',
    });
  }
}

/** Since the transfer was asked for, what was chosen has ceased to be on offer (R29). */
export class ChoicesNoLongerOffered extends Refusal {
  override readonly name = 'ChoicesNoLongerOffered';
  readonly code = 'CHOICES_NO_LONGER_OFFERED';

  constructor() {
    super({
      EN: 'The case manager, office, agreement or location that was chosen is no longer available. Transfer the case again, with another choice.',
      FR: 'Le gestionnaire de cas, le bureau, l’entente ou le point de service choisi n’est plus disponible. Transférez le cas de nouveau, avec un autre choix.',
    });
  }
}

/** Since the transfer was asked for, whoever asked has lost the right to. */
export class RequesterNoLongerAllowed extends Refusal {
  override readonly name = 'RequesterNoLongerAllowed';
  readonly code = 'REQUESTER_NO_LONGER_ALLOWED';

  constructor() {
    super({
      EN: 'Whoever asked for the transfer may no longer do so. Ask an administrator to transfer the case again.',
      FR: 'La personne qui a demandé le transfert n’en a plus le droit. Demandez à un administrateur de transférer le cas de nouveau.',
    });
  }
}

/** The case could not be moved for a reason of our own, however often it was tried. */
export class CaseLeftAlone extends Refusal {
  override readonly name = 'CaseLeftAlone';
  readonly code = 'CASE_LEFT_ALONE';

  constructor() {
    super({
      EN: 'An unexpected error kept the case from being moved; nothing of it was changed. Transfer it again, and tell support if that fails too.',
      FR: 'Une erreur inattendue a empêché le transfert du cas; rien n’y a été modifié. Transférez-le de nouveau et avisez le soutien si cela échoue aussi.',
    });
  }
}

/** Everything that can refuse a case of a caseload whose transfer has begun. */
const caseRefusals: readonly Refusal[] = [
  new CaseWithAnotherManager(),
  new CaseClosed(),
  new CaseNotTransferable(),
  new ChoicesNoLongerOffered(),
  new OrganizationNotEligible([], 'TRANSFER'),
  new RequesterNoLongerAllowed(),
  new CaseLeftAlone(),
];

/** What a refusal on record says; its code alone is kept. */
export function caseRefusalText(code: string): Bilingual {
  return (caseRefusals.find((refusal) => refusal.code === code) ?? new CaseLeftAlone()).text;
}
