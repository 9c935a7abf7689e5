import { Refusal } from '../domain/errors.ts';

/** What was sent as an id is none of this type: made up, cut, altered, or the id of something else. */
export class InvalidId extends Refusal {
  override readonly name = 'InvalidId';
  readonly code = 'INVALID_ID';
  /** Where it stands: the name of the field or argument, in a list with the place from 0, as `ids.2`; null where that is not known. */
  readonly field: string | null;

  constructor(field: string | null) {
    const where = field === null ? { EN: '', FR: '' } : { EN: ` (${field})`, FR: ` (${field})` };
    super({
      EN: `This is no id of such a record${where.EN}. Send an id as this API gave it, unchanged.`,
      FR: `Ce n’est pas l’identifiant d’un tel dossier${where.FR}. Envoyez un identifiant tel que cette API l’a donné, inchangé.`,
    });
    this.field = field;
  }
}
