import { describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { completeHomepageTasksMutation, homepageTasksQuery } from '../../demo/operations.ts';
import { programToday, type Story } from './story.ts';

const caseNumber = '50244764';
const message =
  'Case has been transferred from North Shore Employment Services to South Shore Works Association';

/** The new case manager looks at My Notifications and deals with the task. */
export function userHomepage(story: () => Story): void {
  describe('My Notifications on the User Homepage', () => {
    async function list(filter: { program?: string; search?: string; due?: 'ALL' } = {}) {
      return (await story().south2.request(homepageTasksQuery, filter)).homepageTasks;
    }

    it('[R33] [R36] the new case manager has one task, with the columns of the guide', async () => {
      const { nodes } = await list();
      expect(nodes).toEqual([
        {
          id: expect.any(String),
          priority: 'NORMAL',
          type: 'CASE_RECEIVED',
          typeLabel: 'Info',
          caseNumber,
          orgOrPlayer: 'Diaz, Rosa L.',
          program: 'ECM (LSI-ENS)',
          createdBy: 'south.manager',
          dueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          message,
          completedAt: null,
          case: { number: caseNumber },
        },
      ]);
      expect((nodes[0]?.dueDate ?? '') <= programToday()).toBe(true);
    });

    it('[R34] [R36] the previous case manager’s row names the other organization, no longer the client', async () => {
      const { homepageTasks } = await story().north.request(homepageTasksQuery, {});
      expect(homepageTasks.nodes).toMatchObject([
        { type: 'CASE_TRANSFERRED', orgOrPlayer: 'South Shore Works Association', program: null, message },
      ]);
    });

    it.each([
      { by: 'its program', filter: { program: 'LSI-ENS' }, found: 1 },
      { by: 'another program', filter: { program: 'SKILLS' }, found: 0 },
      { by: 'the client’s name', filter: { search: 'rosa' }, found: 1 },
      { by: 'the Case ID', filter: { search: caseNumber }, found: 1 },
      { by: 'another name', filter: { search: 'sylliboy' }, found: 0 },
      { by: 'any due date', filter: { due: 'ALL' as const }, found: 1 },
    ])('[R37] filtered by $by it shows $found', async ({ filter, found }) => {
      expect((await list(filter)).totalCount).toBe(found);
    });

    it('[R38] the row is selected and dealt with', async () => {
      const taskIds = (await list()).nodes.map(({ id }) => id);
      const input = { taskIds };
      const answer = await story().south2.request(completeHomepageTasksMutation, { input });
      const { homepageTasks } = accepted(answer.completeHomepageTasks);
      expect(homepageTasks).toMatchObject([{ id: taskIds[0], completedAt: expect.any(String) }]);
      expect((await list()).totalCount).toBe(0);
    });
  });
}
