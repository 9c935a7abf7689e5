import type { IntegrationScope } from '../generated/prisma/enums.ts';

/** What each scope of a service account is called at the issuer, in the `scope` of its tokens. */
const scopeNames: Record<IntegrationScope, string> = {
  READ_CASES: 'handoff:cases.read',
  CREATE_REFERRALS: 'handoff:referrals.create',
  SUBSCRIBE: 'handoff:subscribe',
};

/**
 * What a service account may do with a token: what it may do at all, and of that, where the token names scopes of ours, only
 * what it names. So a token can take away and never give.
 * @param held the scopes of the account.
 * @param named the names in the token's `scope`, those of others too.
 */
export function scopesWithToken(
  held: readonly IntegrationScope[],
  named: readonly string[],
): readonly IntegrationScope[] {
  if (!named.some((name) => name.startsWith('handoff:'))) return held;
  return held.filter((scope) => named.includes(scopeNames[scope]));
}
