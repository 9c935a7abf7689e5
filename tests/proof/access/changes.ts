import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';
import type { Scene } from '../../graphql/access-matrix/scene.ts';
import { waysToChange } from '../../graphql/access-matrix/ways-to-change.ts';
import { globalId } from '../../support/global-id.ts';
import type { Claim } from './claims.ts';
import type { RecordIds } from './record-ids.ts';
import type { RoleViewer } from './viewers.ts';

/**
 * Every mutation by what a viewer must have to be let do it with the records of the scene: the one place to say it. One that
 * is missing fails the test.
 */
export const claimsOfMutations: Record<string, Claim> = {
  addReferral: 'add referrals',
  updateReferral: 'update referrals',
  submitReferral: 'submit referrals',
  cancelReferral: 'cancel referrals',
  withdrawReferral: 'withdraw referrals',
  declineReferral: 'decline referrals',
  resendCorrespondence: 'sendAgain letters',
  addReferralNote: 'add notes',
  addReferralDocument: 'add documents',
  removeReferralDocument: 'remove documents',
  acknowledgeCaseNotification: 'acknowledge notifications',
  transferCase: 'transfer case',
  transferCaseload: 'handOver case',
  updateCase: 'update case',
  changeCaseStatus: 'changeStatus case',
  updatePerson: 'update personRecord',
  openCase: 'openCase personRecord',
  createPerson: 'workOnCases',
  // One’s own tasks.
  completeHomepageTasks: 'within',
  reopenHomepageTasks: 'within',
  publishCorrespondenceTemplate: 'publishTemplates',
  retireCorrespondenceTemplate: 'publishTemplates',
  createOrganization: 'manageNetwork',
  addAgreement: 'manageNetwork',
  updateAgreement: 'manageNetwork',
  updateOrganization: 'manage organization',
  addOffice: 'manage organization',
  updateOffice: 'manage organization',
  addServiceDeliveryLocation: 'manage organization',
  updateServiceDeliveryLocation: 'manage organization',
  addStaffMember: 'manage staff',
  updateStaffMember: 'manage staff',
  addServiceAccount: 'manage staff',
  updateServiceAccount: 'manage staff',
};

/** Every subscription, by what a viewer must have to open it. */
export const claimsOfSubscriptions: Record<string, Claim[]> = {
  caseNotificationAdded: ['subscribe', 'see notifications'],
  referralStatusChanged: ['subscribe', 'see referrals'],
  caseloadTransferProgressed: ['subscribe', 'see caseloads'],
  homepageTaskChanged: ['subscribe'],
};

/** A mutation that is tried by everybody: it stops short of doing anything, by leaving out the confirmation or something else. */
export type Try = { mutation: string; input(viewer: RoleViewer): Promise<object>; refusals: string[] };

/** What no rule takes, where the least that GraphQL takes would be enough to do something. */
const wrongIn: Record<string, object> = { openCase: { employmentGoal: 'x'.repeat(100_000) } };

/** A way to try every mutation of the schema. */
export function tries(scene: Scene, records: RecordIds): Try[] {
  const known = new Map(waysToChange(scene).map((way) => [way.mutation, way]));
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args }) => {
    const way = known.get(name);
    const type = args[0]?.type;
    return {
      mutation: name,
      refusals: way?.refusals ?? [],
      input: async (viewer) => {
        if (way !== undefined) return await way.input(asViewer(viewer));
        if (type === undefined) return {};
        const least = leastInput(type, await idsFor(scene, records, name, viewer)) as object;
        return { ...least, ...wrongIn[name] };
      },
    };
  });
}

/** As what the ways of the access matrix take: whoever tries, tries everything as themselves. */
export function asViewer(viewer: RoleViewer) {
  const { staffId, organizationId } = viewer.actor;
  return { ...viewer, staffId, organizationId, administrator: viewer };
}

/** Ids by the names of fields: what a mutation is about is of the scene, what it is given to choose is the viewer’s own. */
async function idsFor({ api }: Scene, records: RecordIds, mutation: string, { actor }: RoleViewer) {
  const of = (type: string) => globalId(type, records[type]?.[0] ?? '');
  const own = { where: { organizationId: actor.organizationId } };
  const [office, agreement, manager, account] = await Promise.all([
    api.database.office.findFirst(own),
    api.database.agreement.findFirst(own),
    api.database.staff.findFirst({ where: { ...own.where, roles: { has: 'CASE_MANAGER' } } }),
    api.database.staff.findFirstOrThrow({
      where: {
        roles: { has: 'INTEGRATION' },
        organization: { staff: { some: { id: records.StaffMember?.[0] ?? '' } } },
      },
    }),
  ]);
  const chosen: Record<string, string | undefined> = {
    officeId: office === null ? undefined : globalId('Office', office.id),
    agreementId: agreement === null ? undefined : globalId('Agreement', agreement.id),
    caseManagerId: manager === null ? undefined : globalId('StaffMember', manager.id),
  };
  return (field: string): string => {
    const type = field.charAt(0).toUpperCase() + field.slice(1).replace(/Ids?$/, '');
    if (type === 'ServiceAccount') return globalId('StaffMember', account.id);
    const about = mutation.endsWith(type);
    return (
      (about ? undefined : chosen[field]) ??
      of({ CaseManager: 'StaffMember', Template: 'CorrespondenceTemplate' }[type] ?? type)
    );
  };
}

/** The least that GraphQL takes for a type; texts are empty, which no rule takes. */
function leastInput(type: GraphQLInputType, idOf: (field: string) => string, field = ''): unknown {
  if (isNonNullType(type)) return leastInput(type.ofType, idOf, field);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(
      (one) => isNonNullType(one.type) && one.defaultValue === undefined,
    );
    return Object.fromEntries(needed.map((one) => [one.name, leastInput(one.type, idOf, one.name)]));
  }
  const { name } = getNamedType(type);
  if (name === 'ID') return idOf(field);
  const least: Record<string, unknown> = { Int: 1, Float: 1, Boolean: false, Date: '2026-01-05' };
  return least[name] ?? '';
}
