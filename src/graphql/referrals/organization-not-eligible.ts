import { type Ineligibility, ineligibilityTexts } from '../../domain/organizations/ineligibility.ts';
import { OrganizationNotEligible } from '../../domain/referrals/organization-choice.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';

const IneligibilityEnum = builder.enumType('Ineligibility', {
  description: 'Why referrals cannot be sent to an organization today (R6).',
  values: {
    NOT_FOUND: { description: 'There is no such organization in the network.' },
    OWN_ORGANIZATION: { description: 'It is the user’s own organization.' },
    CLOSED: { description: 'It is closed.' },
    NO_ACTIVE_AGREEMENT: { description: 'It has no agreement that is active today.' },
    NO_ECM_PROGRAM: { description: 'No agreement of it that is active today has an ECM program enabled.' },
    NO_CLIENT_TRACKING: { description: 'Its agreement does not have client tracking enabled.' },
  } satisfies Record<Ineligibility, { description: string }>,
});

/** One reason why referrals cannot be sent to an organization. */
export const IneligibilityReason = builder.objectRef<Ineligibility>('IneligibilityReason').implement({
  description: 'One reason why referrals cannot be sent to an organization today (R6).',
  fields: (t) => ({
    code: t.field({ type: IneligibilityEnum, description: 'For programs.', resolve: (reason) => reason }),
    message: t.string({
      description: 'For people, in the language of the request.',
      resolve: (reason, _, { language }) => ineligibilityTexts[reason][language],
    }),
  }),
});

builder.objectType(OrganizationNotEligible, {
  name: 'OrganizationNotEligible',
  description: 'Referrals cannot be sent to this organization today, and why (R6).',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    reasons: t.field({
      type: [IneligibilityReason],
      description: 'Every reason there is.',
      resolve: ({ reasons }) => reasons,
    }),
  }),
});
