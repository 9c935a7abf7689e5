import { IntegrationScope } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';

/** What a service account may do. */
export const IntegrationScopeEnum = builder.enumType('IntegrationScope', {
  description: 'What a service account may do.',
  values: {
    [IntegrationScope.READ_CASES]: {
      description: 'See clients, cases and referrals, as far as its organization sees them.',
    },
    [IntegrationScope.CREATE_REFERRALS]: {
      description: 'See them, and write, submit, cancel and withdraw referrals.',
    },
    [IntegrationScope.SUBSCRIBE]: { description: 'Follow live events.' },
  },
});
