import { savedPrivacyFindings, typedPrivacyFindings } from '../../domain/referrals/privacy/check-privacy.ts';
import { PrivacyFindingsNotAcknowledged } from '../../domain/referrals/privacy/privacy-acknowledgement.ts';
import { builder } from '../builder.ts';
import { ErrorInterface } from '../errors.ts';
import { readId } from '../ids.ts';
import { PrivacyFindingRef } from './privacy-finding.ts';

/** Checking a long text takes tens of milliseconds, as rendering does. */
const complexity = 500;

builder.prismaObjectField('Referral', 'privacyFindings', (t) =>
  t.field({
    type: [PrivacyFindingRef],
    complexity,
    description:
      'What of the client the saved subject and content may give away, by field and place; none overlaps another (B3). Submit asks for an acknowledgement of them.',
    resolve: ({ id }, _args, { actor, platform }) => savedPrivacyFindings(actor, platform, id),
  }),
);

const PrivacyFindingsInput = builder.inputType('PrivacyFindingsInput', {
  description: 'Texts of a referral as they are being typed.',
  fields: (t) => ({
    referralId: t.id({ description: 'The referral they are for: it tells whose client must not be known.' }),
    emailSubject: t.string({ required: false, description: 'Email Subject.' }),
    emailContent: t.string({ required: false, description: 'Email Content.' }),
  }),
});

builder.queryField('privacyFindings', (t) =>
  t.field({
    type: [PrivacyFindingRef],
    complexity,
    description:
      'What of the client texts may give away that are not saved yet, to be shown while somebody types; by field and place in the texts as sent (B3). Keeps nothing. For those who can change the referral.',
    args: { input: t.arg({ type: PrivacyFindingsInput, description: 'The texts.' }) },
    resolve: async (_root, { input }, { actor, platform }) =>
      await typedPrivacyFindings(actor, platform, {
        ...input,
        referralId: readId('Referral', input.referralId, 'referralId'),
      }),
  }),
);

builder.objectType(PrivacyFindingsNotAcknowledged, {
  name: 'PrivacyFindingsNotAcknowledged',
  description:
    'Subject or content may give away something of the client (B3). Show the places, so that the texts can be corrected; or call again with `acknowledgePrivacyFindings: true`.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    findings: t.expose('findings', {
      type: [PrivacyFindingRef],
      description: 'The same as Referral.privacyFindings.',
    }),
  }),
});
