import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TransferCaseInput } from '../../demo/generated/graphql.ts';
import {
  addReferralMutation,
  caseNotificationSubscription,
  caseQuery,
  casesQuery,
  homepageTaskSubscription,
  peopleQuery,
  transferCaseMutation,
  transferOptionsQuery,
} from '../../demo/operations.ts';
import { previewOf, type Story } from './story.ts';

const caseNumber = '50244764';
const message =
  'Case has been transferred from North Shore Employment Services to South Shore Works Association';

/** South completes the transfer: the case manager who saves it chooses a colleague. */
export function transfer(story: () => Story): void {
  describe('Case Details/Transfer', () => {
    let choices: TransferCaseInput;
    let live: Awaited<ReturnType<typeof listen>>;
    let letterUrl = '';

    async function listen(caseId: string) {
      return {
        newManager: await story().south2.stream(homepageTaskSubscription),
        previousManager: await story().north.watch(homepageTaskSubscription),
        caseHomePage: await story().ens.watch(caseNotificationSubscription, { caseId }),
      };
    }

    async function save(changed: Partial<TransferCaseInput>) {
      const input = { ...choices, ...changed };
      return (await story().south.request(transferCaseMutation, { input })).transferCase;
    }

    beforeAll(async () => {
      const { cases } = await story().south.request(casesQuery, { search: caseNumber });
      const caseId = cases.nodes[0]?.id ?? '';
      choices = { caseId, officeId: '', caseManagerId: '', agreementId: '' };
      live = await listen(caseId);
      const { case: referred } = await story().north.request(caseQuery, { number: caseNumber });
      const referralId = referred?.referrals?.nodes.at(-1)?.id ?? '';
      letterUrl = (await previewOf(story().north, referralId))?.url ?? '';
    });

    afterAll(async () => {
      for (const subscription of Object.values(live)) await subscription.close();
    });

    it('[R29] the drop-down lists hold the receiver’s own offices, staff, active agreements, locations', async () => {
      const { caseId } = choices;
      const { transferOptions } = await story().south.request(transferOptionsQuery, { caseId });
      if (transferOptions === null) throw new Error('There is nothing to choose');
      const { offices, caseManagers, agreements, serviceDeliveryLocations } = transferOptions;
      const office = offices.nodes.find(({ name }) => name === 'Chester Office');
      const manager = caseManagers.nodes.find(({ username }) => username === 'south.manager2');
      const [agreement] = agreements.nodes;
      const location = serviceDeliveryLocations.nodes.find(({ name }) => name === 'Chester Outreach');
      expect([offices, caseManagers, agreements, serviceDeliveryLocations].map(({ nodes }) => nodes)).toEqual(
        [
          [
            expect.objectContaining({ name: 'Chester Office' }),
            expect.objectContaining({ name: 'Lunenburg Office' }),
          ],
          expect.arrayContaining([expect.objectContaining({ username: 'south.manager' })]),
          [expect.objectContaining({ number: 'OFA-207358' })],
          [expect.anything(), expect.anything(), expect.anything()],
        ],
      );
      expect(caseManagers.nodes.every(({ username }) => username.startsWith('south.'))).toBe(true);
      choices = {
        caseId,
        officeId: office?.id ?? '',
        caseManagerId: manager?.id ?? '',
        agreementId: agreement?.id ?? '',
        serviceDeliveryLocationId: location?.id ?? '',
      };
    });

    it('[R29] Service Delivery Location is needed where the organization has several', async () => {
      expect(await save({ serviceDeliveryLocationId: null, confirm: true })).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field: 'serviceDeliveryLocationId' }],
      });
    });

    it('[R30] Save asks for confirmation, and nothing changes until it is given', async () => {
      expect(await save({})).toEqual({
        __typename: 'ConfirmationRequired',
        code: 'CONFIRMATION_REQUIRED',
        message:
          'Saving will complete the transfer and assign the case to your organization.\n\nDo you wish to proceed?',
      });
      const { case: kept } = await story().north.request(caseQuery, { number: caseNumber });
      expect(kept?.caseManager?.name).toBe('Ian Cameron');
    });

    it('[R30] [D9] OK, even clicked twice, completes it once and assigns the case to the chosen person', async () => {
      const clicks = await Promise.all([save({ confirm: true }), save({ confirm: true })]);
      expect(clicks.map(({ __typename }) => __typename).sort()).toEqual([
        'CaseAlreadyTransferred',
        'TransferCaseSuccess',
      ]);
      expect(clicks.find(({ __typename }) => __typename === 'TransferCaseSuccess')).toMatchObject({
        message: 'The transfer has been completed successfully.',
        case: {
          number: caseNumber,
          organization: { name: 'South Shore Works Association' },
          office: { name: 'Chester Office' },
          caseManager: { username: 'south.manager2' },
        },
      });
    });

    it('[R33] a task appears at once on the homepage of the new case manager, who did not save it', async () => {
      const { homepageTaskChanged } = await live.newManager.next(() => true, 15);
      expect(homepageTaskChanged.homepageTask).toMatchObject({ type: 'CASE_RECEIVED', caseNumber, message });
    });

    it('[R33] a notification appears on the Case Home Page', async () => {
      const { caseNotificationAdded } = await live.caseHomePage.next(() => true, 15);
      expect(caseNotificationAdded.caseNotification.message).toBe(message);
      const { case: received } = await story().south2.request(caseQuery, { number: caseNumber });
      expect(received?.notifications?.nodes).toEqual([
        { type: 'CASE_RECEIVED', message, acknowledgedAt: null },
      ]);
    });

    it('[R34] the previous case manager is told that the transfer has occurred', async () => {
      const { homepageTaskChanged } = await live.previousManager.next(() => true, 15);
      expect(homepageTaskChanged.homepageTask).toMatchObject({
        type: 'CASE_TRANSFERRED',
        caseNumber,
        message,
        case: null,
      });
    });

    it('[R32] the previous organization can neither view nor update the case any more, nor open its letters', async () => {
      expect((await story().north.request(caseQuery, { number: caseNumber })).case).toBeNull();
      expect((await story().north.request(casesQuery, { search: 'diaz' })).cases.totalCount).toBe(0);
      expect((await story().north.request(peopleQuery, { search: 'diaz' })).people.totalCount).toBe(0);
      const input = { caseId: choices.caseId, type: 'INFORMATIONAL_WITHIN' } as const;
      const { addReferral } = await story().north.request(addReferralMutation, { input });
      expect(addReferral.__typename).toBe('NotFound');
      expect((await fetch(letterUrl)).status).toBe(404);
    });
  });
}
