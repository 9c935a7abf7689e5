import { expect, it } from 'vitest';
import { scopesWithToken } from '../../src/domain/scope-names.ts';

it('a token that names no scope of ours leaves a service account what it has', () => {
  expect(scopesWithToken(['READ_CASES', 'SUBSCRIBE'], [])).toEqual(['READ_CASES', 'SUBSCRIBE']);
  expect(scopesWithToken(['READ_CASES'], ['openid', 'payroll:read'])).toEqual(['READ_CASES']);
});

it('a token that names scopes of ours takes the others away, and gives none', () => {
  expect(scopesWithToken(['READ_CASES', 'SUBSCRIBE'], ['openid', 'handoff:subscribe'])).toEqual([
    'SUBSCRIBE',
  ]);
  expect(scopesWithToken(['READ_CASES'], ['handoff:referrals.create'])).toEqual([]);
  expect(scopesWithToken(['READ_CASES'], ['handoff:something.new'])).toEqual([]);
  expect(
    scopesWithToken(
      ['READ_CASES', 'CREATE_REFERRALS', 'SUBSCRIBE'],
      ['handoff:cases.read', 'handoff:referrals.create', 'handoff:subscribe'],
    ),
  ).toEqual(['READ_CASES', 'CREATE_REFERRALS', 'SUBSCRIBE']);
});
