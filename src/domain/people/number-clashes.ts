import type { FieldProblem } from '../errors.ts';
import type { Bilingual } from '../language.ts';
import type { SamePerson } from './find-same-people.ts';

/** Another client whom the user may see has the same number. */
const numberInUse: Bilingual = {
  EN: 'Another client whom you may see has this number. Check it against the card; leave it out until you know whose it is.',
  FR: 'Un autre client que vous pouvez voir a ce numéro. Vérifiez-le sur la carte; laissez ce champ vide jusqu’à ce que vous sachiez à qui il est.',
};

/**
 * The numbers that another client has already, of those whom the user may see: a number belongs to one client as far as anyone
 * can tell. Of a record that they may not see nothing is said.
 */
export function numberClashes(same: readonly SamePerson[]): FieldProblem[] {
  const clashes: FieldProblem[] = [];
  if (same.some(({ sameSin }) => sameSin)) clashes.push({ field: 'sin', text: numberInUse });
  if (same.some(({ sameHealthCardNumber }) => sameHealthCardNumber)) {
    clashes.push({ field: 'healthCardNumber', text: numberInUse });
  }
  return clashes;
}
