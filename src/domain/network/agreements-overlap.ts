import { Refusal } from '../errors.ts';

/** Other agreements of the organization have one of the programs on some of the days. */
export class AgreementsOverlap extends Refusal {
  override readonly name = 'AgreementsOverlap';
  readonly code = 'AGREEMENTS_OVERLAP';
  /** Their ids. */
  readonly agreementIds: readonly string[];

  constructor(agreementIds: readonly string[]) {
    super({
      EN: 'The organization has an agreement for one of these programs on some of these days already. Change the days or the programs of one of them.',
      FR: 'L’organisme a déjà une entente pour l’un de ces programmes à certaines de ces dates. Changez les dates ou les programmes de l’une d’elles.',
    });
    this.agreementIds = agreementIds;
  }
}
