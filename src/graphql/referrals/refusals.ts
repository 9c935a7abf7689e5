import { DocumentTooLarge, TooManyDocuments } from '../../domain/referrals/add-referral-document.ts';
import { DocumentKindNotAllowed } from '../../domain/referrals/document-kind.ts';
import { WrongOrganizationKind } from '../../domain/referrals/organization-choice.ts';
import { ReferralNotSubmitted } from '../../domain/referrals/referral-not-submitted.ts';
import { CorrespondenceOnItsWay } from '../../domain/referrals/resend-correspondence.ts';
import { ReferralLocked } from '../../domain/referrals/status.ts';
import { NotACaseTransfer } from '../../domain/referrals/withdraw-referral.ts';
import { refusalType } from '../errors.ts';

refusalType(ReferralLocked, 'The referral has been submitted; it can no longer be changed or cancelled.');
refusalType(ReferralNotSubmitted, 'The referral is a draft, so its letter has never been sent.');
refusalType(NotACaseTransfer, 'The referral is no Case Transfer, so it cannot be withdrawn.');
refusalType(CorrespondenceOnItsWay, 'The email is still on its way; wait until it is sent or has failed.');
refusalType(
  WrongOrganizationKind,
  'The type of the referral wants its organization chosen from the list, or typed, and the other was sent.',
);
refusalType(DocumentTooLarge, 'The file is larger than 10 MB.');
refusalType(DocumentKindNotAllowed, 'The file holds something of a kind that cannot be added.');
refusalType(TooManyDocuments, 'The referral has as many documents as it can have.');
