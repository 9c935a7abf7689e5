import type { AccessEnd } from '../../generated/prisma/enums.ts';
import type { Bilingual, Language } from '../language.ts';
import { daysUntilExpiry } from './given-access.ts';
import type { ReceiverView } from './receiver-view.ts';

/** The receiver as it stands in a sentence. */
type Receiver = Bilingual;

const onlyEmail: Bilingual = {
  EN: 'Nobody gains access; only the email and its letter go out.',
  FR: 'Personne n’obtient d’accès; seuls le courriel et sa lettre sont envoyés.',
};

const managesCase = (receiver: Receiver): Bilingual => ({
  EN: `The case is managed by ${receiver.EN}, whose people see all of it.`,
  FR: `Le cas est géré par ${receiver.FR}, dont le personnel le voit en entier.`,
});

const seesSummary = (receiver: Receiver, when: Bilingual): Bilingual => ({
  EN: `${when.EN}the people of ${receiver.EN} can read the client’s person record and a summary of the case, but not the rest of it, nor this referral with its notes and documents.`,
  FR: `${when.FR}le personnel de ${receiver.FR} peut lire le dossier personnel du client et un résumé du cas, mais ni le reste du cas, ni cet aiguillage avec ses notes et ses documents.`,
});

const seesPerson = (receiver: Receiver, when: Bilingual): Bilingual => ({
  EN: `${when.EN}the people of ${receiver.EN} can read the client’s person record, but neither the case nor this referral with its notes and documents.`,
  FR: `${when.FR}le personnel de ${receiver.FR} peut lire le dossier personnel du client, mais ni le cas, ni cet aiguillage avec ses notes et ses documents.`,
});

const seesNothing = (receiver: Receiver): Bilingual => ({
  EN: `By way of this case, the people of ${receiver.EN} can read neither the client’s person record nor the case.`,
  FR: `Par l’intermédiaire de ce cas, le personnel de ${receiver.FR} ne peut lire ni le dossier personnel du client ni le cas.`,
});

const fromSubmitOn: Bilingual = { EN: 'From submit on, ', FR: 'Dès la soumission, ' };
const atPresent: Bilingual = { EN: 'At present, ', FR: 'Actuellement, ' };

const lasts = (days: number): Bilingual => ({
  EN: `The access ends after ${days} days unless something ends it sooner.`,
  FR: `L’accès prend fin après ${days} jours, à moins que quelque chose y mette fin plus tôt.`,
});

const paused: Bilingual = {
  EN: 'This referral gives no access as long as the organization is closed, or lacks an active agreement with an ECM program and client tracking.',
  FR: 'Cet aiguillage ne donne aucun accès tant que l’organisme est fermé, ou qu’il n’a pas d’entente en vigueur avec un programme ECM et le suivi des clients.',
};

const ended: Record<Exclude<AccessEnd, 'EXPIRED'>, Bilingual> = {
  TRANSFERRED: {
    EN: 'The access that this referral gave ended when the case was transferred to the receiver.',
    FR: 'L’accès que donnait cet aiguillage a pris fin lorsque le cas a été transféré au destinataire.',
  },
  SUPERSEDED: {
    EN: 'The access that this referral gave ended when the case was transferred in another way.',
    FR: 'L’accès que donnait cet aiguillage a pris fin lorsque le cas a été transféré d’une autre façon.',
  },
  WITHDRAWN: {
    EN: 'The access that this referral gave ended when the referral was withdrawn.',
    FR: 'L’accès que donnait cet aiguillage a pris fin lorsque l’aiguillage a été retiré.',
  },
  DECLINED: {
    EN: 'The access that this referral gave ended when the receiver declined the referral.',
    FR: 'L’accès que donnait cet aiguillage a pris fin lorsque le destinataire a refusé l’aiguillage.',
  },
};

const expired: Record<keyof typeof daysUntilExpiry, Bilingual> = {
  CASE_TRANSFER: {
    EN: 'The access that this referral gave has run out, as nobody completed the transfer in time.',
    FR: 'L’accès que donnait cet aiguillage est arrivé à échéance, personne n’ayant terminé le transfert à temps.',
  },
  INFORMATIONAL_WITHIN: {
    EN: 'The access that this referral gave has run out.',
    FR: 'L’accès que donnait cet aiguillage est arrivé à échéance.',
  },
};

const byAnother: Bilingual = {
  EN: 'Some of this comes by another referral of the case.',
  FR: 'Une partie de cela provient d’un autre aiguillage du cas.',
};

/** What the receiver of a referral sees, and how long, in sentences for the sender (B7). */
export function explainReceiverView(view: ReceiverView, language: Language): string {
  return sentences(view)
    .map((sentence) => sentence[language])
    .join(' ');
}

function sentences({ access, sees, organizationName, ...view }: ReceiverView): Bilingual[] {
  const { state, endCause } = access;
  const { type } = view.referral;
  if (state === 'NONE' || type === 'INFORMATIONAL_OUTSIDE') return [onlyEmail];
  const receiver: Receiver =
    organizationName === null
      ? { EN: 'the organization that you choose', FR: 'l’organisme que vous choisirez' }
      : { EN: organizationName, FR: `l’organisme ${organizationName}` };
  const ending = endCause === 'EXPIRED' ? expired[type] : endCause === null ? null : ended[endCause];
  const why = [...(state === 'PAUSED' ? [paused] : []), ...(ending === null ? [] : [ending])];
  if (view.managesCase) return [...why, managesCase(receiver)];
  const when = state === 'NOT_YET' ? fromSubmitOn : atPresent;
  const inSight = sees.case ? seesSummary : seesPerson;
  const open = state === 'NOT_YET' || state === 'IN_FORCE';
  return [
    ...why,
    sees.person ? inSight(receiver, when) : seesNothing(receiver),
    ...(open ? [lasts(daysUntilExpiry[type])] : []),
    ...(view.alsoByAnother ? [byAnother] : []),
  ];
}
