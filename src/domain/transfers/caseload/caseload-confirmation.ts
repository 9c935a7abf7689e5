import type { Reader } from '../../../platform/database.ts';
import type { Bilingual } from '../../language.ts';
import { fullName } from '../../people/person-name.ts';
import { type Caseload, staysInside } from './caseload.ts';

/** The question before a caseload is transferred: how many cases go from whom to whom, and how many do not (R30, B9). */
export async function caseloadConfirmation(
  database: Reader,
  caseload: Caseload,
  { movable, total }: { movable: number; total: number },
): Promise<Bilingual> {
  const select = { givenName: true, familyName: true, organization: { select: { name: true } } };
  const named = async (id: string) => {
    const member = await database.staff.findUniqueOrThrow({ where: { id }, select });
    return { name: fullName({ ...member, middleNames: null }), at: member.organization.name };
  };
  const from = await named(caseload.fromCaseManagerId);
  const to = await named(caseload.toCaseManagerId);
  const away = staysInside(caseload)
    ? { EN: '', FR: '' }
    : {
        EN: ` at ${to.at}. ${from.at} will no longer see them`,
        FR: `, ${to.at}. ${from.at} ne les verra plus`,
      };
  const staying = total - movable;
  const many = staying > 1;
  const rest =
    staying === 0
      ? { EN: '', FR: '' }
      : {
          EN: ` ${cases(staying).EN} cannot be transferred: dryRun tells why.`,
          FR: ` ${cases(staying).FR} ne ${many ? 'peuvent' : 'peut'} pas être ${many ? 'transférés' : 'transféré'} : dryRun indique pourquoi.`,
        };
  const willBe = movable > 1 ? 'seront attribués' : 'sera attribué';
  return {
    EN: `${cases(movable).EN} of ${from.name} will be assigned to ${to.name}${away.EN}.${rest.EN}\n\nDo you wish to proceed?`,
    FR: `${cases(movable).FR} de ${from.name} ${willBe} à ${to.name}${away.FR}.${rest.FR}\n\nVoulez-vous continuer?`,
  };
}

function cases(count: number): Bilingual {
  return { EN: count === 1 ? '1 case' : `${count} cases`, FR: `${count} cas` };
}
