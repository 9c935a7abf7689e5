import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseNotificationSubscription, referralStatusSubscription } from '../../demo/operations.ts';
import { allowedActions, relations, type Thing, things } from '../../src/domain/access-table.ts';
import { schema } from '../../src/graphql/schema.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { attempt } from './access-matrix/attempt.ts';
import { coordinates, fieldsThatGive } from './access-matrix/guarded-fields.ts';
import { type Scene, setScene } from './access-matrix/scene.ts';
import { type Change, waysToChange } from './access-matrix/ways-to-change.ts';
import { type Way, waysToSee } from './access-matrix/ways-to-see.ts';

let api: TestApi;
let scene: Scene;
let ways: Way[];
let changes: Change[];
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  scene = await setScene(api);
  ways = waysToSee(scene);
  changes = waysToChange(scene);
}, 60_000);
afterAll(async () => await api.stop());

const may = (relation: (typeof relations)[number], thing: Thing, action: string) =>
  allowedActions(relation, thing).some((allowed) => allowed === action);
const cells = (action: (name: string) => boolean) =>
  new Set(
    relations.flatMap((relation) =>
      things.flatMap((thing) =>
        allowedActions(relation, thing)
          .filter(action)
          .map((name) => `${thing} ${name}`),
      ),
    ),
  );

describe('[R24] [R26] [R32] [D8] [D12] the access table holds', () => {
  it('for every relation, through every way to see something', async () => {
    const wrong = scene.viewers.map(async (viewer) => {
      const found: string[] = [];
      for (const way of ways) {
        const expected = way.shows.every((thing) => may(viewer.relation, thing, 'see'));
        const seen = await way.look(viewer);
        const verb = seen ? 'sees' : 'does not see';
        if (seen !== expected) found.push(`${viewer.username} ${verb} ${way.shows} by ${way.name}`);
      }
      return found;
    });
    expect((await Promise.all(wrong)).flat()).toEqual([]);
  }, 120_000);

  it('for every relation, through every mutation', async () => {
    const wrong: string[] = [];
    for (const viewer of scene.viewers) {
      for (const { thing, action, mutation, input, by = () => viewer, refusals = [] } of changes) {
        const answer = await attempt(by(viewer), mutation, await input(viewer));
        const expected = may(viewer.relation, thing, action);
        const refused = ['NotFound', 'NotAllowed', ...refusals].includes(answer);
        if (refused === expected || answer.startsWith('[')) {
          wrong.push(
            `${viewer.username} (${viewer.relation}) ${thing} ${action}: ${mutation} answers ${answer}`,
          );
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('for every relation, through every question about what could be done', async () => {
    const { case: caseId, draft: referralId } = scene.ids;
    const input = { referralId, emailSubject: 'About Zelda Quillfeather' };
    for (const viewer of scene.viewers) {
      const asked = async (document: string, variables: object) => {
        const { data } = await viewer.ask(document, variables);
        return Object.values((data ?? {}) as Record<string, unknown>).some((answer) => answer !== null);
      };
      const options = 'query ($caseId: ID!) { transferOptions(caseId: $caseId) { __typename } }';
      const choices = `query ($caseId: ID!) {
        referralOrganizations(caseId: $caseId, type: CASE_TRANSFER) { totalCount } }`;
      const findings = 'query ($input: PrivacyFindingsInput!) { privacyFindings(input: $input) { kind } }';
      expect({
        viewer: viewer.username,
        transfer: await asked(options, { caseId }),
        add: await asked(choices, { caseId }),
        update: await asked(findings, { input }),
      }).toEqual({
        viewer: viewer.username,
        transfer: may(viewer.relation, 'case', 'transfer'),
        add: may(viewer.relation, 'referrals', 'add'),
        update: may(viewer.relation, 'referrals', 'update'),
      });
    }
  }, 60_000);

  it('and a receiver sees what it is asked itself, not what others are', async () => {
    const asked = async (relation: string) => {
      const viewer = scene.viewers.find((one) => one.relation === relation);
      const answer = await viewer?.ask(
        `{ pendingTransfers(search: "${scene.number}", first: 100) { nodes { toOrganization { name } } } }`,
      );
      return (answer?.data as { pendingTransfers: { nodes: unknown[] } } | undefined)?.pendingTransfers.nodes;
    };
    expect(await asked('OPEN_CASE_TRANSFER')).toEqual([
      { toOrganization: { name: 'South Shore Works Association' } },
    ]);
    expect((await asked('MANAGES'))?.length).toBeGreaterThan(1);
  });

  it('for every relation, through every subscription', async () => {
    const { case: caseId } = scene.ids;
    const listeners = [];
    for (const viewer of scene.viewers) {
      const orNull = () => null;
      listeners.push({
        viewer,
        notifications: await viewer.watch(caseNotificationSubscription, { caseId }).catch(orNull),
        referrals: await viewer.watch(referralStatusSubscription, { caseId }).catch(orNull),
      });
    }
    await scene.makeNews();
    for (const { viewer, ...subscriptions } of listeners) {
      for (const thing of ['notifications', 'referrals'] as const) {
        const expected = may(viewer.relation, thing, 'see');
        const news = subscriptions[thing]?.next(() => true, expected ? 10 : 0.3);
        const heard = await news?.then(Boolean, () => false);
        expect([viewer.username, thing, heard ?? false]).toEqual([viewer.username, thing, expected]);
      }
    }
  }, 120_000);
});

describe('nothing of the table is left untried', () => {
  it('every thing is looked for, and each by all that leads to it', () => {
    expect(
      [...new Set(ways.flatMap(({ shows }) => shows))].map((thing) => `${thing} see`).toSorted(),
    ).toEqual([...cells((name) => name === 'see')].toSorted());
  });

  it('every action is attempted', () => {
    expect(changes.map(({ thing, action }) => `${thing} ${action}`).toSorted()).toEqual(
      [...cells((name) => name !== 'see')].toSorted(),
    );
  });

  it('every mutation is among the changes, but for those that touch no case', () => {
    const elsewhere = [
      // One’s own homepage.
      'completeHomepageTasks',
      'reopenHomepageTasks',
      // A client whom nobody has to do with yet.
      'createPerson',
      // Organizations and what they have: no client’s.
      ...['createOrganization', 'updateOrganization', 'addOffice', 'updateOffice', 'addAgreement'],
      ...['updateAgreement', 'addServiceDeliveryLocation', 'updateServiceDeliveryLocation'],
      ...['addStaffMember', 'updateStaffMember', 'addServiceAccount', 'updateServiceAccount'],
      // Templates are Employment Nova Scotia’s, and no client’s.
      'publishCorrespondenceTemplate',
      'retireCorrespondenceTemplate',
    ];
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(all.toSorted()).toEqual([...changes.map(({ mutation }) => mutation), ...elsewhere].toSorted());
  });

  it('every relation has somebody who stands in it', () => {
    expect(new Set(scene.viewers.map(({ relation }) => relation))).toEqual(new Set(relations));
  });

  it('every field of the schema that gives something of a client or a case is tried by some way', () => {
    const tried = new Set(
      ways.flatMap(({ document }) => (document === undefined ? [] : coordinates(document))),
    );
    expect(fieldsThatGive().filter((field) => !tried.has(field))).toEqual(Object.keys(untried).toSorted());
  });
});

/** Fields that no way tries, and why not. */
const untried: Record<string, string> = {
  'CaseNotificationAdded.caseNotification': 'a subscription',
  'CaseloadPreviewItem.case': 'only for those who may hand over the caseload',
  'OpenCaseExists.openCase': 'only for those who may open a case, and manage one',
  'OrganizationHasOpenCases.openCases': 'only for Employment Nova Scotia’s administrators',
  'PossibleDuplicate.earlier': 'only for those who may submit',
  'PossibleDuplicatePeople.people': 'only of those whom the viewer sees',
  'Query.lateReferrals': 'none of the scene is late',
  'ReferralStatusChange.referral': 'a subscription',
  'StaffMemberHasOpenCases.openCases': 'only for those who look after the staff of that organization',
};
