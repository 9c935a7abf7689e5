import { expect, it } from 'vitest';
import type { ReceiverAccess } from '../../../src/domain/referrals/receiver-access.ts';
import { explainReceiverView } from '../../../src/domain/referrals/receiver-explanation.ts';
import type { ReceiverView } from '../../../src/domain/referrals/receiver-view.ts';
import { AccessEnd } from '../../../src/generated/prisma/enums.ts';

const id = '00000000-0000-0000-0000-000000000001';
const day = new Date('2026-09-06T12:00:00Z');

const referral = { id, caseId: id, personId: id, language: 'EN' } as const;
const informational = { ...referral, type: 'INFORMATIONAL_WITHIN' } as const;
const outside = { ...referral, type: 'INFORMATIONAL_OUTSIDE' } as const;

/** What a view has other than that of a Case Transfer referral that is in force. */
type Differences = Partial<Omit<ReceiverView, 'access'>> & { access?: Partial<ReceiverAccess> };

function explain({ access, ...view }: Differences, language: 'EN' | 'FR' = 'EN') {
  return explainReceiverView(
    {
      referral: { ...referral, type: 'CASE_TRANSFER' },
      organizationName: 'South Shore Works Association',
      sees: { person: true, case: true },
      alsoByAnother: false,
      managesCase: false,
      ...view,
      access: {
        ...{ state: 'IN_FORCE', scope: 'PERSON_RECORD_AND_CASE_SUMMARY', beganAt: day, expiresAt: day },
        ...{ endedAt: null, endCause: null, endReason: null },
        ...access,
      },
    },
    language,
  );
}
const person = { person: true, case: false };
const nothing = { person: false, case: false };

const sentences: { of: string; view: Differences; EN: string; FR: string }[] = [
  {
    of: 'a draft',
    view: { access: { state: 'NOT_YET', beganAt: null } },
    EN: 'From submit on, the people of South Shore Works Association can read the client’s person record and a summary of the case, but not the rest of it, nor this referral with its notes and documents. The access ends after 90 days unless something ends it sooner.',
    FR: 'Dès la soumission, le personnel de l’organisme South Shore Works Association peut lire le dossier personnel du client et un résumé du cas, mais ni le reste du cas, ni cet aiguillage avec ses notes et ses documents. L’accès prend fin après 90 jours, à moins que quelque chose y mette fin plus tôt.',
  },
  {
    of: 'a draft without an organization',
    view: {
      referral: informational,
      organizationName: null,
      sees: person,
      access: { state: 'NOT_YET', beganAt: null },
    },
    EN: 'From submit on, the people of the organization that you choose can read the client’s person record, but neither the case nor this referral with its notes and documents. The access ends after 365 days unless something ends it sooner.',
    FR: 'Dès la soumission, le personnel de l’organisme que vous choisirez peut lire le dossier personnel du client, mais ni le cas, ni cet aiguillage avec ses notes et ses documents. L’accès prend fin après 365 jours, à moins que quelque chose y mette fin plus tôt.',
  },
  {
    of: 'a referral outside LaMPSS',
    view: {
      referral: outside,
      organizationName: null,
      sees: nothing,
      access: { state: 'NONE', expiresAt: null },
    },
    EN: 'Nobody gains access; only the email and its letter go out.',
    FR: 'Personne n’obtient d’accès; seuls le courriel et sa lettre sont envoyés.',
  },
  {
    of: 'a referral in force',
    view: { referral: informational, sees: person },
    EN: 'At present, the people of South Shore Works Association can read the client’s person record, but neither the case nor this referral with its notes and documents. The access ends after 365 days unless something ends it sooner.',
    FR: 'Actuellement, le personnel de l’organisme South Shore Works Association peut lire le dossier personnel du client, mais ni le cas, ni cet aiguillage avec ses notes et ses documents. L’accès prend fin après 365 jours, à moins que quelque chose y mette fin plus tôt.',
  },
  {
    of: 'a receiver that can receive nothing at present',
    view: { sees: nothing, access: { state: 'PAUSED' } },
    EN: 'This referral gives no access as long as the organization is closed, or lacks an active agreement with an ECM program and client tracking. By way of this case, the people of South Shore Works Association can read neither the client’s person record nor the case.',
    FR: 'Cet aiguillage ne donne aucun accès tant que l’organisme est fermé, ou qu’il n’a pas d’entente en vigueur avec un programme ECM et le suivi des clients. Par l’intermédiaire de ce cas, le personnel de l’organisme South Shore Works Association ne peut lire ni le dossier personnel du client ni le cas.',
  },
  {
    of: 'a receiver that has taken over the case',
    view: { managesCase: true, access: { state: 'ENDED', endedAt: day, endCause: 'TRANSFERRED' } },
    EN: 'The access that this referral gave ended when the case was transferred to the receiver. The case is managed by South Shore Works Association, whose people see all of it.',
    FR: 'L’accès que donnait cet aiguillage a pris fin lorsque le cas a été transféré au destinataire. Le cas est géré par l’organisme South Shore Works Association, dont le personnel le voit en entier.',
  },
  {
    of: 'a receiver that has taken over the case by another of two referrals to it',
    view: { managesCase: true, access: { state: 'ENDED', endedAt: day, endCause: 'SUPERSEDED' } },
    EN: 'The access that this referral gave ended when the case was transferred in another way. The case is managed by South Shore Works Association, whose people see all of it.',
    FR: 'L’accès que donnait cet aiguillage a pris fin lorsque le cas a été transféré d’une autre façon. Le cas est géré par l’organisme South Shore Works Association, dont le personnel le voit en entier.',
  },
  {
    of: 'a referral for information that has run out',
    view: { referral: informational, sees: nothing, access: { state: 'ENDED', endCause: 'EXPIRED' } },
    EN: 'The access that this referral gave has run out. By way of this case, the people of South Shore Works Association can read neither the client’s person record nor the case.',
    FR: 'L’accès que donnait cet aiguillage est arrivé à échéance. Par l’intermédiaire de ce cas, le personnel de l’organisme South Shore Works Association ne peut lire ni le dossier personnel du client ni le cas.',
  },
  {
    of: 'access that ended, beside another that has not',
    view: { sees: person, alsoByAnother: true, access: { state: 'ENDED', endCause: 'DECLINED' } },
    EN: 'The access that this referral gave ended when the receiver declined the referral. At present, the people of South Shore Works Association can read the client’s person record, but neither the case nor this referral with its notes and documents. Some of this comes by another referral of the case.',
    FR: 'L’accès que donnait cet aiguillage a pris fin lorsque le destinataire a refusé l’aiguillage. Actuellement, le personnel de l’organisme South Shore Works Association peut lire le dossier personnel du client, mais ni le cas, ni cet aiguillage avec ses notes et ses documents. Une partie de cela provient d’un autre aiguillage du cas.',
  },
];

it.each(sentences)('[B7] says of $of who sees what, and how long, in both languages', ({ view, EN, FR }) => {
  expect(explain(view)).toBe(EN);
  expect(explain(view, 'FR')).toBe(FR);
});

it('[B7] [D8] says for each cause why the access ended', () => {
  const why = Object.values(AccessEnd).map((endCause) => {
    const [first] = explain({ sees: nothing, access: { state: 'ENDED', endCause } }).split('. ');
    return first;
  });
  expect(new Set(why).size).toBe(Object.values(AccessEnd).length);
});
