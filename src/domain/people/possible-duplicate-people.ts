import { Refusal } from '../errors.ts';

/** Of the clients whom the user may see, some may be the one who is being entered. */
export class PossibleDuplicatePeople extends Refusal {
  override readonly name = 'PossibleDuplicatePeople';
  readonly code = 'POSSIBLE_DUPLICATE_PEOPLE';
  override readonly asks = true;
  /** Their ids: only of clients whose record the user may see. */
  readonly personIds: string[];

  constructor(personIds: string[]) {
    super({
      EN: 'You may have a record of this client already. Look at those shown: open a case for the right one, or name them all in differentFromIds if this is somebody else.',
      FR: 'Vous avez peut-être déjà un dossier de ce client. Examinez ceux qui sont affichés : ouvrez un cas pour la bonne personne, ou nommez-les tous dans differentFromIds s’il s’agit de quelqu’un d’autre.',
    });
    this.personIds = personIds;
  }
}
