import { Refusal } from '../errors.ts';

/** Without this administrator nobody would be left to add the next one. */
export class LastAdministrator extends Refusal {
  override readonly name = 'LastAdministrator';
  readonly code = 'LAST_ADMINISTRATOR';

  constructor() {
    super({
      EN: 'This is the last administrator. Give somebody else the role first, then try again.',
      FR: 'C’est le dernier administrateur. Donnez d’abord ce rôle à quelqu’un d’autre, puis réessayez.',
    });
  }
}
