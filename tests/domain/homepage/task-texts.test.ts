import { expect, it } from 'vitest';
import { taskMessage, taskTypeLabel, transferMessage } from '../../../src/domain/homepage/task-texts.ts';
import { HomepageTaskType } from '../../../src/generated/prisma/enums.ts';

const between = { from: 'North Shore Employment Services', to: 'South Shore Works Association' };
const transferred = {
  EN: 'Case has been transferred from North Shore Employment Services to South Shore Works Association',
  FR: 'Le cas a été transféré de North Shore Employment Services à South Shore Works Association',
};

it('[R36] the message of a transfer is the guide’s, and in French', () => {
  expect(taskMessage('CASE_RECEIVED', between)).toEqual(transferred);
  expect(taskMessage('CASE_TRANSFERRED', between)).toEqual(transferred);
});

it('[R33] the notification on the Case Homepage says the same', () => {
  expect(transferMessage(between)).toEqual(transferred);
});

it('[R36] the Type column says Info, in both languages', () => {
  expect(taskTypeLabel).toEqual({ EN: 'Info', FR: 'Info' });
});

it('[R36] every other task has a message of its own in each language, without names', () => {
  const others = Object.values(HomepageTaskType).filter((type) => !type.startsWith('CASE_'));
  const messages = others.map((type) => taskMessage(type, between));
  for (const { EN, FR } of messages) {
    expect(EN).not.toBe('');
    expect(FR).not.toBe(EN);
    expect(EN + FR).not.toMatch(/North|South/);
  }
  expect(new Set(messages.map(({ EN }) => EN)).size).toBe(others.length);
  expect(new Set(messages.map(({ FR }) => FR)).size).toBe(others.length);
});
