import type { Database } from '../../platform/database.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type FieldProblem, InvalidInput, Refusal } from '../errors.ts';
import { lockNetwork } from '../organizations/lock-organization.ts';
import type { Typed } from './read-fields.ts';
import { type OrganizationDetails, readOrganization } from './record-input.ts';
import {
  notASubject,
  notAUsername,
  readStaff,
  readSubject,
  readUsername,
  type StaffDetails,
} from './staff-input.ts';

/** Employment Nova Scotia is there already: its administrators do the rest through the API. */
export class NetworkIsSetUp extends Refusal {
  override readonly name = 'NetworkIsSetUp';
  readonly code = 'NETWORK_IS_SET_UP';

  constructor() {
    super({
      EN: 'Employment Nova Scotia is set up already. Its administrators do the rest through the API.',
      FR: 'Emploi Nouvelle-Écosse est déjà configuré. Ses administrateurs font le reste par l’API.',
    });
  }
}

/** What an empty database begins with. */
export type FirstRecords = {
  /** Employment Nova Scotia. */
  organization: Typed<OrganizationDetails>;
  /** Its first administrator; the subject is that of their tokens. */
  administrator: { username: string; subject: string; givenName: string; familyName: string; email: string };
  programs: { code: string; name: string; ecm: boolean }[];
};

const needed = [
  'name',
  'generalContactEmail',
  'phone',
  'addressLine1',
  'city',
  'province',
  'postalCode',
] as const;

/**
 * Puts Employment Nova Scotia, its first administrator and the programs into a database that has no organization.
 * @throws NetworkIsSetUp where it has one; InvalidInput naming every field that is wrong or missing.
 */
export async function setUpNetwork(database: Database, first: FirstRecords): Promise<void> {
  const { organization, administrator } = readFirst(first);
  await database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    if ((await transaction.organization.count()) > 0) throw new NetworkIsSetUp();
    const { id: organizationId } = await transaction.organization.create({
      data: { ...organization, isEmploymentNovaScotia: true },
      select: { id: true },
    });
    const { id: staffId } = await transaction.staff.create({
      data: { ...administrator, organizationId, roles: ['ENS_ADMINISTRATOR'] },
      select: { id: true },
    });
    await transaction.program.createMany({ data: first.programs, skipDuplicates: true });
    await recordAudit(
      transaction,
      null,
      ...(['Organization', 'Staff'] as const).map((entityType) => ({
        action: 'network.setUp',
        entityType,
        entityId: entityType === 'Staff' ? staffId : organizationId,
        managingOrganizationId: organizationId,
      })),
    );
  });
}

function readFirst({ organization, administrator }: FirstRecords) {
  const missing = Object.fromEntries(needed.map((field) => [field, '']));
  const given = Object.entries(organization).filter(([, value]) => value !== undefined);
  const place = readOrganization({ ...missing, ...Object.fromEntries(given) });
  const { username: typedName, subject: typedSubject, ...details } = administrator;
  const person = readStaff(details);
  const [username, subject] = [readUsername(typedName), readSubject(typedSubject)];
  const problems: FieldProblem[] = [...place.problems, ...person.problems];
  if (username === null) problems.push({ field: 'username', text: notAUsername });
  if (subject === null) problems.push({ field: 'subject', text: notASubject });
  if (username === null || problems.length > 0) throw new InvalidInput(problems);
  return {
    organization: place.fields as OrganizationDetails,
    administrator: { ...(person.fields as StaffDetails), username, subject },
  };
}
