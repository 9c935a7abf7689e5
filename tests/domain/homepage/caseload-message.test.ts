import { expect, it } from 'vitest';
import { type CaseloadFacts, caseloadMessage } from '../../../src/domain/homepage/caseload-message.ts';

const between = (items: number): CaseloadFacts => ({
  ...{ fromOrganizationId: 'north', toOrganizationId: 'south', _count: { items } },
  ...{ fromOrganization: { name: 'North' }, toOrganization: { name: 'South' } },
  fromCaseManager: { givenName: 'Ian', familyName: 'Cameron' },
  toCaseManager: { givenName: 'Priya', familyName: 'Nair' },
});

it('[B9] a digest counts the cases in both languages, one and many', () => {
  expect(caseloadMessage('CASELOAD_RECEIVED', between(1))).toEqual({
    EN: '1 case has been transferred from North to South',
    FR: '1 cas a été transféré de North à South',
  });
  expect(caseloadMessage('CASELOAD_TRANSFERRED', between(12))).toEqual({
    EN: '12 cases have been transferred from North to South',
    FR: '12 cas ont été transférés de North à South',
  });
});

it('[B9] inside an organization it names the case managers', () => {
  const inside = { ...between(2), toOrganizationId: 'north' };
  expect(caseloadMessage('CASELOAD_RECEIVED', inside).EN).toBe(
    '2 cases have been transferred from Ian Cameron to Priya Nair',
  );
});

it('[B9] [D6] it tells senders that their referrals were superseded', () => {
  expect(caseloadMessage('REFERRAL_SUPERSEDED', between(3))).toEqual({
    EN: 'Referrals have been superseded: their cases have been transferred from North to South',
    FR: 'Des aiguillages ont été remplacés : leurs cas ont été transférés de North à South',
  });
});
