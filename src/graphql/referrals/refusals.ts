import {
  OrganizationNotEligible,
  WrongOrganizationKind,
} from '../../domain/referrals/organization-choice.ts';
import { ReferralLocked } from '../../domain/referrals/status.ts';
import { StaleDraft } from '../../domain/referrals/update-referral.ts';
import { refusalType } from '../errors.ts';

refusalType(ReferralLocked, 'The referral has been submitted; it can no longer be changed or cancelled.');
refusalType(StaleDraft, 'The draft has changed since the version that the change was based on.');
refusalType(
  WrongOrganizationKind,
  'The type of the referral wants its organization chosen from the list, or typed, and the other was sent.',
);
refusalType(OrganizationNotEligible, 'Referrals cannot be sent to this organization today.');
