import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Actor, anyoneAt } from '../../src/domain/actor.ts';
import { NotAllowed } from '../../src/domain/errors.ts';
import type { Privilege } from '../../src/domain/privilege-table.ts';
import { privileges } from '../../src/domain/privilege-words.ts';
import { hasPrivilege, requirePrivilege } from '../../src/domain/privileges.ts';
import { privilegesPage, privilegesPagePath } from '../../tools/docs/privileges-page.ts';

const who = (changes: Partial<Actor>): Actor => ({ ...anyoneAt('here'), ...changes });
const all = (changes: Partial<Actor>) => privileges.filter((one) => hasPrivilege(who(changes), one));
const refusal = (changes: Partial<Actor>, privilege: Privilege) => {
  try {
    requirePrivilege(who(changes), privilege);
  } catch (error) {
    return error;
  }
  return null;
};

const caseManager = ['seeCases', 'workOnCases', 'createReferrals', 'answerReferrals', 'subscribe'];

describe('who may do what', () => {
  it('[R1] is what the guide’s privilege sets say of case managers and administrators of organizations', () => {
    expect(all({ roles: ['CASE_MANAGER'] })).toEqual(caseManager);
    expect(all({ roles: ['ORGANIZATION_ADMINISTRATOR'] }).toSorted()).toEqual(
      [
        ...caseManager,
        ...['handOverCaseload', 'manageOwnOrganization', 'manageOwnStaff', 'readOwnAuditTrail'],
      ].toSorted(),
    );
  });

  it('[D5] of Employment Nova Scotia’s administrators counts only where the role is held there', () => {
    expect(all({ roles: ['ENS_ADMINISTRATOR'] })).toEqual([]);
    const there = all({ roles: ['ENS_ADMINISTRATOR'], atEmploymentNovaScotia: true });
    expect(there).toEqual(expect.arrayContaining(['transferAnyCase', 'manageNetwork', 'readAuditTrail']));
    // It administers, and works on no case.
    expect(there).not.toContain('workOnCases');
  });

  it('[D14] of auditors reaches beyond their organization only at Employment Nova Scotia', () => {
    expect(all({ roles: ['AUDITOR'] })).toEqual(['seeCases', 'readOwnAuditTrail']);
    expect(all({ roles: ['AUDITOR'], atEmploymentNovaScotia: true })).toContain('readPastAccess');
  });

  it('adds up over several roles', () => {
    expect(all({ roles: ['CASE_MANAGER', 'AUDITOR'] }).toSorted()).toEqual(
      [...caseManager, 'readOwnAuditTrail'].toSorted(),
    );
  });

  it('is for a service account what its scopes give, and nothing else', () => {
    const roles = ['INTEGRATION'] as const;
    expect(all({ roles, atEmploymentNovaScotia: true })).toEqual([]);
    expect(all({ roles, scopes: ['READ_CASES'] })).toEqual(['seeCases']);
    expect(all({ roles, scopes: ['CREATE_REFERRALS'] })).toEqual(['seeCases', 'createReferrals']);
    expect(all({ roles, scopes: ['SUBSCRIBE'] })).toEqual(['subscribe']);
  });
});

describe('who may not', () => {
  it('is told whom to ask, a program which scope it lacks', () => {
    expect(refusal({ roles: ['CASE_MANAGER'] }, 'workOnCases')).toBeNull();
    expect(refusal({ roles: ['AUDITOR'] }, 'workOnCases')).toBeInstanceOf(NotAllowed);
    const texts = (['seeCases', 'manageNetwork'] as const).map(
      (privilege) => (refusal({ roles: ['INTEGRATION'] }, privilege) as NotAllowed).text,
    );
    expect(texts[0]?.EN).toContain('READ_CASES or CREATE_REFERRALS');
    expect(texts[0]?.FR).toContain('READ_CASES ou CREATE_REFERRALS');
    expect(texts[1]?.EN).toContain('a member of staff has to');
  });
});

it('the page for people who give out roles is made from the table', async () => {
  expect(await readFile(privilegesPagePath, 'utf8')).toBe(privilegesPage());
});
