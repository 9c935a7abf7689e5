import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { casesWhere } from '../people/relations.ts';

/** The referrals the actor sees: those of cases they see whole; a receiver sees the person and the summary, not the referral itself. */
export function visibleReferrals(actor: Actor): Prisma.ReferralWhereInput {
  return { case: casesWhere(actor, 'referrals', 'see') };
}

/** The referrals whose letter, and the emails it went out with, the actor sees. */
export function referralsWithVisibleLetter(actor: Actor): Prisma.ReferralWhereInput {
  return { case: casesWhere(actor, 'letters', 'see') };
}

/** The notes on referrals that the actor sees. */
export function visibleNotes(actor: Actor): Prisma.ReferralNoteWhereInput {
  return { referral: { case: casesWhere(actor, 'notes', 'see') } };
}

/** The documents of referrals that the actor sees. */
export function visibleDocuments(actor: Actor): Prisma.ReferralDocumentWhereInput {
  return { referral: { case: casesWhere(actor, 'documents', 'see') } };
}
